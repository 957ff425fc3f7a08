/// Any table as text: a header, rows, and which columns hold numbers. What every writer writes.
public struct Grid: Hashable, Sendable {
  public let header: [String]
  public let rows: [[String]]
  /// Columns to be set flush right.
  public let numeric: Set<Int>
  public let title: String
  public let notes: [String]

  public init(
    header: [String], rows: [[String]], numeric: Set<Int> = [], title: String = "", notes: [String] = []
  ) {
    self.header = header
    self.rows = rows
    self.numeric = numeric
    self.title = title
    self.notes = notes
  }

  /// A cross table for people: zeros as dots, published values that differ in brackets with a mark.
  public init(_ table: CrossTable) {
    func text(_ cell: CrossTable.Cell) -> String {
      guard let computed = cell.computed else { return cell.publishedText.map { "[\($0)]" } ?? "" }
      let own = computed.isZero ? "·" : computed.text
      guard let published = cell.publishedText, cell.differs else { return own }
      return "\(own) [\(published)]"
    }
    let hasRowTotals = !table.rowTotals.isEmpty
    var rows = table.rows.enumerated().map { index, head in
      [head.name] + table.cells[index].map(text) + (hasRowTotals ? [text(table.rowTotals[index])] : [])
    }
    if !table.columnTotals.isEmpty {
      rows.append(
        ["Total"] + table.columnTotals.map(text) + (hasRowTotals ? [table.total.map(text) ?? ""] : []))
    }
    let header = [table.rowCaption] + table.columns.map(\.name) + (hasRowTotals ? ["Total"] : [])
    self.init(
      header: header, rows: rows, numeric: Set(1..<max(2, header.count)), title: table.title,
      notes: table.notes)
  }
}
