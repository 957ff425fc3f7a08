public import Diplomacy

/// How far a published figure depends on what the record leaves undecided.
public struct FigureSensitivity: Sendable {
  /// A contradiction that moves the figure.
  public struct Move: Sendable {
    public let contradiction: Contradiction
    /// What the figure comes to when this contradiction alone is settled, one for each rival.
    public let readings: [Reading]
  }

  /// What it takes for the published figure to stand, which is to be reproduced.
  public enum Standing: Hashable, Sendable {
    /// It stands, whichever way any one contradiction is settled.
    case stands
    /// It stands, but not when one of these is settled so.
    case unless([Settlement])
    /// It does not stand; each of these sets of settlements makes it stand.
    case ifSettled([[Settlement]])
    /// It lies within bounds, and no settlement makes it stand: they come from what sources leave open, not from a contradiction.
    case open
    /// No settlement makes it stand.
    case never
  }

  public let study: String
  public let figure: PublishedFigure
  /// As the record has it.
  public let reading: Reading
  public let policies: [(policy: Policy, reading: Reading)]
  public let moves: [Move]
  public let standing: Standing

  /// From the least to the most over all policies and over each contradiction that moves it, settled either way.
  public var range: [CheckResult.Computed] {
    ([reading] + policies.map(\.reading) + moves.flatMap(\.readings)).map(\.computed).hull
  }

  /// Whether the policies give different readings.
  public var dependsOnPolicy: Bool { policies.contains { $0.reading != reading } }

  /// Whether anything moves it.
  public var isSensitive: Bool { dependsOnPolicy || !moves.isEmpty }

  /// The range as text.
  public var rangeText: String { range.map(\.text).joined(separator: "; ") }
}
