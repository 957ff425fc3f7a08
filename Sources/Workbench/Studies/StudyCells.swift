import Archive
import Chronology
import Diplomacy
import Foundation
import Interchange

/// What gives the cells of a study's table.
protocol CellSource {
  func cell(where holds: (TableCell) -> Bool) -> CrossTable.Cell
}

/// Units counted by a tally.
struct UnitCells: CellSource {
  private let tally: Tally<TableCell>
  private let statements: [String: [String]]
  private let printed: [TableCell: Amount]

  init(_ records: [[String: ResultTable.Cell]], statements: ([String]) throws -> [String: [String]]) throws {
    var order: [String] = []
    var places: [String: [TableCell]] = [:]
    var outside: Set<String> = []
    var printed: [TableCell: Amount] = [:]
    for record in records {
      guard let unit = record["unit"], unit != .null else { continue }
      let cell = TableCell(row: record["row"]?.text ?? "", column: record["column"]?.text ?? "")
      if let amount = record["published"].flatMap({ try? Amount($0.text) }) { printed[cell] = amount }
      if places[unit.text] == nil { order.append(unit.text) }
      if places[unit.text]?.contains(cell) != true { places[unit.text, default: []].append(cell) }
      if record["outside"]?.number == 1 { outside.insert(unit.text) }
    }
    tally = Tally(
      order.map { Tally.Unit(id: $0, places: [places[$0] ?? []], mayBeOutside: outside.contains($0)) })
    self.statements = try statements(order)
    self.printed = printed
  }

  func cell(where holds: (TableCell) -> Bool) -> CrossTable.Cell {
    let units = tally.units.filter { $0.places.contains { $0.contains(where: holds) } }
    let places = Set(units.flatMap { $0.places.joined().filter(holds) })
    return CrossTable.Cell(
      computed: CrossTable.Bounds(tally.count(where: holds)),
      printed: places.count == 1 ? places.first.flatMap { printed[$0] } : nil,
      statements: units.flatMap { statements[$0.id] ?? [] })
  }
}

/// Cells given one by one; totals are their sums.
struct CellSums: CellSource {
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
      let list = record["statements"].flatMap { try? JSONSerialization.jsonObject(with: Data($0.text.utf8)) }
      let place = TableCell(row: record["row"]?.text ?? "", column: record["column"]?.text ?? "")
      return (
        place,
        CrossTable.Cell(
          computed: computed, printed: record["published"].flatMap { try? Amount($0.text) },
          statements: (list as? [Any] ?? []).compactMap { $0 as? String })
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
