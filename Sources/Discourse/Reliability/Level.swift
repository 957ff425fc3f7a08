/// What the values of ratings are, and so what a difference between two of them weighs (Stevens 1946; Krippendorff 2019, chapter 12).
public enum Level: String, CaseIterable, Sendable {
  /// Names: two values are the same or they are not.
  case nominal
  /// Ranks: a difference weighs as much as there are ratings between the two.
  case ordinal
  /// Numbers without a zero of their own, as years: a difference weighs by its square.
  case interval
  /// Numbers from zero, as counts: a difference weighs by its square, in relation to the sum of the two.
  case ratio

  /// What a value has to be at this level, where the categories are not declared.
  public var expectation: String {
    switch self {
    case .nominal: "a value"
    case .ordinal: "a number (or declare the categories, from lowest to highest)"
    case .interval: "a number"
    case .ratio: "a number, zero or more"
    }
  }
}
