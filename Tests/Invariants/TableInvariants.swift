import Interchange

/// What must hold of tables in CSV (RFC 4180).
enum TableInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    try checkDialect(bytes)
    let table = try read(bytes)
    if !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      try hold(try read([0xEF, 0xBB, 0xBF] + bytes) == table, "a byte order mark changes nothing")
    }
    guard let header = table.header else { return }
    let records = [header] + table.records.map(\.fields)
    let quoted = try read(Array(records.map(line).joined()))
    try hold(
      quoted.header == header && quoted.records.map(\.fields) == table.records.map(\.fields)
        && quoted.faults.isEmpty, "a table written back reads the same")
    try checkExport(records)
  }

  /// Of a file in whatever encoding and with whatever delimiter, what is made is UTF-8.
  private static func checkDialect(_ bytes: [UInt8]) throws(Broken) {
    let encodings = TextEncoding.allCases.map(Optional.some) + [nil]
    let declared = Dialect(encoding: encodings[bytes.count % encodings.count])
    for dialect in [Dialect(), declared] {
      let text: TableText
      do throws(TableError) { text = try TableText.read(bytes, fileName: "fuzz", declared: dialect) } catch {
        try WorkbookInvariants.check(error)
        continue
      }
      try hold(String(validating: text.bytes, as: UTF8.self) != nil, "text becomes UTF-8: \(dialect)")
      _ = try? CSVReader(text.bytes, delimiter: text.delimiter)
    }
  }

  /// What the project writes reads the same, but for the formulas that it defuses.
  private static func checkExport(_ records: [[String]]) throws(Broken) {
    guard !records.joined().contains(where: isFormula) else { return }
    let exported = Grid(header: records[0], rows: Array(records.dropFirst())).csv
    let again = try read(Array(exported.utf8))
    try hold(
      [again.header].compactMap(\.self) + again.records.map(\.fields) == records,
      "an exported table reads the same: \(exported.debugDescription)")
  }

  private static func isFormula(_ cell: String) -> Bool {
    cell.unicodeScalars.first.map { "=+-@＝＋－＠\t\r\n".unicodeScalars.contains($0) } ?? false
  }

  private struct Table: Equatable {
    var header: [String]?
    var records: [CSVReader.Record] = []
    var faults: [CSVError] = []
  }

  /// Reads to the end, past rows with too few or too many fields.
  private static func read(_ bytes: [UInt8]) throws(Broken) -> Table {
    var table = Table()
    do throws(CSVError) {
      var reader = try CSVReader(bytes)
      table.header = reader.header
      try read(&reader, to: &table, atMost: bytes.count)
    } catch {
      table.faults.append(error)
    }
    for fault in table.faults { try checkFault(fault, of: bytes) }
    for (record, next) in zip(table.records, table.records.dropFirst()) {
      try hold(record.line < next.line, "records stand in the order of the file")
    }
    for record in table.records {
      try hold(record.fields.count == table.header?.count, "as many fields as the header")
      try holds(line: record.line, within: bytes)
    }
    return table
  }

  private static func read(_ reader: inout CSVReader, to table: inout Table, atMost limit: Int)
    throws(CSVError)
  {
    for _ in 0...limit {
      do throws(CSVError) {
        guard let record = try reader.next() else { return }
        table.records.append(record)
      } catch {
        guard error.problem != nil else { throw error }
        table.faults.append(error)
      }
    }
    fatalError("more records than bytes")
  }

  private static func checkFault(_ fault: CSVError, of bytes: [UInt8]) throws(Broken) {
    switch fault {
    case .empty, .unnamedColumn, .repeatedColumn, .tooManyColumns, .longField: break
    case .fieldCount(let line, let found, let expected):
      try holds(line: line, within: bytes)
      try hold(found != expected && found > 0, "a row of another length than the header's")
    case .openQuote(let line), .strayQuote(let line), .notUTF8(let line):
      try holds(line: line, within: bytes)
    }
  }

  /// A record with every field in quotes.
  private static func line(_ fields: [String]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let quoted = fields.map { field in
      [quote] + field.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
    return Array(quoted.joined(separator: [UInt8(ascii: ",")])) + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }
}
