extension Amount {
  /// The numbers that satisfy an amount: an interval, each end of which may itself be excluded.
  struct Reach: Hashable {
    let low: Double
    let high: Double
    let excludesLow: Bool
    let excludesHigh: Bool

    /// The numbers in both; nil when there are none.
    func meet(_ other: Reach) -> Reach? {
      let low = max(low, other.low)
      let high = min(high, other.high)
      let excludesLow = low == self.low && self.excludesLow || low == other.low && other.excludesLow
      let excludesHigh = high == self.high && self.excludesHigh || high == other.high && other.excludesHigh
      guard low < high || low == high && !excludesLow && !excludesHigh else { return nil }
      return Reach(low: low, high: high, excludesLow: excludesLow, excludesHigh: excludesHigh)
    }
  }

  /// The interval it can mean; one that is approximate is widened by `approximation`.
  var reach: Reach {
    let margin = isApproximate ? Self.approximation * max(abs(lowest ?? 0), abs(highest ?? 0)) : 0
    return Reach(
      low: (lowest ?? -.infinity) - margin, high: (highest ?? .infinity) + margin,
      excludesLow: excludesLowest,
      excludesHigh: excludesHighest)
  }

  /// The narrower of two amounts that agree, as written, or `low..high` where each cuts the other; nil when no number
  /// satisfies both. A bound that is itself excluded stays so, which the text does not show.
  func meet(_ other: Amount) -> Amount? {
    guard let common = reach.meet(other.reach) else { return nil }
    if common == reach { return self }
    if common == other.reach { return other }
    return Amount(common)
  }

  /// An interval that is bounded on both sides: two amounts of which neither holds the other meet in no other.
  private init(_ reach: Reach) {
    text = Self.spelled(reach.low) + ".." + Self.spelled(reach.high)
    (lowest, highest, isApproximate) = (reach.low, reach.high, false)
    (excludesLowest, excludesHighest) = (reach.excludesLow, reach.excludesHigh)
  }

  private static func spelled(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }
}
