import Chronology
import Diplomacy
import Interchange

/// Asks a tally for the bounds of sets of cells, narrowed by margins where there are any.
struct Layout {
  private let tally: Tally<TableCell>
  private let narrowing: Narrowing<TableCell>?
  /// Why the margins could not be used; nil where they were, or where there are none.
  let failure: String?

  /// Whether the margins are used: for every cell or for none. What a question costs, and whether it has an answer, does not depend on
  /// the cells it asks about, so one question tells.
  var isNarrowed: Bool { narrowing != nil }

  init(tally: Tally<TableCell>, margins: [Margin<TableCell>]) {
    self.tally = tally
    let candidate = margins.isEmpty ? nil : Narrowing(tally, margins: margins)
    switch candidate?.count(where: { _ in true }) {
    case nil: (narrowing, failure) = (nil, nil)
    case .narrowed: (narrowing, failure) = (candidate, nil)
    case .impossible:
      narrowing = nil
      failure = "The printed totals cannot all hold for what is recorded, so they do not narrow the cells."
    case .tooLarge:
      (narrowing, failure) = (nil, "Too much is open for the printed totals to narrow the cells.")
    }
  }

  /// A count that is exact already is not asked about again.
  func bounds(where holds: (TableCell) -> Bool) -> CrossTable.Bounds {
    let plain = tally.count(where: holds)
    guard !plain.isExact, case .narrowed(let count) = narrowing?.count(where: holds) else {
      return CrossTable.Bounds(plain)
    }
    return CrossTable.Bounds(count)
  }
}

extension CrossTable.Bounds {
  init(_ count: Count) { self.init(certain: Double(count.certain), possible: Double(count.possible)) }
}
