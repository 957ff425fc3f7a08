import Archive
import Processors

/// How many partnerships stand at each combination of positions along the axes of a count. What is counted along some of the axes, or none,
/// follows from it without another look at the partnerships.
struct Standings: Sendable {
  private let columns: [AxisColumn]
  private let combinations: Numbering
  private let counters: [Counter]

  /// - Throws: `WorkbenchError.badOption` for axes of so many positions that their combinations cannot be numbered.
  init(_ count: LedgerCount, of ledger: Ledger, memory: AxisMemory) throws {
    let columns = count.axes.map { AxisColumn($0, count, ledger, memory) }
    let combinations = try Self.numbering(columns.map(\.positions.count), count.axes)
    let filters = LedgerFilters(count, ledger)
    let shares = Cores.shares(of: ledger.count, atLeast: count.run) { share in
      Self.tally(share, of: ledger, runs: count.run, columns, combinations, filters)
    }
    self.columns = columns
    self.combinations = combinations
    counters = shares.reduce([], Counters.sum)
  }

  private static func numbering(_ sizes: [Int], _ axes: [Axis]) throws -> Numbering {
    guard let numbering = Numbering(sizes: sizes) else {
      throw WorkbenchError.badOption(
        name: "--by", value: axes.map(\.name).joined(separator: ","),
        expected:
          "fewer axes: \(sizes.map(String.init).joined(separator: " × ")) cells are too many to number")
    }
    return numbering
  }

  private static func tally(
    _ share: Range<Int>, of ledger: Ledger, runs length: Int, _ columns: [AxisColumn],
    _ combinations: Numbering, _ filters: LedgerFilters
  ) -> [Counter] {
    let areFew = Counters.areFew(combinations.total, for: ledger.count)
    var sums = [UInt64](repeating: 0, count: areFew ? combinations.total : 0)
    var entries: [UInt64] = []
    if !areFew { entries.reserveCapacity(share.count) }
    var weights = [UInt64](repeating: 0, count: length)
    var numbers = [Int](repeating: 0, count: length)
    for start in stride(from: share.lowerBound, to: share.upperBound, by: length) {
      let run = start..<min(share.upperBound, start + length)
      weights.withUnsafeMutableBufferPointer { filters.weigh(run, into: $0) }
      numbers.withUnsafeMutableBufferPointer { numbers in
        numbers.update(repeating: 0)
        for (column, stride) in zip(columns, combinations.strides) {
          column.add(run, of: ledger, times: stride, to: numbers)
        }
      }
      if areFew {
        sums.withUnsafeMutableBufferPointer { sums in
          for place in 0..<run.count { sums[numbers[place]] &+= weights[place] }
        }
      } else {
        for place in 0..<run.count where weights[place] != Weight.no {
          entries.append(UInt64(numbers[place]) << 1 | weights[place] & 1)
        }
      }
    }
    return areFew ? Counters.list(sums) : Counters.list(entries, below: combinations.total)
  }

  /// The cells that some partnership may stand in, along these of the axes.
  func cells(along axes: [Int]) -> LedgerCount.Cells {
    let columns = axes.map { self.columns[$0] }
    // Fewer than the combinations, which are numbered.
    guard let positions = Numbering(sizes: columns.map(\.positions.count)),
      let cells = Numbering(sizes: columns.map(\.keys.count))
    else { preconditionFailure("fewer cells than combinations cannot be numbered") }
    let projected = projected(on: axes, positions)
    var found = Counters(total: cells.total, units: projected.count * 4)
    for counter in projected {
      let places = columns.indices.map { columns[$0].positions[positions.place(counter.number, on: $0)] }
      spread(places, cells.strides, counter, into: &found)
    }
    return LedgerCount.Cells(found.sorted(), keys: columns.map(\.keys), numbering: cells)
  }

  /// The counters of the positions along these axes alone.
  private func projected(on axes: [Int], _ positions: Numbering) -> [Counter] {
    guard axes != Array(columns.indices) else { return counters }
    var sums = Counters(total: positions.total, units: counters.count)
    for counter in counters {
      let number = zip(axes, positions.strides).reduce(0) { sum, axis in
        sum + combinations.place(counter.number, on: axis.0) * axis.1
      }
      sums.add(Counter(number: number, certain: counter.certain, possible: counter.possible))
    }
    return sums.sorted()
  }

  /// Adds to every cell that some choice of keys makes; where all of them are certain, certainly.
  private func spread(
    _ places: [Position], _ strides: [Int], _ counter: Counter, into found: inout Counters
  ) {
    func spread(_ axis: Int, _ cell: Int, _ isCertain: Bool) {
      guard axis < places.count else {
        let certain = isCertain ? counter.certain : 0
        return found.add(Counter(number: cell, certain: certain, possible: counter.possible))
      }
      for (place, key) in places[axis].keys.enumerated() {
        spread(axis + 1, cell + Int(key) * strides[axis], isCertain && place < places[axis].certain)
      }
    }
    spread(0, 0, true)
  }
}
