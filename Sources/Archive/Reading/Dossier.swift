public import Diplomacy

/// What the record holds of one entity, gathered for reading.
public struct Dossier: Sendable {
  /// A label and its value: "within", "Łódzkie, Poland".
  public struct Fact: Hashable, Sendable {
    public let label: String
    public let value: String
  }

  /// An actor, and what it is called.
  public struct Named: Hashable, Sendable {
    public let id: String
    public let text: String

    public init(id: String, text: String) { (self.id, self.text) = (id, text) }
  }

  /// That the entity, an actor, lies within another: at once (depth 1) or at several removes.
  public struct Nesting: Hashable, Sendable {
    public let within: Named
    public let kind: String
    public let depth: Int
    /// False where it is one of several, or sources disagree.
    public let isCertain: Bool
    /// When, as EDTF; of depth 1 only, and nil where nothing is said.
    public let during: String?
  }

  public let entity: EntityReference
  public let title: String
  public let facts: [Fact]
  /// Nearest first; of actors only.
  public let nestings: [Nesting]
  /// The earliest first; `tieCount` says how many there are, of which these may be some.
  public let ties: [Tie]
  public let tieCount: Int
  /// The earliest first; where these are only some of `happeningCount`, the latest.
  public let happenings: [Happening]
  public let happeningCount: Int
  /// Those of the entity itself and of these ties, events and flows.
  public let contradictions: [Contradiction]
  /// Every statement on the entity itself and on these ties, events and flows, retracted ones included.
  public let statements: [LoggedStatement]
}
