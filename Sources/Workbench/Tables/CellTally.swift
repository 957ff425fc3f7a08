import Processors

/// Counts of cells, by the numbers of their keys.
///
/// Every unit's cells are written down one after the other, then sorted by their numbers: for some hundred thousand cells that is several
/// times as fast as looking up a counter for each, most of which are in no cache.
struct CellTally {
  /// A cell that is not empty.
  struct Counter {
    let cell: Int
    fileprivate(set) var certain: Int32
    fileprivate(set) var possible: Int32
  }

  /// How far apart the cells of neighbouring keys of each axis are numbered.
  let strides: [Int]
  private let total: Int
  /// A cell's number twice, and one more where the unit certainly stands there.
  private var entries: [UInt64] = []

  /// - Parameter sizes: how many keys each axis has.
  /// - Returns: nil where there are too many cells to number: 2^62 or more.
  init?(sizes: [Int]) {
    var strides = [Int](repeating: 1, count: sizes.count)
    var total = 1
    for axis in sizes.indices.reversed() {
      strides[axis] = total
      let (product, isOver) = total.multipliedReportingOverflow(by: max(1, sizes[axis]))
      if isOver || product >= 1 << 62 { return nil }
      total = product
    }
    (self.strides, self.total) = (strides, total)
  }

  /// One unit that stands in just this cell.
  mutating func add(_ cell: Int, isCertain: Bool) {
    entries.append(UInt64(cell) << 1 | (isCertain ? 1 : 0))
  }

  /// One unit whose places are settled but along one axis: `cell` is the sum of the others.
  mutating func add(_ cell: Int, along axis: Int, _ places: [[Int32]], isCertain: Bool) {
    if places.count == 1 {
      let sure = isCertain && places[0].count == 1
      for key in places[0] { add(cell + Int(key) * strides[axis], isCertain: sure) }
      return
    }
    if places.allSatisfy({ $0.count == 1 }) {
      for (index, place) in places.enumerated() where !places[..<index].contains(place) {
        add(cell + Int(place[0]) * strides[axis], isCertain: isCertain)
      }
      return
    }
    // A unit counts once in a cell, though several of its places may lie there.
    for key in Set(places.joined()) {
      add(cell + Int(key) * strides[axis], isCertain: isCertain && places.contains([key]))
    }
  }

  /// One unit that takes one place for each choice of a place an axis, each one of the cells that its alternatives make.
  mutating func add(_ places: [[[Int32]]], isCertain: Bool) {
    var met: [Int: Bool] = [:]
    choose(places, 0, []) { place in
      let sure = isCertain && place.allSatisfy { $0.count == 1 }
      for cell in spread(place) { met[cell] = (met[cell] ?? false) || sure }
    }
    for (cell, sure) in met { add(cell, isCertain: sure) }
  }

  /// Makes room for so many units.
  mutating func reserve(_ units: Int) { entries.reserveCapacity(units + units / 8) }

  /// The cells that are not empty, in ascending order of their numbers.
  consuming func sorted() -> [Counter] {
    RadixSort.sort(&entries, bits: 0..<(UInt64.bitWidth - (UInt64(total) << 1).leadingZeroBitCount))
    var counters: [Counter] = []
    for entry in entries {
      let (cell, certain) = (Int(entry >> 1), Int32(entry & 1))
      if let last = counters.indices.last, counters[last].cell == cell {
        counters[last].certain += certain
        counters[last].possible += 1
      } else {
        counters.append(Counter(cell: cell, certain: certain, possible: 1))
      }
    }
    return counters
  }

  /// Adds two such lists up.
  static func sum(_ left: [Counter], _ right: [Counter]) -> [Counter] {
    var sum: [Counter] = []
    sum.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count, other < right.count {
      let (a, b) = (left[one], right[other])
      if a.cell == b.cell {
        sum.append(
          Counter(cell: a.cell, certain: a.certain + b.certain, possible: a.possible + b.possible))
      } else {
        sum.append(a.cell < b.cell ? a : b)
      }
      one += a.cell <= b.cell ? 1 : 0
      other += b.cell <= a.cell ? 1 : 0
    }
    return sum + left[one...] + right[other...]
  }

  private func choose(_ places: [[[Int32]]], _ axis: Int, _ chosen: [[Int32]], _ body: ([[Int32]]) -> Void) {
    guard axis < places.count else { return body(chosen) }
    for place in places[axis] { choose(places, axis + 1, chosen + [place], body) }
  }

  /// Every cell that the alternatives of a place make.
  private func spread(_ place: [[Int32]]) -> [Int] {
    var cells = [0]
    for (axis, keys) in place.enumerated() {
      cells = cells.flatMap { cell in keys.map { cell + Int($0) * strides[axis] } }
    }
    return cells
  }
}
