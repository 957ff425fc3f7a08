import Foundation

/// A share before, and a share after: of two years, or of any two parts of a corpus that have no unit in common.
public struct ShareComparison: Hashable, Sendable {
  public let before: Share
  public let after: Share

  public init(_ before: Share, _ after: Share) { (self.before, self.after) = (before, after) }

  /// After less before, with the 95 % interval of Newcombe (1998, method 10): the two Wilson intervals squared and added. Nil where either is
  /// of nothing.
  public var difference: Estimated? {
    guard let first = before.value, let second = after.value, let low = before.interval,
      let high = after.interval
    else { return nil }
    func distance(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
    let value = second - first
    return Estimated(
      value: value,
      interval: (value - distance(second - high.lowerBound, low.upperBound - first))...(value
        + distance(high.upperBound - second, first - low.lowerBound)))
  }

  /// After through before, with the 95 % interval of Katz et al. (1978), normal on the logarithm. Without an interval where nothing has the theme
  /// after; nil where nothing has it before, or either is of nothing.
  public var ratio: Estimated? {
    guard let first = before.value, let second = after.value, first > 0 else { return nil }
    let value = second / first
    guard after.count > 0 else { return Estimated(value: value, interval: nil) }
    let variance =
      1 / Double(after.count) - 1 / Double(after.total) + 1 / Double(before.count) - 1 / Double(before.total)
    let half = Share.normal * max(0, variance).squareRoot()
    return Estimated(value: value, interval: (value * exp(-half))...(value * exp(half)))
  }

  /// The two-sided probability of Fisher's exact test (1935), that shares so far apart come about where there is no difference: the sum over all
  /// tables with these margins that are as improbable as this one or more so. Of one comparison: of many, some are small by chance. Nil where
  /// either is of nothing.
  public var probability: Double? {
    guard before.total > 0, after.total > 0 else { return nil }
    let marked = before.count + after.count
    let unmarked = before.total + after.total - marked
    let (low, high) = (max(0, before.total - unmarked), min(before.total, marked))
    // Of k marked units before: relative to the most probable table, from which each next one follows by a product.
    func step(from k: Int) -> Double {
      Double(marked - k) * Double(before.total - k)
        / (Double(k + 1) * Double(unmarked - before.total + k + 1))
    }
    let peak = min(
      max(
        Int(Double(before.total + 1) * Double(marked + 1) / Double(before.total + after.total + 2)), low),
      high)
    var weights = [Int: Double](minimumCapacity: 64)
    weights[peak] = 1
    var weight = 1.0
    for k in peak..<max(peak, high) {
      weight *= step(from: k)
      guard weight > 1e-300 else { break }
      weights[k + 1] = weight
    }
    weight = 1
    for k in (min(low, peak)..<peak).reversed() {
      weight /= step(from: k)
      guard weight > 1e-300 else { break }
      weights[k] = weight
    }
    // Tables as probable as this one but for rounding count with it.
    let own = (weights[before.count] ?? 0) * (1 + 1e-7)
    let ordered = weights.values.sorted()
    let whole = ordered.reduce(0, +)
    return min(1, ordered.prefix { $0 <= own }.reduce(0, +) / whole)
  }

  /// A figure with its 95 % interval.
  public struct Estimated: Hashable, Sendable {
    public let value: Double
    /// Nil where there is none.
    public let interval: ClosedRange<Double>?
  }
}
