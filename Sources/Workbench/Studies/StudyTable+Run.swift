import Archive
import Chronology
import Diplomacy
public import Interchange

extension StudyRunner {
  /// Runs a study's table.
  ///
  /// Its query gives either cells (`row`, `column`, `certain`, `possible`; optionally `published`, `statements`) or units (`row`,
  /// `column`, `unit`; optionally `outside`, `published`): a unit with several rows is in one of their cells, with `outside` = 1
  /// perhaps in none, and is counted once in each total. A record whose row or column is `Total` is no cell: its `published` is
  /// the total that the document prints there.
  ///
  /// Where the query asks for `:ladder` and the study gives none, it runs once for each ladder on record, and cells hold what lies between.
  ///
  /// - Parameter citing: whether the statements behind each number are looked up.
  public func run(_ table: StudyTable, of study: String, citing: Bool = true) throws -> CrossTable {
    if table.isPerLadder {
      let ladders = try archive.ladders()
      return CrossTable(
        hullOf: try ladders.map { ($0, try run(table.on($0), of: study, citing: citing)) })
    }
    let result = try query(
      table.sql, table.parameters, study, "table \(table.id)", needing: ["row", "column"])
    let printed = PrintedTotals(result.records)
    let records = result.records.filter { !PrintedTotals.isTotal($0) }
    let rows = heads(records.map { $0["row"]?.text ?? "" })
    let columns = heads(records.map { $0["column"]?.text ?? "" })
    let cells: any CellSource =
      result.columns.contains("unit")
      ? try UnitCells(records, statements: { citing ? try statements(ofUnits: $0) : [:] })
      : try CellSums(records, table: table, study: study)
    var cross = CrossTable(
      title: table.title, unit: table.unit, rowCaption: table.rows, columnCaption: table.columns, rows: rows,
      columns: columns,
      cells: rows.map { row in
        columns.map { column in cells.cell { $0.row == row.key && $0.column == column.key } }
      },
      notes: table.note.isEmpty ? [] : [table.note])
    if [.rows, .both].contains(table.totals) {
      cross.rowTotals = rows.map { row in
        printed.beside(cells.cell { $0.row == row.key }, row: row.key, column: PrintedTotals.name)
      }
    }
    if [.columns, .both].contains(table.totals) {
      cross.columnTotals = columns.map { column in
        printed.beside(cells.cell { $0.column == column.key }, row: PrintedTotals.name, column: column.key)
      }
    }
    if table.totals == .both {
      cross.total = printed.beside(
        cells.cell { _ in true }, row: PrintedTotals.name, column: PrintedTotals.name)
    }
    return arranged(cross, table.order)
  }

  private func heads(_ keys: [String]) -> [CrossTable.Head] {
    keys.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.map {
      CrossTable.Head(key: $0, name: $0)
    }
  }

  private func arranged(_ table: CrossTable, _ order: StudyTable.Order) -> CrossTable {
    let indices: [Int]
    switch order {
    case .asGiven: return table
    case .name:
      indices = table.rows.indices.sorted { table.rows[$0].name.folded < table.rows[$1].name.folded }
    case .total:
      let totals = table.rowTotals.map { $0.computed?.possible ?? 0 }
      guard !totals.isEmpty else { return table }
      indices = table.rows.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    }
    var arranged = table
    arranged.rows = indices.map { table.rows[$0] }
    arranged.cells = indices.map { table.cells[$0] }
    if !table.rowTotals.isEmpty { arranged.rowTotals = indices.map { table.rowTotals[$0] } }
    return arranged
  }

  /// The live statements on each unit.
  private func statements(ofUnits units: [String]) throws -> [String: [String]] {
    let wanted = Set(units)
    let rows = try archive.query(
      "SELECT entity, id FROM live_statement WHERE kind = 'partnership' OR kind = 'event' ORDER BY place")
    return Dictionary(grouping: rows.rows.filter { wanted.contains($0[0].text) }) { $0[0].text }
      .mapValues { $0.map { $0[1].text } }
  }
}
