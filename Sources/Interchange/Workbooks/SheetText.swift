import Algorithms

/// The text that a sheet becomes, and how its lines lead back to the sheet.
struct SheetText {
  /// A row being read.
  struct Row {
    let number: Int
    /// The texts of its cells, from the first column to the last one with contents.
    fileprivate(set) var fields: [String] = []
    fileprivate(set) var faults: [CellFault] = []
    /// The last column that was read, counted from 1.
    private(set) var lastColumn = 0

    init(number: Int) { self.number = number }

    var hasContents: Bool { !fields.isEmpty || !faults.isEmpty }

    mutating func put(_ content: CellReader.Content, column: Int) {
      lastColumn = column
      if let expected = content.expected {
        faults.append(
          CellFault(columns: (column - 1)...(column - 1), value: content.text, expected: expected))
      }
      guard !content.text.isEmpty else { return }
      while fields.count < column { fields.append("") }
      fields[column - 1] = content.text
    }
  }

  private(set) var bytes: [UInt8] = []
  private(set) var rows = RowMap()
  private(set) var faults: [Int: [CellFault]] = [:]
  private var header: Row?
  /// The rows that were written, and the lines that they begin on: both ascend.
  private var written: [(row: Int, line: Int)] = []
  private var line = 1
  private var faulty = 0

  /// Writes a row with contents; the first one is the header.
  mutating func add(_ row: Row, place: String) throws(WorkbookFault) {
    var row = row
    if let header {
      while row.fields.count < header.fields.count { row.fields.append("") }
    } else {
      try check(header: row, place: place)
      header = row
    }
    rows.note(row: row.number, onLine: line)
    written.append((row.number, line))
    if !row.faults.isEmpty { try add(row.faults, onLine: line, place: place) }
    for (index, field) in row.fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(field)
    }
    bytes.append(UInt8(ascii: "\n"))
    line += 1
    guard bytes.count <= TableLimits.sheetText else {
      throw WorkbookFault(
        place: place, message: "it comes to more than \(TableLimits.sheetText >> 20) MiB of text")
    }
  }

  /// Refuses the rows of a merged block of cells: its one value may be meant for each of them, or for the first, and nothing says which.
  mutating func refuse(_ block: CellBlock, place: String) throws(WorkbookFault) {
    guard let header else { return }
    let columns = (block.columns.lowerBound - 1)...(block.columns.upperBound - 1)
    guard columns.lowerBound < header.fields.count else { return }
    if block.rows.contains(header.number) {
      throw WorkbookFault(
        place: "\(place), row \(header.number)",
        message:
          "the cells \(block.text) of the header are merged. Give each column one cell with a name of its own, "
          + "and delete titles above the header")
    }
    var index = firstRecord(fromRow: block.rows.lowerBound)
    while index < written.count, written[index].row <= block.rows.upperBound {
      let fault = CellFault(
        columns: columns, value: block.text,
        expected: "a cell of its own: these are merged. Unmerge them and fill each")
      try add([fault], onLine: written[index].line, place: place)
      index += 1
    }
  }

  private func check(header: Row, place: String) throws(WorkbookFault) {
    func fault(_ index: Int, _ message: String) -> WorkbookFault {
      let cell = CellPlace(row: header.number, column: index + 1).text
      return WorkbookFault(place: "\(place), cell \(cell)", message: message)
    }
    if let wrong = header.faults.first {
      throw fault(wrong.columns.lowerBound, "expected a column's name in the header, found '\(wrong.value)'")
    }
    var seen: [String: Int] = [:]
    for (index, name) in header.fields.enumerated() {
      guard !name.isEmpty else { throw fault(index, "a column of the header has no name") }
      if let other = seen.updateValue(index + 1, forKey: name) {
        throw fault(index, "two columns are called '\(name)': \(CellPlace.letters(other)) is the other")
      }
    }
  }

  private mutating func add(_ more: [CellFault], onLine line: Int, place: String) throws(WorkbookFault) {
    faults[line, default: []] += more
    faulty += more.count
    guard faulty <= TableLimits.faults else {
      throw WorkbookFault(
        place: place, message: "more than \(TableLimits.faults) of its cells cannot be taken")
    }
  }

  private func firstRecord(fromRow row: Int) -> Int {
    written.partitioningIndex { $0.row >= row }
  }

  /// A field, in quotes where it needs them.
  private mutating func write(_ field: String) {
    let needsQuotes = field.utf8.contains { [10, 13, 34, 44].contains($0) }
    guard needsQuotes else {
      bytes += field.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      if byte == UInt8(ascii: "\n") { line += 1 }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
