import Archive
import Chronology
import Diplomacy
import Foundation
public import Interchange

extension StudyRunner {
  /// Runs a study's table.
  ///
  /// Its query gives either cells (`row`, `column`, `certain`, `possible`; optionally `published`, `statements`) or units (`row`,
  /// `column`, `unit`; optionally `outside`, `published`): a unit with several rows is in one of their cells, with `outside` = 1
  /// perhaps in none, and is counted once in each total. A record whose row or column is `Total` is no cell: its `published` is
  /// the total that the document prints there.
  public func run(_ table: StudyTable, of study: String) throws -> CrossTable {
    let result = try query(
      table.sql, table.parameters, study, "table \(table.id)", needing: ["row", "column"])
    let printed = PrintedTotals(result.records)
    let records = result.records.filter { !PrintedTotals.isTotal($0) }
    let rows = heads(records.map { $0["row"]?.text ?? "" })
    let columns = heads(records.map { $0["column"]?.text ?? "" })
    let cells: any CellSource =
      result.columns.contains("unit")
      ? try UnitCells(records, statements: statements(ofUnits:))
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
      "SELECT entity, id FROM live_statement WHERE kind = 'partnership' OR kind = 'event'")
    return Dictionary(grouping: rows.rows.filter { wanted.contains($0[0].text) }) { $0[0].text }
      .mapValues { $0.map { $0[1].text } }
  }
}

/// The totals that a document prints, to stand beside those computed.
private struct PrintedTotals {
  /// The row's or column's key that means a total.
  static let name = "Total"

  private let amounts: [TableCell: Amount]

  init(_ records: [[String: ResultTable.Cell]]) {
    var amounts: [TableCell: Amount] = [:]
    for record in records where Self.isTotal(record) {
      let place = TableCell(row: record["row"]?.text ?? "", column: record["column"]?.text ?? "")
      amounts[place] = record["published"].flatMap { try? Amount($0.text) }
    }
    self.amounts = amounts
  }

  static func isTotal(_ record: [String: ResultTable.Cell]) -> Bool {
    record["row"]?.text == name || record["column"]?.text == name
  }

  func beside(_ cell: CrossTable.Cell, row: String, column: String) -> CrossTable.Cell {
    guard let amount = amounts[TableCell(row: row, column: column)] else { return cell }
    return CrossTable.Cell(
      computed: cell.computed,
      published: CrossTable.Bounds(certain: amount.lowest ?? 0, possible: amount.highest),
      publishedText: amount.text, statements: cell.statements)
  }
}

/// What gives the cells of a study's table.
private protocol CellSource {
  func cell(where holds: (TableCell) -> Bool) -> CrossTable.Cell
}

/// Units counted by a tally.
private struct UnitCells: CellSource {
  private let tally: Tally<TableCell>
  private let statements: [String: [String]]

  init(_ records: [[String: ResultTable.Cell]], statements: ([String]) throws -> [String: [String]]) throws {
    var order: [String] = []
    var places: [String: [TableCell]] = [:]
    var outside: Set<String> = []
    for record in records {
      guard let unit = record["unit"], unit != .null else { continue }
      let cell = TableCell(row: record["row"]?.text ?? "", column: record["column"]?.text ?? "")
      if places[unit.text] == nil { order.append(unit.text) }
      if places[unit.text]?.contains(cell) != true { places[unit.text, default: []].append(cell) }
      if record["outside"]?.number == 1 { outside.insert(unit.text) }
    }
    tally = Tally(
      order.map { Tally.Unit(id: $0, places: [places[$0] ?? []], mayBeOutside: outside.contains($0)) })
    self.statements = try statements(order)
  }

  func cell(where holds: (TableCell) -> Bool) -> CrossTable.Cell {
    let units = tally.units.filter { $0.places.contains { $0.contains(where: holds) } }
    return CrossTable.Cell(
      computed: CrossTable.Bounds(tally.count(where: holds)),
      statements: units.flatMap { statements[$0.id] ?? [] })
  }
}

/// Cells given one by one; totals are their sums.
private struct CellSums: CellSource {
  private let cells: [(place: TableCell, cell: CrossTable.Cell)]

  init(_ records: [[String: ResultTable.Cell]], table: StudyTable, study: String) throws {
    cells = try records.map { record in
      guard record.keys.contains("certain"), record.keys.contains("possible") else {
        throw WorkbenchError.studyQuery(
          study: study, part: "table \(table.id)",
          reason: "the query gives neither 'unit' nor 'certain' and 'possible'")
      }
      let computed = record["certain"]?.number.map { certain in
        CrossTable.Bounds(certain: certain, possible: record["possible"]?.number)
      }
      let published = record["published"].flatMap { try? Amount($0.text) }
      let list = record["statements"].flatMap { try? JSONSerialization.jsonObject(with: Data($0.text.utf8)) }
      let place = TableCell(row: record["row"]?.text ?? "", column: record["column"]?.text ?? "")
      return (
        place,
        CrossTable.Cell(
          computed: computed,
          published: published.map { CrossTable.Bounds(certain: $0.lowest ?? 0, possible: $0.highest) },
          publishedText: published?.text, statements: (list as? [Any] ?? []).compactMap { $0 as? String })
      )
    }
  }

  func cell(where holds: (TableCell) -> Bool) -> CrossTable.Cell {
    let chosen = cells.filter { holds($0.place) }.map(\.cell)
    guard chosen.count != 1 else { return chosen[0] }
    let known = chosen.compactMap(\.computed)
    let possible = known.map(\.possible)
    return CrossTable.Cell(
      computed: known.isEmpty
        ? nil
        : CrossTable.Bounds(
          certain: known.map(\.certain).reduce(0, +),
          possible: possible.contains(nil) ? nil : possible.compactMap(\.self).reduce(0, +)),
      statements: chosen.flatMap(\.statements))
  }
}
