extension Parser {
  /// Reads a year, month or day with its qualifiers, or a season (Library of Congress EDTF
  /// specification, Levels 0–2, "Date").
  mutating func date() throws(EDTFError) -> ParsedDate {
    let start = position
    var date = ParsedDate()
    individualQualifier(&date)
    if take(.year) {
      try letterYear(&date, from: start)
      return date
    }
    var pattern = CalendarPattern()
    try calendarYear(&date, &pattern)
    if next == .significant {
      try significantDigits(&date, pattern)
      return date
    }
    groupQualifier(&date)
    if take(.minus) {
      try month(&date, &pattern)
      if pattern.subYear == nil && take(.minus) { try day(&date, &pattern) }
    }
    noteUnspecified(&date, pattern)
    guard let range = pattern.range else {
      throw .noSuchDay(
        found: read(from: start), place(start, "a day of the proleptic Gregorian calendar"))
    }
    date.range = range
    return date
  }

  /// Reads the sign and the four digits of a year.
  private mutating func calendarYear(
    _ date: inout ParsedDate, _ pattern: inout CalendarPattern
  ) throws(EDTFError) {
    let start = position
    if take(.minus) {
      pattern.isNegative = true
      date.traits.reach(1)
    }
    pattern.year = try masked(digits: 4, start == 0 ? "a date" : "the four digits of a year")
    if pattern.isNegative && pattern.year.isSpecified && pattern.year.base == 0 {
      throw .negativeZero(place(start, "0000, the year before year 1"))
    }
  }

  private mutating func month(
    _ date: inout ParsedDate, _ pattern: inout CalendarPattern
  ) throws(EDTFError) {
    individualQualifier(&date)
    let start = position
    let month = try masked(digits: 2, "the two digits of a month or season")
    if month.isSpecified && SubYear.codes.contains(month.base) {
      pattern.subYear = SubYear(code: month.base)
      date.precision = .partial
      date.traits.reach(month.base <= 24 ? 1 : 2)
    } else if month.canBe(in: 1...12) {
      pattern.month = month
      date.precision = .month
    } else {
      let expected = "01–12, or a season or other part of the year 21–41"
      throw .outOfRange(.month, found: read(from: start), place(start, expected))
    }
    groupQualifier(&date)
  }

  private mutating func day(
    _ date: inout ParsedDate, _ pattern: inout CalendarPattern
  ) throws(EDTFError) {
    individualQualifier(&date)
    let start = position
    let day = try masked(digits: 2, "the two digits of a day")
    guard day.canBe(in: 1...31) else {
      throw .outOfRange(.day, found: read(from: start), place(start, "01–31"))
    }
    pattern.day = day
    date.precision = .day
    groupQualifier(&date)
  }
}
