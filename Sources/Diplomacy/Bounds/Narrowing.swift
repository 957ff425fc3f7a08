public import Chronology

/// Narrows counts by known margins: the least and the most units that a set of cells can hold in any assignment of every unit to one
/// of its cells that meets all the margins. Exact.
///
/// The method is dynamic programming over the units that float (have more than one place to be): a state is what each margin has
/// received so far, and keeps the least and most received by the cells asked about. Time grows with the number of states, which the
/// margins bound: a few thousand for a printed table with a dozen floating units. Past `stateLimit` it gives up and says so, and the
/// counts stay as they are without the margins.
public struct Narrowing<Cell: Hashable & Sendable>: Sendable {
  /// What came of a question.
  public enum Outcome: Hashable, Sendable {
    case narrowed(Count)
    /// No assignment meets all the margins: they contradict each other or the units.
    case impossible
    /// Too many states to go through.
    case tooLarge
  }

  public static var stateLimit: Int { 400_000 }

  /// The cells of each unit that has just one reading.
  private let fixed: [[Cell]]
  private let floating: [Tally<Cell>.Unit]
  private let margins: [OpenMargin]
  private let isContradictory: Bool
  private let fitsState: Bool

  /// A margin that can bind floating units: what must still come from them, and its digits in a state.
  private struct OpenMargin: Sendable {
    let margin: Margin<Cell>
    let least: Int
    let most: Int
    let shift: Int
    let mask: UInt64

    func received(_ state: UInt64) -> Int { Int(state >> shift & mask) }
  }

  public init(_ tally: Tally<Cell>, margins: [Margin<Cell>]) {
    let floating = tally.units.filter { $0.settled == nil }
    fixed = tally.units.compactMap(\.settled)
    // Units with the fewest readings first: the states stay few for longest.
    self.floating = floating.sorted { ($0.readings.count, $0.id) < ($1.readings.count, $1.id) }
    var open: [OpenMargin] = []
    var isContradictory = false
    var shift = 0
    for margin in margins {
      let held = fixed.count { $0.contains(where: margin.holds) }
      let reachable = floating.count { $0.places.contains { $0.contains(where: margin.holds) } }
      let (least, most) = (margin.least - held, Swift.min(margin.most - held, reachable))
      isContradictory = isContradictory || most < 0 || least > reachable
      guard !isContradictory, least > 0 || most < reachable else { continue }
      let width = Int.bitWidth - (most + 1).leadingZeroBitCount
      open.append(
        OpenMargin(margin: margin, least: least, most: most, shift: shift, mask: 1 << UInt64(width) - 1))
      shift += width
    }
    self.margins = open
    self.isContradictory = isContradictory
    fitsState = shift <= UInt64.bitWidth
  }

  /// The least and most units in the cells that satisfy the condition.
  public func count(where holds: (Cell) -> Bool) -> Outcome {
    guard !isContradictory else { return .impossible }
    guard fitsState else { return .tooLarge }
    var states: [UInt64: Extremes] = [0: Extremes(least: 0, most: 0)]
    for unit in floating {
      let effects = effects(of: unit, holds)
      var next: [UInt64: Extremes] = [:]
      next.reserveCapacity(states.count * 2)
      for (state, extremes) in states {
        for effect in effects where !exceeds(state &+ effect.margins) {
          next[state &+ effect.margins, default: Extremes(least: .max, most: .min)].take(
            extremes, adding: effect.count)
        }
      }
      states = next
      if states.count > Self.stateLimit { return .tooLarge }
    }
    var total = Extremes(least: .max, most: .min)
    for (state, extremes) in states where meets(state) { total.take(extremes, adding: 0) }
    guard total.most >= total.least else { return .impossible }
    let base = fixed.count { $0.contains(where: holds) }
    return .narrowed(Count(certain: base + total.least, possible: base + total.most))
  }

  private struct Extremes {
    var least: Int
    var most: Int

    mutating func take(_ other: Extremes, adding count: Int) {
      least = Swift.min(least, other.least + count)
      most = Swift.max(most, other.most + count)
    }
  }

  /// One way for a unit to stand: what it adds to each margin and to the cells asked about.
  private struct Effect: Hashable {
    let margins: UInt64
    let count: Int
  }

  private func effects(of unit: Tally<Cell>.Unit, _ holds: (Cell) -> Bool) -> Set<Effect> {
    Set(
      unit.readings.map { cells in
        var packed: UInt64 = 0
        for open in margins where cells.contains(where: open.margin.holds) {
          packed += 1 << UInt64(open.shift)
        }
        return Effect(margins: packed, count: cells.contains(where: holds) ? 1 : 0)
      })
  }

  private func exceeds(_ state: UInt64) -> Bool { margins.contains { $0.received(state) > $0.most } }

  private func meets(_ state: UInt64) -> Bool { margins.allSatisfy { $0.received(state) >= $0.least } }
}
