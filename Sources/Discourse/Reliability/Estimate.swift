/// What a coefficient comes to, or why it comes to nothing.
public enum Estimate: Hashable, Sendable {
  case value(Double, Interval?)
  case undefined(Undefined)

  public var value: Double? { if case .value(let value, _) = self { value } else { nil } }
  public var interval: Interval? { if case .value(_, let interval) = self { interval } else { nil } }

  func within(_ interval: Interval?) -> Estimate {
    if case .value(let value, _) = self { .value(value, interval) } else { self }
  }
}

/// Why a coefficient is undefined.
public enum Undefined: Hashable, Sendable {
  case noRatings
  /// No unit has two ratings.
  case noSharedUnit
  /// All ratings that could disagree are of this category: chance agrees as much as the coders do.
  case oneCategory(String)
  /// No unit with two ratings was given the category.
  case neverGiven(String)
  /// The two coders have no unit in common.
  case noUnitInCommon
  /// It is not told who gave which rating.
  case coderUnknown
  /// More coders than pairs are made of.
  case tooManyCoders(Int)

  public var text: String {
    switch self {
    case .noRatings: "there are no ratings"
    case .noSharedUnit: "no unit is rated by two coders"
    case .oneCategory(let category):
      "every rating of a unit rated twice is ‘\(category)’: without a second value, agreement cannot be told from chance"
    case .neverGiven(let category): "no unit rated twice was given ‘\(category)’"
    case .noUnitInCommon: "the two coders have no unit in common"
    case .coderUnknown: "the table does not say which coder gave which value"
    case .tooManyCoders(let limit): "pairs are made of \(limit) coders at most"
    }
  }
}
