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
    var singles: [[Int32]] = numbers.map { _ in [] }
    for start in stride(from: 0, to: ledger.count, by: run) {
      let run = start..<min(ledger.count, start + run)
      for index in numbers.indices { numbers[index].column.singles(run, into: &singles[index]) }
      for (place, partnership) in run.enumerated() {
        let answer = filters.answer(partnership)
        if answer == .no { continue }
        var isCertain = answer == .certainly
        let isThere = numbers.indices.allSatisfy { index in
          let key = numbers[index].key
          let single = singles[index][place]
          if single >= 0 { return single == key }
          let places = numbers[index].column.places(partnership)
          isCertain = isCertain && places.contains([key])
          return places.contains { $0.contains(key) }
        }
        if isThere { members.append(CellMember(id: ledger.identifiers[partnership], isCertain: isCertain)) }
      }
    }
    return members
  }
}
