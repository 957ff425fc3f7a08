import Interchange

/// What must hold of XLSX workbooks. Bytes that begin as a ZIP file are one; of any others a workbook is made, so that what lies behind
/// the checksums is reached as well: they are its sheet, and after a NUL each its strings, its styles and its list of sheets.
enum WorkbookInvariants {
  static func check(_ bytes: [UInt8]) throws(Broken) {
    let file =
      bytes.starts(with: [0x50, 0x4B, 3, 4])
      ? bytes
      : StoredZip.workbook(
        of: bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init))
    let table: TableText
    do throws(TableError) { table = try TableText.read(file, fileName: "fuzz.xlsx") } catch {
      return try check(error)
    }
    try hold(String(validating: table.bytes, as: UTF8.self) != nil, "a sheet's text is UTF-8")
    try check(table)
  }

  /// The text of a sheet is a table, whose records are rows in order.
  private static func check(_ table: TableText) throws(Broken) {
    guard var reader = try? CSVReader(table.bytes, delimiter: table.delimiter) else { return }
    var row = 0
    for _ in 0...table.bytes.count {
      do throws(CSVError) {
        guard let record = try reader.next() else { return }
        let next = table.row(ofLine: record.line)
        guard next > row else { throw CSVError.openQuote(line: next) }
        row = next
      } catch {
        guard error.problem != nil else { throw Broken(description: "a sheet becomes a table: \(error)") }
      }
    }
  }

  static func check(_ error: TableError) throws(Broken) {
    try hold(error.place.hasPrefix("fuzz"), "an error names the file: \(error.place)")
    try hold(!error.message.isEmpty, "an error says what is wrong")
  }
}
