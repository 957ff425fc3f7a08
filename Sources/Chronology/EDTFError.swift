/// Why a text is not an expression of the Extended Date/Time Format. The enumeration is closed;
/// every case carries the place where the text goes wrong and what was expected there.
public enum EDTFError: Error, Equatable, Sendable {
  /// A part of a date that has a value.
  public enum Component: String, Sendable, CaseIterable {
    /// The month, 01–12, or the code of a part of the year, 21–41.
    case month
    /// The day of the month, 01–31.
    case day
    /// The hour of a time of day, 00–23.
    case hour
    /// The minute of a time of day, 00–59.
    case minute
    /// The second of a time of day, 00–60.
    case second
    /// The hours of an offset from UTC, 00–23.
    case offsetHour = "offset hour"
    /// The minutes of an offset from UTC, 00–59.
    case offsetMinute = "offset minute"
    /// The power of ten after "E" in a year, from 1.
    case exponent
    /// The number of significant digits after "S" in a year, from 1 to those it has.
    case significantDigits = "significant digits"
  }

  /// The text ends, or is empty, where more is needed.
  case unexpectedEnd(Place)
  /// A character that cannot stand where it does: a letter among digits, a space anywhere.
  case unexpectedCharacter(Unicode.Scalar, Place)
  /// A component whose value, as found in the text, is not one that it can have: month 13.
  case outOfRange(Component, found: String, Place)
  /// A date of which every component is possible, but not together: "2023-02-29".
  case noSuchDay(found: String, Place)
  /// A year further than 10¹² from year 0.
  case yearTooLarge(found: String, Place)
  /// A year of at most four digits after the letter Y: "Y1985".
  case needlessYearLetter(found: String, Place)
  /// A minus sign before a year zero, "-0000": the year 0 has no sign.
  case negativeZero(Place)
  /// A time of day after a date that is uncertain, approximate, or has unspecified digits.
  case timeOfInexactDay(Place)
  /// An interval neither end of which is a date: "/", "../..", "/..".
  case undatedInterval(Place)
  /// An interval, or a run of dates in a set, that ends before it can start.
  case reversed(Place)
  /// A run of dates in a set whose ends differ in precision: "[1984..1985-04]".
  case unequalPrecision(Place)
  /// A run of dates in a set with an end that is no plain year, month or day: "[156X..1570]".
  case runOfInexactDates(Place)

  /// Where the text goes wrong, and what was expected there.
  public var place: Place {
    switch self {
    case .unexpectedEnd(let place), .unexpectedCharacter(_, let place),
      .outOfRange(_, _, let place), .noSuchDay(_, let place), .yearTooLarge(_, let place),
      .needlessYearLetter(_, let place), .negativeZero(let place), .timeOfInexactDay(let place),
      .undatedInterval(let place), .reversed(let place), .unequalPrecision(let place),
      .runOfInexactDates(let place):
      place
    }
  }
}

extension EDTFError {
  /// A place in the text of a date that could not be read.
  public struct Place: Hashable, Sendable {
    /// The whole text that was to be read.
    public let text: String
    /// How many characters precede the place. Everything before it is ASCII, so this is also the
    /// number of bytes in UTF-8.
    public let offset: Int
    /// What could have stood there, as a phrase: "01–31", "four digits of a year".
    public let expected: String

    /// A place in a text.
    public init(text: String, offset: Int, expected: String) {
      self.text = text
      self.offset = offset
      self.expected = expected
    }
  }
}
