/// Reads documents from delimited text or a workbook, a row each.
///
/// UTF-8 is read as it comes, so that a file larger than memory can be; what is in another encoding, and a workbook, is taken in whole.
public struct TableDocuments: DocumentReader {
  /// Bytes by which a file is recognised.
  private static let head = 1 << 20
  /// Bytes of a record of all its fields, and of a file that is taken in whole.
  private static let longest = 64 << 20
  private static let whole = TableLimits.unpacked

  public private(set) var notes: [String]
  private let table: TableText
  private let chunks: ByteChunks
  private let header: [String]
  private let places: [String: Int]
  private let rest: [Int]
  private let assembly: DocumentAssembly
  private var buffer: [UInt8]
  /// Up to where the buffer has whole records.
  private var end = 0
  private var search = RecordSearch()
  private var isOver: Bool
  private var scanner: FieldScanner
  private var number = 0

  public init(
    _ chunks: @escaping ByteChunks, name: String, columns: DocumentColumns, dialect: Dialect = Dialect()
  ) throws {
    var head: [UInt8] = []
    var isOver = false
    while head.count < Self.head, !isOver {
      if let chunk = try chunks() { head += chunk } else { isOver = true }
    }
    let streams = !isOver && dialect.sheet == nil && Self.isPlain(head, dialect)
    if !streams {
      while !isOver {
        guard head.count <= Self.whole else {
          throw TableError(
            place: name,
            message:
              "larger than \(Self.whole >> 20) MiB and not UTF-8 text, so that it cannot be read bit by bit. Save it as UTF-8."
          )
        }
        if let chunk = try chunks() { head += chunk } else { isOver = true }
      }
    }
    var search = RecordSearch()
    let known = streams ? search.lastEnd(in: head, isOver: false) : head.count
    let table = try TableText.read(
      known == head.count ? head : Array(head[..<known]), fileName: name, declared: dialect)
    buffer = table.bytes + head[known...]
    (self.table, self.chunks, self.isOver) = (table, chunks, isOver)
    // The delimiter shows at once where it is mistaken: there are no columns then.
    notes = table.notes.filter { $0.contains("encoding:") }.map {
      $0.replacing(
        ", which its mapping does not declare.", with: ". Say what it is with --encoding if it is another.")
    }
    scanner = FieldScanner(delimiter: table.delimiter.byte)
    let reader = try Self.reading(table) { () throws(CSVError) in
      try CSVReader(table.bytes, delimiter: table.delimiter, allowsRepeatedNames: true)
    }
    header = reader.header
    places = Dictionary(reader.header.enumerated().map { ($1, $0) }) { first, _ in first }
    for column in columns.needed {
      guard places[column] != nil else {
        throw TableError(
          place: "\(table.name):1",
          message: "no column '\(column)'; the columns are: \(reader.header.joined(separator: ", "))")
      }
      guard reader.header.count(where: { $0 == column }) == 1 else {
        throw TableError(place: "\(table.name):1", message: "two columns are called '\(column)'")
      }
    }
    rest = reader.header.indices.filter { !columns.used.contains(reader.header[$0]) }
    assembly = DocumentAssembly(columns: columns, file: name) { [places] in places[$0] != nil }
    end = self.search.lastEnd(in: buffer, isOver: isOver)
    _ = try nextRecord()
  }

  public mutating func next() throws -> Result<RawDocument, DocumentProblem>? {
    guard try nextRecord() else { return nil }
    number += 1
    let line = table.row(ofLine: scanner.start)
    guard scanner.count == header.count else {
      return .failure(
        DocumentProblem(
          line: line, field: "", found: "\(scanner.count) field\(scanner.count == 1 ? "" : "s")",
          expected: "\(header.count), as the header has"))
    }
    if let problem = table.problems(onLine: scanner.start, header: header, columns: assembly.columns.used)
      .first
    {
      return .failure(
        DocumentProblem(line: line, field: problem.column, found: problem.value, expected: problem.expected))
    }
    return try buffer.withUnsafeBufferPointer { buffer in
      func cell(_ place: Int) throws -> String {
        guard let text = String(validating: scanner.cell(place, in: buffer), as: UTF8.self) else {
          throw TableError(
            place: "\(table.name):\(line)",
            message: "column '\(header[place])' is not UTF-8 text. Save the file as UTF-8.")
        }
        return text
      }
      var texts: [String: String] = [:]
      for column in assembly.columns.used {
        guard let place = places[column] else { continue }
        let text = try cell(place)
        texts[column] = column == assembly.columns.text ? text : text.trimmingSpaces()
      }
      var extra: [(String, JSONValue)] = []
      for place in rest {
        let text = try cell(place).trimmingSpaces()
        if !text.isEmpty { extra.append((header[place], .string(text))) }
      }
      do throws(DocumentProblem) {
        return .success(
          try assembly.document(
            line: line, number: number, field: { texts[$0].flatMap { $0.isEmpty ? nil : $0 } },
            list: { DocumentAssembly.names(texts[$0] ?? "") },
            extra: extra.isEmpty ? nil : JSONValue.object(extra).text))
      } catch { return .failure(error) }
    }
  }

  /// Reads the fields of the next record; false at the end.
  private mutating func nextRecord() throws -> Bool {
    while true {
      let isThere = try Self.reading(table) { () throws(CSVError) in
        try buffer.withUnsafeBufferPointer { (bytes) throws(CSVError) -> Bool in
          scanner.clear()
          return try scanner.next(in: UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
      }
      if isThere { return true }
      guard !isOver else { return false }
      try refill()
    }
  }

  private mutating func refill() throws {
    buffer.removeFirst(scanner.position)
    scanner = FieldScanner(delimiter: table.delimiter.byte, line: scanner.line)
    search = RecordSearch()
    end = 0
    while end == 0, !isOver {
      if let chunk = try chunks() { buffer += chunk } else { isOver = true }
      end = search.lastEnd(in: buffer, isOver: isOver)
      // Too long for a record: the scanner says what is wrong with it.
      if buffer.count > Self.longest { end = buffer.count }
    }
  }

  /// Whether it can be read as it comes: UTF-8 with line ends that one sees at once.
  private static func isPlain(_ head: [UInt8], _ dialect: Dialect) -> Bool {
    guard dialect.encoding ?? .utf8 == .utf8, !head.starts(with: ZipArchive.mark), head.contains(10),
      EncodingGuess.marked(head) == nil
    else { return false }
    // A character may be cut at the end.
    let survey = UTF8Survey(head)
    return survey.zeros == (0, 0) && (survey.firstWrong ?? head.count) > head.count - 4
  }

  private static func reading<T>(_ table: TableText, _ body: () throws(CSVError) -> T) throws -> T {
    do throws(CSVError) { return try body() } catch {
      throw DocumentTableError(table: table.name, error: error.placed(in: table))
    }
  }
}

/// What is wrong with the delimited text of a table of documents.
public struct DocumentTableError: Error, Sendable {
  public let table: String
  public let error: CSVError
}

/// Looks for the last line end that is outside quotes.
private struct RecordSearch {
  private var place = 0
  private var isQuoted = false
  private var end = 0

  /// How many of the bytes are whole records; all of them at the end of the file.
  mutating func lastEnd(in bytes: [UInt8], isOver: Bool) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte == 0x22 { isQuoted.toggle() } else if byte == 0x0A, !isQuoted { end = place }
      }
    }
    return isOver ? bytes.count : end
  }
}
