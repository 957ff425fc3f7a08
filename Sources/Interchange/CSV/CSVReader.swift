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

  /// Reads the header. Throws when there is none, when a name is empty or comes twice, or when the bytes are not UTF-8.
  public init(_ bytes: [UInt8]) throws(CSVError) {
    scanner = Scanner(bytes: bytes)
    guard let first = try scanner.record() else { throw CSVError.empty }
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
    guard record.fields.count == header.count else {
      throw CSVError.fieldCount(line: record.line, found: record.fields.count, expected: header.count)
    }
    return record
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
}
