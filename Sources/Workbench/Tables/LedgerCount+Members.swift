import Archive
import Chronology

extension LedgerCount {
  /// The partnerships that stand, or may stand, in a cell, in the order of their identifiers.
  ///
  /// - Parameter wanted: a key an axis; nil takes every key.
  func members(_ wanted: [String?], of ledger: Ledger, memory: AxisMemory) -> [CellMember] {
    let columns = axes.map { AxisColumn($0, self, ledger, memory) }
    var numbers: [(column: AxisColumn, key: Int32)] = []
    for (column, key) in zip(columns, wanted) {
      guard let key else { continue }
      guard let number = column.keys.firstIndex(of: key) else { return [] }
      numbers.append((column, Int32(number)))
    }
    let filters = LedgerFilters(self, ledger)
    var members: [CellMember] = []
    for partnership in 0..<ledger.count {
      let answer = filters.answer(partnership)
      if answer == .no { continue }
      var isCertain = answer == .certainly
      var isThere = true
      for (column, key) in numbers {
        let single = column.singles[partnership]
        if single == key { continue }
        let places = single >= 0 ? [] : column.places(partnership)
        guard places.contains(where: { $0.contains(key) }) else {
          isThere = false
          break
        }
        isCertain = isCertain && places.contains([key])
      }
      if isThere { members.append(CellMember(id: ledger.identifiers[partnership], isCertain: isCertain)) }
    }
    return members
  }
}
