public import Archive
import Diplomacy
public import Interchange

extension EachPolicy where Result == CrossTable {
  /// A table under each policy; that it says so itself is left out.
  public init(ofTablesIn archive: ArchiveStore, _ answer: (ArchiveStore) throws -> CrossTable) throws {
    try self.init(of: archive) { archive in
      var table = try answer(archive)
      table.notes.removeAll { $0.hasPrefix(PolicyNote.start) }
      return table
    }
  }

  /// A line for every total and for every cell that is not the same under all policies; a column a policy.
  public var grid: Grid {
    let told = telling
    let readings = told.map { TableSensitivity.reading($0.result) }
    let tables = told.map(\.result)
    let rows = Self.names(tables.map(\.rows))
    let columns = Self.names(tables.map(\.columns))
    let hasCells = columns.count > 1
    func values(_ place: TableSensitivity.Place) -> [String] {
      readings.map { $0[place].map { $0.isZero ? "·" : $0.text } ?? "·" }
    }
    func line(_ row: String, _ column: String) -> [String] {
      [row] + (hasCells ? [column] : []) + values(TableSensitivity.Place(row: row, column: column))
    }
    var cells: [[String]] = []
    if hasCells {
      for row in rows {
        for column in columns
        where Set(values(TableSensitivity.Place(row: row, column: column))).count > 1 {
          cells.append(line(row, column))
        }
      }
    }
    let totals =
      (tables[0].rowTotals.isEmpty ? [] : rows.map { line($0, "total") })
      + (tables[0].columnTotals.isEmpty || !hasCells ? [] : columns.map { line("total", $0) })
      + (tables[0].total == nil ? [] : [line("total", "total")])
    let captions = [tables[0].rowCaption] + (hasCells ? [tables[0].columnCaption] : [])
    let note =
      hasCells
      ? [
        cells.isEmpty
          ? "All cells are the same under every policy; the totals are shown."
          : "Cells that are the same under every policy are left out, totals are not."
      ] : []
    return Grid(
      header: captions + told.map(\.policy.description), rows: cells + totals,
      numeric: Set(captions.count..<captions.count + told.count),
      title: "\(tables[0].title), under each policy",
      notes: note + (untold.map { [$0] } ?? [])
        + tables[0].notes)
  }

  /// An array of `{policy, table}`.
  public var json: String {
    JSON.array(
      results.map {
        .object([
          .init("policy", .string($0.policy.description)), .init("table", CrossTableJSON.json($0.result)),
        ])
      }
    ).text(pretty: true)
  }

  private static func names(_ heads: [[CrossTable.Head]]) -> [String] {
    heads.joined().map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
