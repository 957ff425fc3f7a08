/// One date of an expression, as read: an end of an interval, a member of a set, or the whole.
struct ParsedDate {
  /// How finely the date is given; `partial` for parts of the year and significant digits.
  enum Precision { case year, month, day, partial }

  /// The days the date may be, from the first to the last.
  var range = DayRange.always
  var precision = Precision.year
  var traits = Traits()
}

/// What may be said of a date beside its days; of a compound, what is true of any of its dates.
struct Traits {
  var isUncertain = false
  var isApproximate = false
  var hasUnspecified = false
  /// The lowest level of the specification that has all the features seen.
  var level = 0

  /// Notes a feature of a level.
  mutating func reach(_ feature: Int) {
    level = max(level, feature)
  }

  /// Adds those of another date.
  mutating func merge(_ other: Traits) {
    isUncertain = isUncertain || other.isUncertain
    isApproximate = isApproximate || other.isApproximate
    hasUnspecified = hasUnspecified || other.hasUnspecified
    reach(other.level)
  }
}
