extension Parser {
  /// Reads a qualifier to the left of a component, which qualifies that component alone (Library
  /// of Congress EDTF specification, Level 2, "Qualification of individual component").
  mutating func individualQualifier(_ date: inout ParsedDate) {
    if qualifier(&date) { date.traits.reach(2) }
  }

  /// Reads a qualifier to the right of a component, which qualifies it and all to its left: at the
  /// end of a date the qualification of Level 1, elsewhere the "Group qualification" of Level 2.
  mutating func groupQualifier(_ date: inout ParsedDate) {
    if qualifier(&date) { date.traits.reach(next == .minus ? 2 : 1) }
  }

  /// Reads "?" uncertain, "~" approximate or "%" both, if it is next.
  private mutating func qualifier(_ date: inout ParsedDate) -> Bool {
    switch next {
    case .question: date.traits.isUncertain = true
    case .tilde: date.traits.isApproximate = true
    case .percent:
      date.traits.isUncertain = true
      date.traits.isApproximate = true
    default: return false
    }
    advance()
    return true
  }

  /// Notes whether digits of a date are unspecified, and on which level: Level 1 has the last one
  /// or two digits of a year that stands alone, a month, a day, and a month and day; Level 2 has
  /// every digit.
  func noteUnspecified(_ date: inout ParsedDate, _ pattern: CalendarPattern) {
    let isMonthSpecified = pattern.month?.isSpecified ?? true
    let isDaySpecified = pattern.day?.isSpecified ?? true
    if pattern.year.isSpecified && isMonthSpecified && isDaySpecified { return }
    date.traits.hasUnspecified = true
    let isLevel1 =
      switch date.precision {
      case .year: pattern.year.isUnspecifiedAtRight
      case .month, .day:
        pattern.year.isSpecified
          && (isMonthSpecified || pattern.month?.isWhollyUnspecified == true)
          && (pattern.day?.isWhollyUnspecified ?? true)
      case .partial: false
      }
    date.traits.reach(isLevel1 ? 1 : 2)
  }
}
