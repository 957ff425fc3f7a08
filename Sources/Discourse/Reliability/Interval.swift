/// The middle 95 % of what a figure comes to over resamples (percentile bootstrap; Efron and Tibshirani 1993, chapter 13).
public struct Interval: Hashable, Sendable {
  public let low: Double
  public let high: Double
  /// Resamples in which the figure was undefined; they are left out.
  public let leftOut: Int

  /// Nil where fewer than half of the resamples gave a figure.
  init?(of figures: [Double], resamples: Int) {
    guard resamples > 0, figures.count * 2 >= resamples else { return nil }
    let sorted = figures.sorted()
    low = Self.quantile(0.025, of: sorted)
    high = Self.quantile(0.975, of: sorted)
    leftOut = resamples - figures.count
  }

  /// Between the two figures next to it, in proportion: R's type 7 (Hyndman and Fan 1996).
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}

/// How intervals are made: units are drawn anew, with replacement, as many as there are.
public struct Bootstrap: Hashable, Sendable {
  public let resamples: Int
  /// Of the generator, `SplitMix64`. The same seed and the same table give the same intervals.
  public let seed: UInt64

  public init(resamples: Int, seed: UInt64) {
    self.resamples = resamples
    self.seed = seed
  }
}
