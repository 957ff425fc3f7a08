/// Reads comma-separated values, RFC 4180: quoted fields may hold commas, line breaks and doubled quotes.
///
/// UTF-8, with or without a byte order mark; lines end in LF or CRLF. The first record is the header. Blank lines are skipped.
/// Our own because an importer must name the line of every fault and read a million rows; the packages at hand do neither.
public struct CSVReader {
  /// One record: its fields, and the line of the file it starts on (1 is the header's).
  public struct Record: Hashable, Sendable {
    public let fields: [String]
    public let line: Int
  }

  public let header: [String]
  private var scanner: Scanner

  /// Reads the header. Throws when there is none, when a name is empty or comes twice, when there are more than `TableLimits.columns`, or
  /// when the bytes are not UTF-8.
  public init(_ bytes: [UInt8], delimiter: Delimiter = .comma) throws(CSVError) {
    scanner = Scanner(bytes: bytes, delimiter: delimiter.byte)
    guard let first = try scanner.record() else { throw CSVError.empty }
    guard first.fields.count <= TableLimits.columns else {
      throw CSVError.tooManyColumns(line: first.line, found: first.fields.count)
    }
    try Self.checkLengths(first)
    var seen: Set<String> = []
    for (index, name) in first.fields.enumerated() {
      guard !name.isEmpty else { throw CSVError.unnamedColumn(number: index + 1) }
      guard seen.insert(name).inserted else { throw CSVError.repeatedColumn(name) }
    }
    header = first.fields
  }

  /// The next record; nil at the end. Throws when it does not have as many fields as the header; the one after it can still be read then.
  public mutating func next() throws(CSVError) -> Record? {
    guard let record = try scanner.record() else { return nil }
    try Self.checkLengths(record)
    guard record.fields.count == header.count else {
      throw CSVError.fieldCount(line: record.line, found: record.fields.count, expected: header.count)
    }
    return record
  }

  private static func checkLengths(_ record: Record) throws(CSVError) {
    if let column = record.fields.firstIndex(where: { $0.utf8.count > TableLimits.field }) {
      throw CSVError.longField(line: record.line, column: column + 1)
    }
  }
}

extension CSVError {
  /// With the rows of the table in place of the lines of its text.
  public func placed(in table: TableText) -> CSVError {
    switch self {
    case .empty, .unnamedColumn, .repeatedColumn: self
    case .fieldCount(let line, let found, let expected):
      .fieldCount(line: table.row(ofLine: line), found: found, expected: expected)
    case .openQuote(let line): .openQuote(line: table.row(ofLine: line))
    case .strayQuote(let line): .strayQuote(line: table.row(ofLine: line))
    case .notUTF8(let line): .notUTF8(line: table.row(ofLine: line))
    case .tooManyColumns(let line, let found): .tooManyColumns(line: table.row(ofLine: line), found: found)
    case .longField(let line, let column): .longField(line: table.row(ofLine: line), column: column)
    }
  }
}

/// A file that is not the CSV that was expected.
public enum CSVError: Error, Equatable, Sendable {
  case empty
  case unnamedColumn(number: Int)
  case repeatedColumn(String)
  case fieldCount(line: Int, found: Int, expected: Int)
  /// A quoted field that never ends.
  case openQuote(line: Int)
  /// A quote inside an unquoted field, or text after a closing quote.
  case strayQuote(line: Int)
  case notUTF8(line: Int)
  /// More than `TableLimits.columns`.
  case tooManyColumns(line: Int, found: Int)
  /// A field of more than `TableLimits.field` bytes; columns count from 1.
  case longField(line: Int, column: Int)
}
