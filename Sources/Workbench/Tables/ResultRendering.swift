public import Archive
public import Interchange

/// A query's result as a grid and as JSON.
public enum ResultRendering {
  /// Columns whose cells are all numbers are set flush right.
  public static func grid(_ table: ResultTable, title: String = "", notes: [String] = []) -> Grid {
    let numeric = table.columns.indices.filter { column in
      table.rows.contains { $0[column].number != nil }
        && table.rows.allSatisfy { $0[column].number != nil || $0[column] == .null }
    }
    return Grid(
      header: table.columns, rows: table.rows.map { $0.map(\.text) }, numeric: Set(numeric), title: title,
      notes: notes)
  }

  /// An array of objects, one a row, keys in the columns' order.
  public static func json(_ table: ResultTable) -> String {
    JSON.array(table.rows.map { row in .object(zip(table.columns, row).map { .init($0, json($1)) }) }).text(
      pretty: true)
  }

  public static func json(_ cell: ResultTable.Cell) -> JSON {
    switch cell {
    case .null: .null
    case .integer(let value): .integer(value)
    case .real(let value): .number(value)
    case .text(let text): .string(text)
    }
  }
}
