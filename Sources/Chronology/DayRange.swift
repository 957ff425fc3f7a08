/// A closed range of days, which may be without a bound, or with an unknown one, on either side.
///
/// The two bounds are included. `nil` reaches further than any day, and says nothing of why: an
/// expression that knows whether its end is open or unknown says so (``EDTF/Boundary``).
public struct DayRange: Hashable, Sendable {
  /// The first day of the range; `nil` when there is none.
  public let earliest: Day?

  /// The last day of the range; `nil` when there is none.
  public let latest: Day?

  /// The days from one to another, both included.
  ///
  /// - Returns: `nil` when the first is after the last: no range is empty.
  public init?(earliest: Day?, latest: Day?) {
    if let earliest, let latest, earliest > latest { return nil }
    self.earliest = earliest
    self.latest = latest
  }

  /// A single day.
  public init(_ day: Day) {
    earliest = day
    latest = day
  }

  /// The days of a closed range.
  public init(_ days: ClosedRange<Day>) {
    earliest = days.lowerBound
    latest = days.upperBound
  }

  /// The range between two numbers of which the first is at most the second; `Int.min` and
  /// `Int.max` stand for no bound.
  init(lower: Int, upper: Int) {
    earliest = lower == .min ? nil : Day(number: lower)
    latest = upper == .max ? nil : Day(number: upper)
  }

  /// Every day there is.
  public static let always = DayRange(lower: .min, upper: .max)

  /// The number of the first day, or `Int.min` when there is none.
  var lower: Int { earliest?.number ?? .min }

  /// The number of the last day, or `Int.max` when there is none.
  var upper: Int { latest?.number ?? .max }

  /// How many days the range has, at least 1; `nil` when a bound is missing.
  public var dayCount: Int? {
    guard let earliest, let latest else { return nil }
    return earliest.distance(to: latest) + 1
  }
}
