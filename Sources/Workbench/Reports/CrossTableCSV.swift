public import Interchange

/// A cross table in long form, a row a cell: what R and pandas want. `part` says whether it is a cell, a total of its row or column,
/// or the grand total.
public enum CrossTableCSV {
  static func text(_ table: CrossTable) -> String { grid(table).csv }

  /// Header and rows.
  public static func grid(_ table: CrossTable) -> Grid {
    var rows: [[String]] = []
    for (row, head) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated() {
        rows.append(line("cell", head.name, other.name, table.cells[row][column]))
      }
    }
    rows += zip(table.rows, table.rowTotals).map { line("row total", $0.name, "", $1) }
    rows += zip(table.columns, table.columnTotals).map { line("column total", "", $0.name, $1) }
    if let total = table.total { rows.append(line("grand total", "", "", total)) }
    return Grid(
      header: ["part", "row", "column", "certain", "possible", "published", "differs", "statements"],
      rows: rows.filter { !($0[3].isEmpty && $0[5].isEmpty) }
    )
  }

  private static func line(_ part: String, _ row: String, _ column: String, _ cell: CrossTable.Cell)
    -> [String]
  {
    [
      part, row, column, cell.computed.map { $0.certain.brief } ?? "",
      cell.computed?.possible.map(\.brief) ?? "",
      cell.publishedText ?? "", cell.publishedText == nil ? "" : cell.differs ? "yes" : "no",
      cell.statements.joined(separator: " "),
    ]
  }
}
