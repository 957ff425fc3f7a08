/// A date, interval or set of dates in the Extended Date/Time Format, as of February 2019
/// (Library of Congress EDTF specification; ISO 8601-2:2019), levels 0, 1 and 2.
///
/// The text is kept as it was written, and is what makes two expressions equal: "1985" and
/// "1985-01-01/1985-12-31" are not. What the text means is read once, when the value is made.
///
/// Choices where the specification leaves one:
/// - A qualifier ("?", "~", "%") does not widen the range, as no width is given for it; it is
///   reported by ``isUncertain`` and ``isApproximate``.
/// - Seasons are the meteorological ones, of the northern hemisphere for the codes 21–24; a winter
///   begins in December of its year and ends in February of the next.
/// - "XXXX" is any year at all, and has no bounds; "201X-02-29" reaches from 2012 to 2016, as do
///   the days there are.
/// - Of a date and time, the day is the one written; it is not converted to UTC.
/// - Years reach to ±10¹².
public struct EDTF: Sendable {
  /// What sort of expression it is.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A year, month, day, part of a year, or a date and time.
    case date
    /// Two ends and a slash: "1964/2008".
    case interval
    /// One member of a set, it is not known which: "[1667,1668]".
    case oneOf
    /// All members of a set: "{1960,1961-12}".
    case allOf
  }

  /// The text as written.
  public let text: String
  /// What sort of expression it is.
  public let form: Form
  /// Where an interval may start: the range of its start as written, without bounds when the
  /// start is open or unknown. For anything else, ``range``.
  public let start: DayRange
  /// Where an interval may end: the range of its end as written, without bounds when the end is
  /// open or unknown. For anything else, ``range``.
  public let end: DayRange
  /// Whether the start is a date; `dated` for all that is not an interval.
  public let startBoundary: Boundary
  /// Whether the end is a date; `dated` for all that is not an interval.
  public let endBoundary: Boundary
  /// The members of a set, in the order written; empty for a date or an interval.
  public let members: [Member]
  /// Whether anything in it is uncertain ("?", "%").
  public let isUncertain: Bool
  /// Whether anything in it is approximate ("~", "%").
  public let isApproximate: Bool
  /// Whether any digit in it is unspecified ("X").
  public let hasUnspecified: Bool
  /// The lowest level of the specification, 0–2, that has all the features used. An unspecified
  /// digit in an interval is Level 2, and so is a year with three or four ("XXXX").
  public let level: Int
  /// The occurrences of the members of a set; none for a date or an interval.
  let memberExtents: [Extent]

  /// Reads an expression. The whole text must be one: no spaces around or within, but for one after a
  /// comma in a set.
  ///
  /// - Throws: ``EDTFError``, with the place where the text goes wrong.
  public init(_ text: String) throws(EDTFError) {
    var parser = Parser(text)
    let parsed = try parser.expression()
    self.text = text
    form = parsed.form
    start = parsed.start
    end = parsed.end
    startBoundary = parsed.startBoundary
    endBoundary = parsed.endBoundary
    members = parsed.members
    isUncertain = parsed.traits.isUncertain
    isApproximate = parsed.traits.isApproximate
    hasUnspecified = parsed.traits.hasUnspecified
    level = parsed.traits.level
    memberExtents = parsed.extents
  }

  /// The days from the first to the last that the expression may denote, with any gaps between.
  public var range: DayRange {
    DayRange(lower: start.lower, upper: end.upper)
  }
}
