public import Chronology

/// Narrows counts by known margins: the least and the most units that a set of cells can hold in any assignment of every unit to its
/// places that meets all the margins. Exact.
///
/// Units that float (have more than one reading) fall into components that share no margin; each is gone through by dynamic
/// programming over its units, where a state is what each margin has received so far. Time grows with the number of states, which the
/// margins bound: a few thousand for a printed table with a dozen floating units. Past `stateLimit` it gives up and says so.
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
  private let components: [Component<Cell>]
  private let isContradictory: Bool

  public init(_ tally: Tally<Cell>, margins: [Margin<Cell>]) {
    let fixed = tally.units.compactMap(\.settled)
    let floating = tally.units.filter { $0.settled == nil }
    var binding: [Remainder<Cell>] = []
    var isContradictory = false
    for margin in margins {
      let held = fixed.count { $0.contains(where: margin.holds) }
      let reachable = floating.indices.filter { floating[$0].touches(margin) }
      let (least, most) = (margin.least - held, min(margin.most - held, reachable.count))
      isContradictory = isContradictory || most < 0 || least > reachable.count
      if least > 0 || most < reachable.count {
        binding.append(Remainder(margin: margin, least: least, most: most, units: Set(reachable)))
      }
    }
    self.fixed = fixed
    self.isContradictory = isContradictory
    components = isContradictory ? [] : Component.split(floating, by: binding)
  }

  /// The least and most units in the cells that satisfy the condition.
  public func count(where holds: (Cell) -> Bool) -> Outcome {
    guard !isContradictory else { return .impossible }
    let base = fixed.count { $0.contains(where: holds) }
    var total = Extremes(least: base, most: base)
    for component in components {
      switch component.extremes(where: holds, limit: Self.stateLimit) {
      case .none: return .tooLarge
      case .some(let extremes) where extremes.isEmpty: return .impossible
      case .some(let extremes):
        total = Extremes(least: total.least + extremes.least, most: total.most + extremes.most)
      }
    }
    return .narrowed(Count(certain: total.least, possible: total.most))
  }
}

/// What a margin leaves to the floating units, and which of them it can touch.
struct Remainder<Cell: Hashable & Sendable>: Sendable {
  let margin: Margin<Cell>
  let least: Int
  let most: Int
  let units: Set<Int>
}

/// The least and the most of a count; empty when there is no way at all.
struct Extremes: Hashable {
  var least: Int
  var most: Int

  static let empty = Extremes(least: .max, most: .min)

  var isEmpty: Bool { least > most }

  mutating func take(_ other: Extremes, adding count: Int) {
    least = min(least, other.least + count)
    most = max(most, other.most + count)
  }
}

extension Tally.Unit {
  fileprivate func touches(_ margin: Margin<Cell>) -> Bool {
    places.contains { $0.contains(where: margin.holds) }
  }
}
