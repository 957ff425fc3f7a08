/// Where one occurrence may start and end: it starts on a day from `earliestStart` to
/// `latestStart`, ends on a day from `earliestEnd` to `latestEnd`, and does not end before it
/// starts. Days are numbers since 1970-01-01; `Int.min` and `Int.max` are beyond every day.
///
/// An event, which takes one day and is only known to lie in a range, is the case in which both
/// ends may be anywhere in that range. That event starts and ends on the same day makes no
/// difference to any question asked here, so it needs no mark of its own.
struct Extent: Hashable, Sendable {
  let earliestStart: Int
  let latestStart: Int
  let earliestEnd: Int
  let latestEnd: Int

  /// An occurrence whose ends lie in two ranges, which are narrowed to the days that leave the
  /// other end a place. The first day of `start` must not be after the last of `end`.
  init(start: DayRange, end: DayRange) {
    earliestStart = start.lower
    latestStart = min(start.upper, end.upper)
    earliestEnd = max(end.lower, start.lower)
    latestEnd = end.upper
  }

  /// An event on one day of a range.
  init(eventIn range: DayRange) {
    self.init(start: range, end: range)
  }

  /// What is there on every day of a range.
  init(throughout range: DayRange) {
    earliestStart = range.lower
    latestStart = range.lower
    earliestEnd = range.upper
    latestEnd = range.upper
  }

  /// Whether it starts and ends within a period.
  func within(_ period: DayRange) -> Trichotomy {
    Trichotomy(
      certain: period.lower <= earliestStart && latestEnd <= period.upper,
      possible: period.lower <= latestStart && earliestEnd <= period.upper)
  }

  /// Whether it ends on a day before the other starts.
  func before(_ other: Extent) -> Trichotomy {
    Trichotomy(
      certain: latestEnd < other.earliestStart, possible: earliestEnd < other.latestStart)
  }

  /// Whether some day is in both: each starts no later than the other ends.
  func overlaps(_ other: Extent) -> Trichotomy {
    Trichotomy(
      certain: latestStart <= other.earliestEnd && other.latestStart <= earliestEnd,
      possible: earliestStart <= other.latestEnd && other.earliestStart <= latestEnd)
  }

  /// Whether it has started by a day, and not ended before it.
  func covers(_ day: Int) -> Trichotomy {
    Trichotomy(
      certain: latestStart <= day && day <= earliestEnd,
      possible: earliestStart <= day && day <= latestEnd)
  }
}
