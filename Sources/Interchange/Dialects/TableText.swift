/// Any table's file as one thing: UTF-8 text with a delimiter, and how its lines are to be named in messages.
///
/// Delimited text keeps its lines, so that a line of `bytes` is a line of the file. A workbook's sheet becomes text of its own.
public struct TableText: Sendable {
  /// What messages call it: the file, and the sheet where it is one of a workbook.
  public let name: String
  /// UTF-8 without a byte order mark; RFC 4180 with `delimiter` in place of the comma.
  public let bytes: [UInt8]
  public let delimiter: Delimiter
  /// What was taken for granted and should be told: sentences.
  public let notes: [String]
  let rows: RowMap
  /// Cells whose contents cannot be taken, by the line of their record.
  let faults: [Int: [CellFault]]

  /// Recognises a file by its contents, never by its name, and reads it as declared or as it shows itself to be.
  ///
  /// - Throws: `TableError` when it is damaged, is no table, cannot be told from something else, or is not what was declared.
  public static func read(_ bytes: [UInt8], fileName: String, declared: Dialect = Dialect())
    throws(TableError) -> TableText
  {
    if bytes.starts(with: ZipArchive.mark) {
      return try WorkbookReader.read(bytes, fileName: fileName, declared: declared)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw TableError(
        place: fileName,
        message:
          "an old .xls workbook, or one with a password, which cannot be read. Save it as .xlsx without a password, or as CSV."
      )
    }
    if let sheet = declared.sheet {
      throw TableError(
        place: fileName, message: "the mapping declares the sheet '\(sheet)', but this is no XLSX workbook")
    }
    return try DelimitedFile(name: fileName, declared: declared).read(bytes)
  }

  /// Whether any cell's contents cannot be taken.
  var hasFaults: Bool { !faults.isEmpty }

  /// The row of the sheet, or the line of the file, of the record that begins on a line of `bytes`.
  public func row(ofLine line: Int) -> Int { rows.row(ofLine: line) }

  /// What is wrong with the record that begins on a line: the faults of its cells, as far as the mapping reads their columns, in place of what
  /// was found wrong with the same columns.
  public func problems(
    onLine line: Int, header: [String], mapping: Mapping, besides found: [RowProblem] = []
  ) -> [RowProblem] {
    guard faults[line] != nil else { return found }
    let own = problems(onLine: line, header: header, columns: mapping.columns)
    return own + found.filter { problem in !own.contains { $0.column == problem.column } }
  }

  /// The cells of these columns whose contents cannot be taken, of the record that begins on a line.
  public func problems(onLine line: Int, header: [String], columns used: Set<String>) -> [RowProblem] {
    (faults[line] ?? []).compactMap { fault in
      let columns = header.indices.clamped(to: fault.columns.lowerBound..<(fault.columns.upperBound + 1))
      guard let column = header[columns].first(where: used.contains) else { return nil }
      return RowProblem(line: line, column: column, value: fault.value, expected: fault.expected)
    }
  }
}

/// A cell whose contents cannot be taken for what the sheet shows.
struct CellFault: Hashable, Sendable {
  /// 0 is the first column.
  let columns: ClosedRange<Int>
  let value: String
  let expected: String
}
