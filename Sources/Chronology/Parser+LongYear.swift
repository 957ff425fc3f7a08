extension Parser {
  /// The furthest a year may be from year 0.
  private static var yearLimit: Int { 1_000_000_000_000 }

  /// Reads what follows a letter Y: a year of more than four digits (Level 1, "Letter-prefixed
  /// calendar year"), or one with an exponent of ten (Level 2, "Exponential year"), and perhaps
  /// its significant digits.
  mutating func letterYear(_ date: inout ParsedDate, from start: Int) throws(EDTFError) {
    let isNegative = take(.minus)
    var magnitude = try number("the digits of a year", atMost: Parser.yearLimit)
    let isExponential = take(.exponent)
    if isExponential {
      let first = position
      let exponent = try number("the digits of an exponent", atMost: 12)
      guard exponent != 0 else {
        throw .outOfRange(.exponent, found: read(from: first), place(first, "1–12"))
      }
      for _ in 0..<(exponent ?? 0) where (magnitude ?? 0) <= Parser.yearLimit {
        magnitude = magnitude.map { $0 * 10 }
      }
      if exponent == nil && magnitude != 0 { magnitude = nil }
    }
    guard let magnitude, magnitude <= Parser.yearLimit else {
      throw .yearTooLarge(found: read(from: start), place(start, "a year within ±10¹²"))
    }
    guard magnitude > 0 || !isNegative else {
      throw .negativeZero(place(start, "a year without a sign, or one other than zero"))
    }
    guard isExponential || magnitude > 9999 else {
      let expected = "four digits without a letter, or a year beyond ±9999"
      throw .needlessYearLetter(found: read(from: start), place(start, expected))
    }
    date.traits.reach(isExponential ? 2 : 1)
    try yearEnding(&date, magnitude: magnitude, isNegative: isNegative)
  }

  /// Reads the significant digits after a year of four digits.
  mutating func significantDigits(
    _ date: inout ParsedDate, _ pattern: CalendarPattern
  ) throws(EDTFError) {
    guard pattern.year.isSpecified else {
      throw unexpected("the end, or S after a year with every digit given")
    }
    try yearEnding(&date, magnitude: pattern.year.base, isNegative: pattern.isNegative)
  }

  /// Reads "S" and a number of significant digits, if they are next, and a qualifier; sets the
  /// range of a year (Library of Congress EDTF specification, Level 2, "Significant digits").
  ///
  /// The leading digits that are significant stay, the others can be any: 1950S2 is one of the
  /// years 1900–1999. Leading zeros are not significant: 0950S2 is one of the years 0950–0959.
  private mutating func yearEnding(
    _ date: inout ParsedDate, magnitude: Int, isNegative: Bool
  ) throws(EDTFError) {
    var width = 1
    if take(.significant) {
      let start = position
      let digits = String(magnitude).utf8.count
      let significant = try number("a number of significant digits", atMost: digits) ?? 0
      guard significant > 0 else {
        let found = read(from: start)
        throw .outOfRange(.significantDigits, found: found, place(start, "1–\(digits)"))
      }
      for _ in significant..<digits { width *= 10 }
      date.precision = .partial
      date.traits.reach(2)
    }
    groupQualifier(&date)
    let low = magnitude / width * width
    let (first, last) = isNegative ? (-(low + width - 1), -low) : (low, low + width - 1)
    date.range = DayRange(
      lower: Gregorian.number(year: first, month: 1, day: 1),
      upper: Gregorian.number(year: last, month: 12, day: 31))
  }

  /// Reads one or more digits. The number is `nil` when it is larger than a limit.
  private mutating func number(
    _ expected: String, atMost limit: Int
  ) throws(EDTFError) -> Int? {
    guard next.isDigit else { throw unexpected(expected) }
    var value: Int? = 0
    while next.isDigit {
      let longer = value.map { $0 * 10 + next.digit }
      value = longer.flatMap { $0 <= limit ? $0 : nil }
      advance()
    }
    return value
  }
}
