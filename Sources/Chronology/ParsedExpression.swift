/// A whole expression, as read.
struct ParsedExpression {
  var form: EDTF.Form
  var start: DayRange
  var end: DayRange
  var startBoundary = EDTF.Boundary.dated
  var endBoundary = EDTF.Boundary.dated
  var traits: Traits
  var members: [EDTF.Member] = []
  /// The occurrences of the members of a set; none for a date or an interval, which has one.
  var extents: [Extent] = []
}

extension Parser {
  /// Reads the whole text.
  mutating func expression() throws(EDTFError) -> ParsedExpression {
    let result =
      switch next {
      case .openBracket: try set(.oneOf, closing: .closeBracket)
      case .openBrace: try set(.allOf, closing: .closeBrace)
      default: try dateOrInterval()
      }
    guard isAtEnd else { throw unexpected("the end") }
    return result
  }

  private mutating func dateOrInterval() throws(EDTFError) -> ParsedExpression {
    guard next != .slash, next != .dot else { return try interval(from: nil) }
    let date = try date()
    switch next {
    case .slash: return try interval(from: date)
    case .time: try timeOfDay(after: date)
    default: break
    }
    return ParsedExpression(
      form: .date, start: date.range, end: date.range, traits: date.traits)
  }
}
