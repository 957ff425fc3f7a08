import Foundation

/// How many times as frequent a word is in one part as in another, as a power of two: 1 is twice, −1 half (Hardie 2014).
public enum LogRatio: Hashable, Sendable {
  /// With the ends of its interval of 95 %.
  case value(Double, low: Double, high: Double)
  /// The word is not in the target: its rate there is no power of two of the other.
  case absentFromTarget
  /// The word is not in the reference.
  case absentFromReference

  /// log₂ of the ratio of relative frequencies; the interval is Katz's for a ratio of two shares (Katz and others 1978), in which the logarithm
  /// varies by √(1/a − 1/A + 1/b − 1/B). Nothing is added to a count of zero.
  init(_ target: (count: Int, of: Int), _ reference: (count: Int, of: Int)) {
    guard target.count > 0 else {
      self = .absentFromTarget
      return
    }
    guard reference.count > 0 else {
      self = .absentFromReference
      return
    }
    let (a, b) = (Double(target.count), Double(reference.count))
    let (wholeA, wholeB) = (Double(target.of), Double(reference.of))
    let ratio = log2(a / wholeA) - log2(b / wholeB)
    let error = (max(0, 1 / a - 1 / wholeA + 1 / b - 1 / wholeB)).squareRoot() / log(2)
    let reach = Chance.normal975 * error
    self = .value(ratio, low: ratio - reach, high: ratio + reach)
  }

  public var value: Double? { if case .value(let value, _, _) = self { value } else { nil } }

  /// Why there is no figure.
  public var reason: String? {
    switch self {
    case .value: nil
    case .absentFromTarget: "the word is not in the target"
    case .absentFromReference: "the word is not in the reference"
    }
  }
}
