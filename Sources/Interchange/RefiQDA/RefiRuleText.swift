import Discourse

/// A code's rule in the one text that REFI-QDA has for it, its description: the definition, then rules and examples as lists.
///
///     Gifts of masks and of other supplies.
///
///     Rules:
///     - Only when something was sent.
///
///     Examples:
///     - “A plane with 30 tonnes …”
enum RefiRuleText {
  private static let headings = ["\n\nRules:", "\n\nExamples:"]

  static func text(_ rule: Code.Rule) -> String {
    func list(_ heading: String, _ items: [String]) -> String {
      items.isEmpty ? "" : heading + items.map { "\n- " + $0.replacing("\n", with: "\n  ") }.joined()
    }
    return rule.definition + list(headings[0], rule.rules) + list(headings[1], rule.examples)
  }

  /// What was written so comes back as it was; any other text is a definition.
  static func rule(_ text: String) -> Code.Rule {
    var definition = text
    var lists: [[String]] = [[], []]
    for (place, heading) in headings.enumerated().reversed() {
      guard let range = definition.ranges(of: heading + "\n- ").last else { continue }
      let items = String(definition[range.upperBound...])
      lists[place] = items.split(separator: "\n- ", omittingEmptySubsequences: false).map {
        String($0.replacing("\n  ", with: "\n"))
      }
      definition = String(definition[..<range.lowerBound])
    }
    let rule = Code.Rule(definition: definition, rules: lists[0], examples: lists[1])
    return self.text(rule) == text ? rule : Code.Rule(definition: text)
  }
}
