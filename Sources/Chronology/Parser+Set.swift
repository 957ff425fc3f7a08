extension Parser {
  /// Reads a set: its members, between commas, are dates and runs of dates (Library of Congress
  /// EDTF specification, Level 2, "Set representation").
  mutating func set(_ form: EDTF.Form, closing: UInt8) throws(EDTFError) -> ParsedExpression {
    advance()
    var result = ParsedExpression(form: form, start: .always, end: .always, traits: Traits())
    result.traits.reach(2)
    var hull: DayRange?
    repeat {
      let start = position
      let run = try run(isFirst: result.members.isEmpty, closing: closing)
      result.traits.merge(run.traits)
      result.extents += form == .oneOf ? [Extent(eventIn: run.range)] : run.extents
      hull = hull?.hull(run.range) ?? run.range
      result.members.append(
        EDTF.Member(text: read(from: start), range: run.range, isRun: run.isRun))
    } while takeSeparator()
    try require(closing, closing == .closeBracket ? "a comma or “]”" : "a comma or “}”")
    result.start = hull ?? .always
    result.end = result.start
    return result
  }

  /// A comma, and a blank after it as in the specification's own `[1667,1668, 1670..1672]`.
  private mutating func takeSeparator() -> Bool {
    guard take(.comma) else { return false }
    _ = take(.space)
    return true
  }

  /// Reads one member. Two dots before the first member mean "or earlier", after the last "or
  /// later", and between two dates everything from one to the other.
  private mutating func run(isFirst: Bool, closing: UInt8) throws(EDTFError) -> Run {
    let start = position
    if isFirst && takeDots() {
      let last = try date()
      try checkRun(of: last, at: start)
      return Run(first: nil, last: last)
    }
    let first = try date()
    let dots = position
    guard takeDots() else { return Run(single: first) }
    try checkRun(of: first, at: start)
    if next == closing { return Run(first: first, last: nil) }
    let position = position
    let last = try date()
    try checkRun(of: last, at: position)
    guard first.precision == last.precision else {
      throw .unequalPrecision(place(dots, "two years, two months or two days"))
    }
    guard first.range.lower <= last.range.lower else {
      throw .reversed(place(position, "a date no earlier than that before the dots"))
    }
    return Run(first: first, last: last)
  }

  /// Only years, months and days that are given in full have one that comes next.
  private func checkRun(of date: ParsedDate, at position: Int) throws(EDTFError) {
    guard date.precision != .partial, !date.traits.hasUnspecified else {
      throw .runOfInexactDates(place(position, "a year, month or day with every digit given"))
    }
  }
}
