import Archive
import Interchange

extension StudyTable {
  /// Whether its query asks for a ladder that the study leaves open.
  var isPerLadder: Bool { sql.contains(":ladder") && parameters["ladder"] == nil }

  /// The table on that ladder.
  func on(_ ladder: String) -> StudyTable {
    StudyTable(
      id: id, title: title, locator: locator, rows: rows, columns: columns, unit: unit, totals: totals,
      order: order, parameters: parameters.merging(["ladder": ladder]) { $1 }, sql: sql, note: note)
  }
}

extension CrossTable {
  /// Several tables of one question as one, cell by cell from the least to the most; what depends on the choice is said below it.
  /// A row or column that one of them has not counts nothing there.
  init(hullOf tables: [(name: String, table: CrossTable)]) {
    let rows = Self.united(tables.map(\.table.rows))
    let columns = Self.united(tables.map(\.table.columns))
    func hull(_ cell: (CrossTable) -> Cell?) -> Cell { Cell(hullOf: tables.map { cell($0.table) }) }
    let first = tables.first?.table
    self.init(
      title: first?.title ?? "", unit: first?.unit ?? "", rowCaption: first?.rowCaption ?? "",
      columnCaption: first?.columnCaption ?? "", rows: rows, columns: columns,
      cells: rows.map { row in columns.map { column in hull { $0.cell(row, column) } } },
      notes: first?.notes ?? [])
    if first?.rowTotals.isEmpty == false {
      rowTotals = rows.map { row in
        hull { table in table.rows.firstIndex(of: row).map { table.rowTotals[$0] } }
      }
    }
    if first?.columnTotals.isEmpty == false {
      columnTotals = columns.map { column in
        hull { table in table.columns.firstIndex(of: column).map { table.columnTotals[$0] } }
      }
    }
    if first?.total != nil { total = hull(\.total) }
    let names = tables.map(\.name).joined(separator: ", ")
    notes.append(
      "Computed on each ladder on record (\(names)): where they do not agree, from the least to the most.")
    notes += Self.disagreements(rows, columns, tables)
  }

  private static func united(_ heads: [[Head]]) -> [Head] {
    heads.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func cell(_ row: Head, _ column: Head) -> Cell? {
    guard let row = rows.firstIndex(of: row), let column = columns.firstIndex(of: column) else { return nil }
    return cells[row][column]
  }

  private static func disagreements(
    _ rows: [Head], _ columns: [Head], _ tables: [(name: String, table: CrossTable)]
  ) -> [String] {
    rows.flatMap { row in
      columns.compactMap { column in
        let values = tables.map { ($0.name, $0.table.cell(row, column)?.computed?.text ?? "0") }
        guard Set(values.map(\.1)).count > 1 else { return nil }
        return "\(row.name), \(column.name): " + values.map { "\($0.1) on \($0.0)" }.joined(separator: ", ")
          + "."
      }
    }
  }
}

extension CrossTable.Cell {
  /// From the least to the most of several; one that is not there is zero.
  fileprivate init(hullOf cells: [CrossTable.Cell?]) {
    let bounds = cells.map { $0?.computed ?? CrossTable.Bounds(certain: 0, possible: 0) }
    let highs = bounds.map(\.possible)
    let first = cells.compactMap(\.self).first { $0.publishedText != nil }
    self.init(
      computed: CrossTable.Bounds(
        certain: bounds.map(\.certain).min() ?? 0,
        possible: highs.contains(nil) ? nil : highs.compactMap(\.self).max()),
      published: first?.published, publishedText: first?.publishedText,
      statements: cells.flatMap { $0?.statements ?? [] }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      })
  }
}
