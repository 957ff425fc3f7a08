extension Parser {
  /// Reads an interval, whose start has been read if it is a date (Library of Congress EDTF
  /// specification, Level 0 "Time Interval", Level 1 "Extended Interval" and Level 2 "Interval").
  mutating func interval(from start: ParsedDate?) throws(EDTFError) -> ParsedExpression {
    var result = ParsedExpression(
      form: .interval, start: .always, end: .always, traits: start?.traits ?? Traits())
    if let start {
      result.start = start.range
    } else {
      result.startBoundary = takeDots() ? .open : .unknown
    }
    try require(.slash, "a slash after the start of an interval")
    let position = position
    if isAtEnd {
      result.endBoundary = .unknown
    } else if takeDots() {
      result.endBoundary = .open
    } else {
      let end = try date()
      result.end = end.range
      result.traits.merge(end.traits)
    }
    if result.startBoundary != .dated || result.endBoundary != .dated {
      result.traits.reach(1)
    }
    if result.traits.hasUnspecified { result.traits.reach(2) }
    guard result.startBoundary == .dated || result.endBoundary == .dated else {
      throw .undatedInterval(place(position, "a date on one side of the slash at least"))
    }
    guard result.start.lower <= result.end.upper else {
      throw .reversed(place(position, "an end no earlier than the start"))
    }
    return result
  }
}
