/// One day of the proleptic Gregorian calendar, with astronomical year numbering: year 0 exists
/// and is the year before year 1 (ISO 8601-1:2019, 4.2.1).
///
/// A day has no time of day and no time zone: it is a date on the calendar of whoever wrote it.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is day 0; earlier days are negative.
  public let number: Int

  /// The day so many days after 1970-01-01 (before it, when negative). Every `Int` is a day.
  public init(number: Int) {
    self.number = number
  }

  /// The day with these calendar components.
  ///
  /// - Parameters:
  ///   - year: An astronomical year; 0 is 1 BC and -43 is 44 BC.
  ///   - month: 1–12.
  ///   - day: 1–31.
  /// - Returns: `nil` when there is no such day (2023-02-29), and when the year is beyond
  ///   ±2.5 × 10¹⁶, where day numbers would overflow.
  public init?(year: Int, month: Int, day: Int) {
    guard
      Gregorian.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Gregorian.length(ofMonth: month, inYear: year)
    else { return nil }
    number = Gregorian.number(year: year, month: month, day: day)
  }

  /// The astronomical year, the month 1–12 and the day of the month 1–31.
  public var components: (year: Int, month: Int, day: Int) {
    Gregorian.components(number)
  }

  /// Whether the day comes before another.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}

extension Day: Strideable {
  /// The day so many days later, or earlier when negative. Traps when the number overflows.
  public func advanced(by days: Int) -> Day {
    Day(number: number + days)
  }

  /// How many days later the other day is; negative when it is earlier, 0 when it is the same.
  public func distance(to other: Day) -> Int {
    other.number - number
  }
}
