/// What a classifier says of examples that it has not seen, beside what they are.
public struct Confusion: Hashable, Sendable {
  public internal(set) var truePositive = 0
  public internal(set) var falsePositive = 0
  public internal(set) var falseNegative = 0
  public internal(set) var trueNegative = 0

  init(_ isSuggested: [Bool], _ isPositive: [Bool]) {
    for (suggested, positive) in zip(isSuggested, isPositive) {
      switch (suggested, positive) {
      case (true, true): truePositive += 1
      case (true, false): falsePositive += 1
      case (false, true): falseNegative += 1
      case (false, false): trueNegative += 1
      }
    }
  }

  public var positive: Int { truePositive + falseNegative }
  public var negative: Int { falsePositive + trueNegative }

  /// Of those that are suggested, how many are right; nil where none is.
  public var precision: Double? { Self.share(truePositive, truePositive + falsePositive) }
  /// Of those that have the code, how many are suggested; nil where none has it.
  public var recall: Double? { Self.share(truePositive, positive) }
  /// Of those that do not have the code, how many are suggested; nil where all have it.
  public var falsePositiveRate: Double? { Self.share(falsePositive, negative) }
  /// The harmonic mean of precision and recall (van Rijsbergen 1979); nil where none is suggested and none has the code.
  public var f1: Double? { Self.share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative) }

  private static func share(_ count: Int, _ of: Int) -> Double? {
    of > 0 ? Double(count) / Double(of) : nil
  }
}
