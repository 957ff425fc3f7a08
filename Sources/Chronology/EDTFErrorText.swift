extension EDTFError: CustomStringConvertible {
  /// The text, what is wrong with it where, and what was expected, on one line:
  /// "'2020-13' — month 13 at character 6; expected 01–12, or …". Characters count from 1. In the
  /// text, of which the first 80 are given, line breaks and other controls are escaped as in Swift.
  public var description: String {
    "'\(place.text.shown())' — \(reason)"
  }

  /// The same without the text: "month 13 at character 6; expected 01–12, or …".
  public var reason: String { "\(fault) at character \(place.offset + 1); expected \(place.expected)" }

  /// What to write instead, for those who do not know the format.
  public var advice: String { "an EDTF date such as 2019-05-12, 2019-05, 2019~ or 2019/2021 (\(reason))" }

  /// What is wrong, without where: "month 13".
  public var fault: String {
    switch self {
    case .unexpectedEnd(let place): place.text.isEmpty ? "no text" : "the text ends"
    case .unexpectedCharacter(" ", _): "a space"
    case .unexpectedCharacter(let scalar, _): "unexpected \(EDTFError.name(of: scalar))"
    case .outOfRange(let component, let found, _): "\(component.rawValue) \(found)"
    case .noSuchDay(let found, _): "no day \(found)"
    case .yearTooLarge(let found, _): "year \(found)"
    case .needlessYearLetter(let found, _): "the letter Y before year \(found)"
    case .negativeZero: "a minus sign before year zero"
    case .timeOfInexactDay: "a time of an inexact day"
    case .undatedInterval: "an interval with no date"
    case .reversed: "an end before its start"
    case .unequalPrecision: "a run between dates of different precision"
    case .runOfInexactDates: "a run from or to an inexact date"
    }
  }

  /// A character in quotes, or by its code point when it would not show.
  private static func name(of scalar: Unicode.Scalar) -> String {
    if (0x21...0x7E).contains(scalar.value) || scalar.properties.isAlphabetic {
      return "“\(scalar)”"
    }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }
}
