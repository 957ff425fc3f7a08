extension DayRange {
  /// Whether the day is in the range.
  public func contains(_ day: Day) -> Bool {
    lower <= day.number && day.number <= upper
  }

  /// Whether every day of the other range is in this one. An unbounded side is contained only in
  /// an unbounded side.
  public func contains(_ other: DayRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the two ranges share at least one day.
  public func overlaps(_ other: DayRange) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// The days that are in both ranges; `nil` when there are none.
  public func intersection(_ other: DayRange) -> DayRange? {
    guard overlaps(other) else { return nil }
    return DayRange(lower: max(lower, other.lower), upper: min(upper, other.upper))
  }

  /// The smallest range that has every day of both. It also has the days of the gap between
  /// them, if there is one.
  public func hull(_ other: DayRange) -> DayRange {
    DayRange(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }
}

extension DayRange: CustomStringConvertible {
  /// The range as an ISO 8601 interval, "2020-01-01/2020-12-31", with ".." for a side without a
  /// bound (ISO 8601-2:2019, open intervals); a single day as that day.
  public var description: String {
    if let earliest, earliest == latest { return earliest.description }
    return "\(earliest?.description ?? "..")/\(latest?.description ?? "..")"
  }
}
