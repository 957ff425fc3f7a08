public import Chronology

/// How a word or phrase fared over time: how frequent it was, what was put before it, and when each first appeared.
///
/// A document is certainly of a period when its whole date is, and possibly when they overlap. What has no date is of no period, and told apart.
public struct Career: Sendable {
  public struct Stage: Hashable, Sendable {
    public let period: Period
    public let documents: Count
    public let words: Count
    public let matches: Count
    /// Matches in a million words; nil where no word can be of the period.
    public let perMillion: Rate?
  }

  /// A word, or several, right before the term.
  public struct Modifier: Hashable, Sendable {
    /// As they stand before it, folded: with spaces but in scripts that have none.
    public let text: String
    public let words: Int
    public let matches: Int
    /// Of each stage.
    public let stages: [Count]
    public let first: Appearance?
  }

  /// A first time.
  public struct Appearance: Hashable, Sendable {
    /// It was some day of these.
    public let days: DayRange
    /// The document that it is certainly no later than.
    public let document: Int
  }

  public struct Undated: Hashable, Sendable {
    public let documents: Int
    public let words: Int
    public let matches: Int
  }

  /// From the period of the first day that a date names to that of the last.
  public let stages: [Stage]
  /// The most frequent first; of those that are alike, single words before several.
  public let modifiers: [Modifier]
  public let matches: Int
  public let words: Int
  public let documents: Int
  /// Documents with a match.
  public let ranges: Int
  /// Nil where no document with a match has a date.
  public let first: Appearance?
  public let undated: Undated
}
