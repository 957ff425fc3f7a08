import Chronology

extension CSVError {
  /// The line at fault: 1 for the header, and for a file without one.
  public var line: Int {
    switch self {
    case .empty, .unnamedColumn, .repeatedColumn: 1
    case .fieldCount(let line, _, _), .openQuote(let line), .strayQuote(let line), .notUTF8(let line),
      .tooManyColumns(let line, _), .longField(let line, _):
      line
    }
  }

  /// What is wrong, without where. One line.
  public var text: String {
    switch self {
    case .empty: "empty: expected a header row"
    case .unnamedColumn(let number): "column \(number) has no name"
    case .repeatedColumn(let name): "two columns are called '\(name.shown())'"
    case .fieldCount(_, let found, let expected): "\(found.of("field")), but the header has \(expected)"
    case .openQuote: "a quoted field begins here and never ends"
    case .strayQuote:
      "a quote inside an unquoted field, or text after a closing quote; double the quotes: \"\""
    case .notUTF8: "not UTF-8 text. Save the file as UTF-8."
    case .tooManyColumns(_, let found):
      "\(found) columns; a table may have \(TableLimits.columns). Is the delimiter another one?"
    case .longField(_, let column):
      "field \(column) is longer than \(TableLimits.field >> 20) MiB. Is a quote missing?"
    }
  }
}
