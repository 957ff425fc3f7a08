import Chronology

/// Counts of cells, by the numbers of their keys.
///
/// Up to some millions of cells there is a counter for each; beyond that only for those that are met.
struct CellTally {
  private let sizes: [Int]
  private var certain: [Int32] = []
  private var possible: [Int32] = []
  private var sparse: [Int: (certain: Int32, possible: Int32)] = [:]
  private let isDense: Bool

  init(sizes: [Int]) {
    self.sizes = sizes
    var total = 1
    for size in sizes {
      total = total.multipliedReportingOverflow(by: max(1, size)).overflow ? .max : total * max(1, size)
    }
    isDense = total <= 8_000_000
    if isDense {
      certain = [Int32](repeating: 0, count: total)
      possible = certain
    }
  }

  /// One unit that stands in just this cell.
  mutating func add(_ cell: Int, isCertain: Bool) { add(cell, isCertain ? 1 : 0) }

  /// One unit that takes one place for each choice of a place an axis, each one of the cells that its alternatives make.
  mutating func add(_ places: [[[Int32]]], isCertain: Bool) {
    if places.allSatisfy({ $0.count == 1 }) {
      let sure = isCertain && places.allSatisfy { $0[0].count == 1 }
      for cell in spread(places.map { $0[0] }) { add(cell, sure ? 1 : 0) }
      return
    }
    // A unit counts once in a cell, though several of its places may lie there.
    var met: [Int: Bool] = [:]
    choose(places, 0, []) { place in
      let sure = isCertain && place.allSatisfy { $0.count == 1 }
      for cell in spread(place) { met[cell] = (met[cell] ?? false) || sure }
    }
    for (cell, sure) in met { add(cell, sure ? 1 : 0) }
  }

  private mutating func add(_ cell: Int, _ sure: Int32) {
    if isDense {
      certain[cell] += sure
      possible[cell] += 1
    } else {
      let known = sparse[cell] ?? (0, 0)
      sparse[cell] = (known.certain + sure, known.possible + 1)
    }
  }

  private func choose(_ places: [[[Int32]]], _ axis: Int, _ chosen: [[Int32]], _ body: ([[Int32]]) -> Void) {
    guard axis < places.count else { return body(chosen) }
    for place in places[axis] { choose(places, axis + 1, chosen + [place], body) }
  }

  /// Every cell that the alternatives of a place make.
  private func spread(_ place: [[Int32]]) -> [Int] {
    var cells = [0]
    for (axis, keys) in place.enumerated() {
      cells = cells.flatMap { cell in keys.map { cell * sizes[axis] + Int($0) } }
    }
    return cells
  }

  /// The cells that are not empty, in the order of their keys.
  func cells(_ keys: [[String]]) -> [LedgerCount.Cell] {
    let numbers = isDense ? possible.indices.filter { possible[$0] > 0 } : sparse.keys.sorted()
    return numbers.map { number in
      var rest = number
      var names: [String] = []
      for axis in sizes.indices.reversed() {
        names.append(keys[axis][rest % sizes[axis]])
        rest /= sizes[axis]
      }
      let (sure, maybe) =
        isDense
        ? (certain[number], possible[number]) : (sparse[number]?.certain ?? 0, sparse[number]?.possible ?? 0)
      return LedgerCount.Cell(
        keys: names.reversed(), count: Count(certain: Int(sure), possible: Int(maybe)))
    }
  }
}
