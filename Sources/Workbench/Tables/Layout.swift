import Chronology
import Diplomacy
import Interchange

/// Asks a tally for the bounds of sets of cells, narrowed by margins where there are any.
struct Layout {
  private let tally: Tally<TableCell>
  private let narrowing: Narrowing<TableCell>?
  /// Why the margins could not be used; nil while they can.
  private(set) var failure: String?

  var failed: Bool { failure != nil }

  init(tally: Tally<TableCell>, narrowing: Narrowing<TableCell>?) {
    self.tally = tally
    self.narrowing = narrowing
  }

  /// A count that is exact already is not asked about again.
  mutating func bounds(where holds: (TableCell) -> Bool) -> CrossTable.Bounds {
    let plain = tally.count(where: holds)
    guard let narrowing, !failed, !plain.isExact else { return CrossTable.Bounds(plain) }
    switch narrowing.count(where: holds) {
    case .narrowed(let count): return CrossTable.Bounds(count)
    case .impossible:
      failure = "The printed totals cannot all hold for what is recorded, so they do not narrow the cells."
    case .tooLarge: failure = "Too much is open for the printed totals to narrow the cells."
    }
    return CrossTable.Bounds(plain)
  }
}

extension CrossTable.Bounds {
  init(_ count: Count) { self.init(certain: Double(count.certain), possible: Double(count.possible)) }
}
