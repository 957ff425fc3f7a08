import Archive

extension LedgerCount {
  /// The partnerships that stand, or may stand, in a cell, in the order of their identifiers.
  ///
  /// - Parameter wanted: a key an axis; nil takes every key.
  func members(_ wanted: [String?], of ledger: Ledger, memory: AxisMemory) -> [CellMember] {
    // What each position along an axis that is asked about counts there.
    var asked: [(column: AxisColumn, weights: [UInt64])] = []
    for (axis, key) in zip(axes, wanted) {
      guard let key else { continue }
      let column = AxisColumn(axis, self, ledger, memory)
      guard let number = column.keys.firstIndex(of: key) else { return [] }
      asked.append((column, column.positions.map { $0.weight(at: Int32(number)) }))
    }
    let filters = LedgerFilters(self, ledger)
    var members: [CellMember] = []
    var weights = [UInt64](repeating: 0, count: run)
    var numbers = [Int](repeating: 0, count: run)
    for start in stride(from: 0, to: ledger.count, by: run) {
      let run = start..<Swift.min(ledger.count, start + run)
      weights.withUnsafeMutableBufferPointer { filters.weigh(run, into: $0) }
      for (column, own) in asked {
        numbers.withUnsafeMutableBufferPointer {
          $0.update(repeating: 0)
          column.add(run, of: ledger, times: 1, to: $0)
        }
        for place in 0..<run.count { weights[place] &= own[numbers[place]] }
      }
      for (place, partnership) in run.enumerated() where weights[place] != Weight.no {
        members.append(
          CellMember(id: ledger.identifiers[partnership], isCertain: weights[place] == Weight.certainly))
      }
    }
    return members
  }
}
