extension EDTF {
  /// What an end of an interval is (Library of Congress EDTF specification, Level 1, "Extended
  /// Interval").
  public enum Boundary: String, Hashable, Sendable, CaseIterable {
    /// A date: the end lies within its range.
    case dated
    /// Two dots: there is no end, or none yet, and the interval goes on.
    case open
    /// Nothing: there is an end, on a day that is not known.
    case unknown
  }

  /// A member of a set.
  public struct Member: Hashable, Sendable {
    /// The member as written: "1668", "1670..1672", "..1760-12-03".
    public let text: String
    /// The days from the first to the last that the member may denote.
    public let range: DayRange
    /// Whether the member is a run of dates, written with two dots.
    public let isRun: Bool
  }

  /// Whether the expression is an interval.
  public var isInterval: Bool { form == .interval }

  /// Whether the expression is a set of which one member is meant: "[1667,1668]".
  public var isOneOf: Bool { form == .oneOf }

  /// Whether the expression is a set of which all members are meant: "{1960,1961-12}".
  public var isAllOf: Bool { form == .allOf }
}

extension EDTF: Hashable, CustomStringConvertible {
  /// The text as written.
  public var description: String { text }

  /// Whether the two are written alike.
  public static func == (left: EDTF, right: EDTF) -> Bool {
    left.text == right.text
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
