import Chronology
import Diplomacy
import TestSupport

/// A small table with units that stand in its cells, some of them nobody knows where; made from a seed.
///
/// It knows its own answers by going through every assignment of every unit, which is what the bounds are defined by.
struct Problem {
  let cells: [Int]
  let units: [Tally<Int>.Unit]
  let margins: [Known]

  /// What is known of the number of units in some of the cells, a set of cells being the bits of a number.
  struct Known {
    let cells: UInt
    let least: Int
    let most: Int

    var margin: Margin<Int> {
      let cells = cells
      return Margin(name: "cells \(cells)", least: least, most: most) { cells.holds($0) }
    }
  }

  var tally: Tally<Int> { Tally(units) }
  var narrowing: Narrowing<Int> { Narrowing(tally, margins: margins.map(\.margin)) }
  /// Every set of cells but the empty one.
  var questions: [UInt] { Array(1..<(1 << UInt(cells.count))) }

  init(seed: Int, hasMargins: Bool) {
    var generator = Seeded(state: UInt64(seed))
    let cells = Array(0..<Int.random(in: 1...4, using: &generator))
    var units = (0..<Int.random(in: 0...4, using: &generator)).map { index in
      Self.unit("fixed \(index)", cells, isFloating: false, &generator)
    }
    var assignments = 1
    for index in 0..<Int.random(in: 0...6, using: &generator) {
      let unit = Self.unit("floating \(index)", cells, isFloating: true, &generator)
      assignments *= Self.standings(unit).count
      if assignments <= 600 { units.append(unit) }
    }
    self.cells = cells
    self.units = units.shuffled(using: &generator)
    // Some assignment holds the margins, unless the coin has them shifted or made up.
    let truth = self.units.map { Self.standings($0).randomElement(using: &generator) ?? 0 }
    margins = (0..<(hasMargins ? Int.random(in: 1...4, using: &generator) : 0)).map { _ in
      let asked = UInt.random(in: 1..<(1 << UInt(cells.count)), using: &generator)
      let held = truth.count { $0 & asked != 0 } + [0, 0, 0, 0, -1, 1].randomElement(using: &generator)!
      switch Int.random(in: 0...2, using: &generator) {
      case 0: return Known(cells: asked, least: held, most: held)
      case 1: return Known(cells: asked, least: 0, most: held)
      default: return Known(cells: asked, least: held - 1, most: held + 1)
      }
    }
  }

  /// The least and most units in each set of cells, over all assignments that meet the margins; nil when none does.
  func enumerated() -> [UInt: Count]? {
    var extremes: [UInt: (least: Int, most: Int)] = [:]
    var standing: [UInt] = []
    let all = units.map(Self.standings)
    func assign(_ index: Int) {
      guard index == all.count else {
        for cells in all[index] {
          standing.append(cells)
          assign(index + 1)
          standing.removeLast()
        }
        return
      }
      for known in margins {
        let held = standing.count { $0 & known.cells != 0 }
        guard known.least <= held, held <= known.most else { return }
      }
      for question in questions {
        let held = standing.count { $0 & question != 0 }
        let before = extremes[question] ?? (held, held)
        extremes[question] = (min(before.least, held), max(before.most, held))
      }
    }
    assign(0)
    return extremes.isEmpty ? nil : extremes.mapValues { Count(certain: $0.least, possible: $0.most) }
  }

  /// Each way in which a unit can stand, as the set of its cells.
  private static func standings(_ unit: Tally<Int>.Unit) -> [UInt] {
    var standings: [UInt] = [0]
    for place in unit.places { standings = standings.flatMap { set in place.map { set | 1 << UInt($0) } } }
    return unit.mayBeOutside ? standings + [0] : standings
  }

  private static func unit(
    _ id: String, _ cells: [Int], isFloating: Bool, _ generator: inout Seeded
  ) -> Tally<Int>.Unit {
    let places = (0..<[1, 1, 1, 2, 2, 3].randomElement(using: &generator)!).map { _ in
      let number = isFloating ? Int.random(in: 1...min(3, cells.count), using: &generator) : 1
      return Array(cells.shuffled(using: &generator).prefix(number))
    }
    return Tally.Unit(
      id: id, places: places, mayBeOutside: isFloating && Int.random(in: 0...3, using: &generator) == 0)
  }
}

extension UInt {
  /// Whether the cell is in the set.
  func holds(_ cell: Int) -> Bool { self & (1 << UInt(cell)) != 0 }
}
