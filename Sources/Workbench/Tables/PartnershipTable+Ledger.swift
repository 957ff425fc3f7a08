import Archive
import Chronology
import Diplomacy
import Interchange

extension PartnershipTable {
  /// From how many partnerships on the ledger counts them.
  private static let many = 20_000
  /// How many cells a table may have.
  private static let cellLimit = 1_000_000

  /// The same as `answer`. Of many partnerships, where no census is asked about, by the archive's ledger.
  ///
  /// - Throws: `WorkbenchError.badOption` where such a table would have over a million cells.
  func quickAnswer(from archive: ArchiveStore, memory: AxisMemory) throws -> CrossTable {
    try ledger(of: archive).map { try answer(from: archive, by: $0, memory: memory) } ?? answer(from: archive)
  }

  /// Which partnerships stand in a cell, by identifier; in its row, column or the whole table where a key is nil. Printed totals, which
  /// narrow counts, do not say which partnerships they leave out: there may be more here than the cell counts.
  func members(
    row: String?, column: String?, in archive: ArchiveStore, memory: AxisMemory
  ) throws -> [CellMember] {
    if let ledger = try ledger(of: archive) {
      return count([Axis(rows), Axis(columns)]).members([row, column], of: ledger, memory: memory)
    }
    let units = try archive.partnershipUnits(inventory: inventory(in: archive)?.text).compactMap(unit)
    return units.members { (row == nil || $0.row == row) && (column == nil || $0.column == column) }
  }

  /// Counted by the archive's ledger, whatever its size.
  func answer(from archive: ArchiveStore, by ledger: Ledger, memory: AxisMemory) throws -> CrossTable {
    let standings = try Standings(count([Axis(rows), Axis(columns)]), of: ledger, memory: memory)
    let found = standings.cells(along: [0, 1])
    let (rowTotals, columnTotals) = (standings.cells(along: [0]), standings.cells(along: [1]))
    let (rowKeys, columnKeys) = (Set(rowTotals.map { $0.keys[0] }), Set(columnTotals.map { $0.keys[0] }))
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
    // The places of the keys among the heads, by their numbers.
    let (rowNumbers, columnNumbers) = (
      found.keys[0].map { rowPlaces[$0] }, found.keys[1].map { columnPlaces[$0] }
    )
    for counter in found.counters {
      let (row, column) = counter.number.quotientAndRemainder(dividingBy: found.numbering.strides[0])
      if let row = rowNumbers[row], let column = columnNumbers[column] {
        table.cells[row][column] = CrossTable.Cell(computed: CrossTable.Bounds(counter.count))
      }
    }
    for total in rowTotals {
      if let row = rowPlaces[total.keys[0]] {
        table.rowTotals[row] = CrossTable.Cell(computed: CrossTable.Bounds(total.count))
      }
    }
    for total in columnTotals {
      if let column = columnPlaces[total.keys[0]] {
        table.columnTotals[column] = CrossTable.Cell(computed: CrossTable.Bounds(total.count))
      }
    }
    if let total = standings.cells(along: []).first {
      table.total = CrossTable.Cell(computed: CrossTable.Bounds(total.count))
    }
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

  /// What it is counted by; nil where every partnership has to be looked at.
  private func ledger(of archive: ArchiveStore) throws -> Ledger? {
    guard LedgerCount.counts(rows), LedgerCount.counts(columns), try inventory(in: archive) == nil else {
      return nil
    }
    let ledger = try archive.ledger()
    return ledger.count > Self.many ? ledger : nil
  }
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
