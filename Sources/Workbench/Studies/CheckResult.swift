public import Diplomacy

/// How a published figure fared.
public enum CheckStatus: String, Term {
  /// Computed from finer statements, and equal within tolerance.
  case reproduced
  /// The record leaves bounds, and the published value lies between them.
  case withinBounds = "within bounds"
  case differs
  /// The record holds the figure itself and nothing finer to compute it from.
  case recorded
  case notRecomputable = "not recomputable"
}

/// A published figure beside what the record comes to.
public struct CheckResult: Hashable, Sendable {
  /// The lowest and highest value; equal when there are no bounds, nil where a side is unbounded.
  public struct Computed: Hashable, Sendable {
    public let certain: Double?
    public let possible: Double?

    public init(certain: Double?, possible: Double?) {
      self.certain = certain
      self.possible = possible
    }
  }

  public let study: String
  public let figure: PublishedFigure
  public let status: CheckStatus
  /// One for each published value; empty when nothing could be computed.
  public let computed: [Computed]
  public let statements: [StatementID]
  /// What is missing; nil but for `notRecomputable`.
  public let missing: String?
}
