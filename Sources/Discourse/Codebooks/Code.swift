/// What can be found in a text: a theme, a stance, a kind of actor. Codes nest.
public struct Code: Hashable, Sendable {
  /// The same in every version of the codebook, whatever the code is called.
  public let id: String
  /// The code that it is nested in; nil at the top.
  public let parent: String?
  public let name: String
  public let rule: Rule
  /// Whether it may be given; otherwise it only holds others together.
  public let isGiven: Bool
  /// As `#RRGGBB`; nil where none is chosen.
  public let color: String?

  /// When to give a code: what a coder has to know.
  public struct Rule: Hashable, Sendable {
    public let definition: String
    /// When to give it and when not, one by one.
    public let rules: [String]
    public let examples: [String]

    public init(definition: String = "", rules: [String] = [], examples: [String] = []) {
      (self.definition, self.rules, self.examples) = (definition, rules, examples)
    }
  }

  public init(
    id: String, parent: String? = nil, name: String, rule: Rule = Rule(), isGiven: Bool = true,
    color: String? = nil
  ) {
    (self.id, self.parent, self.name, self.rule) = (id, parent, name, rule)
    (self.isGiven, self.color) = (isGiven, color)
  }
}
