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
  /// The last record that was read, whether or not it has as many fields as the header.
  public private(set) var last: Record?
  /// How many of the bytes are read.
  public var position: Int { scanner.position }
  private let bytes: [UInt8]
  private var scanner: FieldScanner

  /// Reads the header. Throws when there is none, when a name is empty or comes twice, when there are more than `TableLimits.columns`, or
  /// when the bytes are not UTF-8.
  ///
  /// - Parameter allowsRepeatedNames: for who looks for the columns that matter, and sees to it that each of those is one.
  public init(
    _ bytes: [UInt8], delimiter: Delimiter = .comma, allowsRepeatedNames: Bool = false
  ) throws(CSVError) {
    self.bytes = bytes
    scanner = FieldScanner(
      delimiter: delimiter.byte, position: bytes.starts(with: TextMark.utf8) ? TextMark.utf8.count : 0)
    guard let first = try Self.record(&scanner, bytes) else { throw CSVError.empty }
    guard first.fields.count <= TableLimits.columns else {
      throw CSVError.tooManyColumns(line: first.line, found: first.fields.count)
    }
    var seen: Set<String> = []
    for (index, name) in first.fields.enumerated() {
      guard !name.isEmpty else { throw CSVError.unnamedColumn(number: index + 1) }
      guard seen.insert(name).inserted || allowsRepeatedNames else { throw CSVError.repeatedColumn(name) }
    }
    header = first.fields
  }

  /// The next record; nil at the end. Throws when it does not have as many fields as the header; the one after it can still be read then.
  public mutating func next() throws(CSVError) -> Record? {
    guard let record = try Self.record(&scanner, bytes) else { return nil }
    last = record
    guard record.fields.count == header.count else {
      throw CSVError.fieldCount(line: record.line, found: record.fields.count, expected: header.count)
    }
    return record
  }

  private static func record(_ scanner: inout FieldScanner, _ bytes: [UInt8]) throws(CSVError) -> Record? {
    try bytes.withUnsafeBufferPointer { (buffer) throws(CSVError) -> Record? in
      scanner.clear()
      guard try scanner.next(in: buffer) else { return nil }
      var fields: [String] = []
      for index in 0..<scanner.count {
        fields.append(try text(scanner.cell(index, in: buffer), from: scanner.start))
      }
      return Record(fields: fields, line: scanner.start)
    }
  }

  /// The text of a field; the error names the line of the first byte that is amiss, counted from the record's.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(CSVError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let wrong = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw CSVError.notUTF8(line: start + wrong)
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
