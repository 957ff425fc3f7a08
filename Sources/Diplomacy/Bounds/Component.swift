/// Floating units that margins tie together, apart from all others.
struct Component<Cell: Hashable & Sendable>: Sendable {
  /// A margin with its digits in a state.
  private struct Digits: Sendable {
    let remainder: Remainder<Cell>
    let shift: Int
    let mask: UInt64

    func received(_ state: UInt64) -> Int { Int(state >> UInt64(shift) & mask) }
  }

  /// One way for a unit to stand: what it adds to each margin and to the cells asked about.
  private struct Effect: Hashable {
    let digits: UInt64
    let count: Int
  }

  private let units: [Tally<Cell>.Unit]
  private let margins: [Digits]
  private let fits: Bool

  private init(_ units: [Tally<Cell>.Unit], _ remainders: [Remainder<Cell>]) {
    // Units with the fewest readings first: the states stay few for longest.
    self.units = units.sorted { ($0.readings.count, $0.id) < ($1.readings.count, $1.id) }
    var shift = 0
    margins = remainders.map { remainder in
      // Room for one more than the most, so that going past it shows before the digits run over.
      let width = Int.bitWidth - (remainder.most + 1).leadingZeroBitCount
      defer { shift += width }
      return Digits(remainder: remainder, shift: min(shift, 63), mask: 1 << UInt64(width) - 1)
    }
    fits = shift <= UInt64.bitWidth
  }

  /// Splits units into components: two are together when a chain of margins leads from one to the other.
  static func split(_ units: [Tally<Cell>.Unit], by remainders: [Remainder<Cell>]) -> [Component] {
    var group = Array(units.indices)
    for remainder in remainders {
      let merged = Set(remainder.units.map { group[$0] })
      guard let first = merged.min() else { continue }
      for index in group.indices where merged.contains(group[index]) { group[index] = first }
    }
    return Set(group).sorted().map { name in
      let members = units.indices.filter { group[$0] == name }
      return Component(
        members.map { units[$0] }, remainders.filter { !$0.units.isDisjoint(with: members) })
    }
  }

  /// The extremes of how many of its units stand in the cells; nil when there are too many states.
  func extremes(where holds: (Cell) -> Bool, limit: Int) -> Extremes? {
    guard fits else { return nil }
    var states: [UInt64: Extremes] = [0: Extremes(least: 0, most: 0)]
    for unit in units {
      let effects = effects(of: unit, holds)
      var next: [UInt64: Extremes] = [:]
      next.reserveCapacity(states.count * 2)
      for (state, extremes) in states {
        for effect in effects where !exceeds(state &+ effect.digits) {
          next[state &+ effect.digits, default: .empty].take(extremes, adding: effect.count)
        }
      }
      states = next
      if states.count > limit { return nil }
    }
    var total = Extremes.empty
    for (state, extremes) in states where margins.allSatisfy({ $0.received(state) >= $0.remainder.least }) {
      total.take(extremes, adding: 0)
    }
    return total
  }

  private func effects(of unit: Tally<Cell>.Unit, _ holds: (Cell) -> Bool) -> Set<Effect> {
    Set(
      unit.readings.map { cells in
        var digits: UInt64 = 0
        for margin in margins where cells.contains(where: margin.remainder.margin.holds) {
          digits += 1 << UInt64(margin.shift)
        }
        return Effect(digits: digits, count: cells.contains(where: holds) ? 1 : 0)
      })
  }

  private func exceeds(_ state: UInt64) -> Bool {
    margins.contains { $0.received(state) > $0.remainder.most }
  }
}
