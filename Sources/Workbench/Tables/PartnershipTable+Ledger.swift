import Archive
import Chronology
import Diplomacy
import Interchange

extension PartnershipTable {
  /// From how many partnerships on the ledger counts them.
  private static let many = 20_000
  /// How many cells a table may have.
  private static let cellLimit = 1_000_000

  /// The same as `answer`. Of many partnerships, where no census is asked about, by the archive's ledger: a million within a quarter second.
  ///
  /// - Throws: `WorkbenchError.badOption` where such a table would have over a million cells.
  func quickAnswer(from archive: ArchiveStore, memory: AxisMemory) throws -> CrossTable {
    try isForLedger(archive) ? answer(byLedgerOf: archive, memory: memory) : answer(from: archive)
  }

  /// Which partnerships stand in a cell, by identifier; in its row, column or the whole table where a key is nil. Printed totals, which
  /// narrow counts, do not say which partnerships they leave out: there may be more here than the cell counts.
  func members(
    row: String?, column: String?, in archive: ArchiveStore, memory: AxisMemory
  ) throws -> [CellMember] {
    if try isForLedger(archive) {
      let ledger = try archive.ledger()
      return count([Axis(rows), Axis(columns)]).members([row, column], of: ledger, memory: memory)
    }
    let units = try archive.partnershipUnits(inventory: inventory(in: archive)?.text).compactMap(unit)
    return units.members { (row == nil || $0.row == row) && (column == nil || $0.column == column) }
  }

  /// Counted by the ledger, whatever its size.
  func answer(byLedgerOf archive: ArchiveStore, memory: AxisMemory) throws -> CrossTable {
    let ledger = try archive.ledger()
    func cells(_ axes: [Axis]) throws -> LedgerCount.Cells {
      try count(axes).cells(of: ledger, memory: memory)
    }
    let found = try cells([Axis(rows), Axis(columns)])
    let (rowKeys, columnKeys) = (Set(found.map { $0.keys[0] }), Set(found.map { $0.keys[1] }))
    guard rowKeys.count * columnKeys.count <= Self.cellLimit else {
      throw WorkbenchError.badOption(
        name: "--columns", value: columns.rawValue,
        expected:
          "fewer: \(rowKeys.count) rows by \(columnKeys.count) columns are over a million cells; --by lists those that are not empty"
      )
    }
    let names = try archive.labels(of: rowKeys.union(columnKeys).union(within.map { [$0.text] } ?? []))
    let (rowHeads, columnHeads) = (
      heads(Array(rowKeys), rows, names), heads(Array(columnKeys), columns, names)
    )
    let (rowPlaces, columnPlaces) = (Self.places(rowHeads), Self.places(columnHeads))
    let empty = CrossTable.Cell(computed: CrossTable.Bounds(certain: 0, possible: 0))
    var table = CrossTable(
      title: title(nil, names), unit: "partnerships", rowCaption: rows.caption,
      columnCaption: columns.caption,
      rows: rowHeads, columns: columnHeads,
      cells: Array(repeating: Array(repeating: empty, count: columnHeads.count), count: rowHeads.count),
      rowTotals: Array(repeating: empty, count: rowHeads.count),
      columnTotals: Array(repeating: empty, count: columnHeads.count), total: empty)
    for cell in found {
      if let row = rowPlaces[cell.keys[0]], let column = columnPlaces[cell.keys[1]] {
        table.cells[row][column] = CrossTable.Cell(computed: CrossTable.Bounds(cell.count))
      }
    }
    // Where a partnership has one place along an axis, what stands in its cells adds up across it.
    func totals(_ axis: Int, across other: Dimension) throws -> [String: Count] {
      let cells = other.isSingle ? found : try cells([Axis(axis == 0 ? rows : columns)])
      let key = other.isSingle ? axis : 0
      return Dictionary(cells.lazy.map { ($0.keys[key], $0.count) }) { $0 + $1 }
    }
    let (rowTotals, columnTotals) = (try totals(0, across: columns), try totals(1, across: rows))
    for (key, count) in rowTotals {
      if let row = rowPlaces[key] {
        table.rowTotals[row] = CrossTable.Cell(computed: CrossTable.Bounds(count))
      }
    }
    for (key, count) in columnTotals {
      if let column = columnPlaces[key] {
        table.columnTotals[column] = CrossTable.Cell(computed: CrossTable.Bounds(count))
      }
    }
    let total =
      rows.isSingle
      ? rowTotals.values.reduce(Count(certain: 0, possible: 0)) { $0 + $1 }
      : try cells([]).first?.count
    if let total { table.total = CrossTable.Cell(computed: CrossTable.Bounds(total)) }
    table.notes = try TableNotes(
      self, archive: archive, inventory: nil, stated: [], heads: [], names: names
    ).all(counted: ledger.count, narrowed: false, failure: nil)
    return table
  }

  private static func places(_ heads: [CrossTable.Head]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: heads.enumerated().map { ($1.key, $0) })
  }

  private func count(_ axes: [Axis]) -> LedgerCount {
    var count = LedgerCount(axes)
    (count.established, count.periods, count.asOf) = (established, periods, asOf)
    (count.within, count.kind) = (within, kind)
    return count
  }

  private func isForLedger(_ archive: ArchiveStore) throws -> Bool {
    guard LedgerCount.counts(rows), LedgerCount.counts(columns) else { return false }
    return try archive.hasPartnerships(over: Self.many) && inventory(in: archive) == nil
  }
}

extension Dimension {
  /// Whether every partnership takes just one place along it, whatever the record leaves open.
  fileprivate var isSingle: Bool { self == .all || self == .kind || self == .agreement }
}

extension [Tally<TableCell>.Unit] {
  /// Those that stand in the cells that satisfy the condition, in their order.
  func members(where holds: (TableCell) -> Bool) -> [CellMember] {
    compactMap { unit in
      let count = Tally([unit]).count(where: holds)
      return count.possible == 0 ? nil : CellMember(id: unit.id, isCertain: count.certain == 1)
    }
  }
}
