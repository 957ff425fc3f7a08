extension Parser {
  /// Reads a time of day after a date, with a shift from UTC or none (Library of Congress EDTF
  /// specification, Level 0, "Date and Time"). The time is checked and not kept: the day is the
  /// one written, on the calendar of the place the shift is for.
  mutating func timeOfDay(after date: ParsedDate) throws(EDTFError) {
    let start = position
    try require(.time, "a time of day")
    let isExact = !(date.traits.isUncertain || date.traits.isApproximate)
    guard date.precision == .day, isExact, !date.traits.hasUnspecified else {
      throw .timeOfInexactDay(place(start, "the end, or an exact day before the time"))
    }
    try field(.hour, 0...23, "00–23")
    try require(.colon, "a colon and minutes")
    try field(.minute, 0...59, "00–59")
    try require(.colon, "a colon and seconds")
    try field(.second, 0...60, "00–59, or 60 for a leap second")
    if isAtEnd || take(.utc) { return }
    guard take(.plus) || take(.minus) else { throw unexpected("Z, an offset or the end") }
    try field(.offsetHour, 0...23, "00–23")
    if take(.colon) { try field(.offsetMinute, 0...59, "00–59") }
  }

  /// Reads two digits with a value among those allowed.
  private mutating func field(
    _ component: EDTFError.Component, _ values: ClosedRange<Int>, _ expected: String
  ) throws(EDTFError) {
    let start = position
    var value = 0
    for _ in 0..<2 {
      guard next.isDigit else { throw unexpected("two digits, \(expected)") }
      value = value * 10 + next.digit
      advance()
    }
    guard values.contains(value) else {
      throw .outOfRange(component, found: read(from: start), place(start, expected))
    }
  }
}
