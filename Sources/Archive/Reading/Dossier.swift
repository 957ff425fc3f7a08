public import Diplomacy

/// What the record holds of one entity, gathered for reading.
public struct Dossier: Sendable {
  /// A label and its value: "within", "Łódzkie, Poland".
  public struct Fact: Hashable, Sendable {
    public let label: String
    public let value: String
  }

  /// A partnership in brief.
  public struct Tie: Hashable, Sendable {
    public let id: String
    public let title: String
    public let facts: [Fact]
    public let episodes: [String]
  }

  /// An event in brief, with what moved.
  public struct Happening: Hashable, Sendable {
    public let id: String
    public let date: String
    public let type: String
    public let title: String
    public let participants: [String]
    public let partnerships: [String]
    public let flows: [String]
    public let outcome: String
  }

  public let entity: EntityReference
  public let title: String
  public let facts: [Fact]
  public let ties: [Tie]
  public let happenings: [Happening]
  public let contradictions: [Contradiction]
  /// Every statement on the entity itself and on its ties, events and flows, retracted ones included.
  public let statements: [LoggedStatement]
}
