public import Archive
import Diplomacy
import Dispatch
import Interchange
import Synchronization

/// Finds out how far studies depend on the contradictions on record.
///
/// Everything is tried on a copy in memory and taken back; only what a trial can have changed is computed again.
public struct Weighing: Sendable {
  let trial: Trial
  let figures: [MeasuredFigure]
  let tables: [(study: String, table: StudyTable)]
  private let contradictions: [Contradiction]
  /// Told how far it has come, on whatever thread does the work.
  private let told: @Sendable (Advance) -> Void

  public init(
    _ studies: [Study], over archive: ArchiveStore, told: @escaping @Sendable (Advance) -> Void = { _ in }
  ) throws {
    trial = try Trial(of: archive)
    contradictions = try archive.contradictions()
    figures = studies.flatMap { study in
      study.checks.flatMap { group in
        group.figures.compactMap { MeasuredFigure($0, group, of: study.id) }
      }
    }
    tables = studies.flatMap { study in study.tables.map { (study.id, $0) } }
    self.told = told
  }

  public func sensitivity() throws -> Sensitivity {
    let archive = trial.archive
    let runner = StudyRunner(archive)
    let readings = try figures.map { try $0.reading(runner) }
    let grids = try tables.map { try reading($0, runner) }
    let now = (readings, grids)
    // What these leave as it is reads no contested value, and is not computed again for each policy and settlement by itself.
    let leaves = contradictions.filter(\.entity.isLeaf)
    let others = contradictions.filter { !$0.entity.isLeaf || $0.rule == .mirrored }
    let together = try measure(
      [
        .unknown(leaves), .settled(leaves.allFirst), .settled(leaves.allLast), .settled(others.allFirst),
        .settled(others.allLast),
      ],
      now)
    let openToLeaves = Candidates(Array(together.prefix(3)))
    let openToOthers = Candidates(Array(together.suffix(2)))
    let policies = try archive.policies()
    let choices = try archive.values(of: contradictions, under: policies)
    // Policies that choose alike are tried once.
    let distinct = policies.indices.filter { choices.firstIndex(of: choices[$0]) == $0 }
    let settlements = contradictions.flatMap(\.settlements)
    let decided = try measure(
      distinct.map { .policy(policies[$0]) }, now, among: Candidates(together))
    let byPolicy = policies.indices.map { place in
      decided[distinct.firstIndex { choices[$0] == choices[place] } ?? 0]
    }
    let ofLeaves = settlements.filter { $0.contradiction.entity.isLeaf && $0.contradiction.rule != .mirrored }
    let ofOthers = settlements.filter { !ofLeaves.contains($0) }
    let settled = Dictionary(
      uniqueKeysWithValues: zip(
        ofLeaves + ofOthers,
        try measure(ofLeaves.map { .settled([$0]) }, now, among: openToLeaves)
          + measure(ofOthers.map { .settled([$0]) }, now, among: openToOthers)))
    return Sensitivity(
      policies: policies, contradictions: contradictions, titles: try archive.contestedTitles(),
      figures: try figures.indices.map { place in
        let moves = try contradictions.compactMap { try move(of: place, $0, settled, readings[place]) }
        return FigureSensitivity(
          study: figures[place].study, figure: figures[place].figure, reading: readings[place],
          policies: zip(policies, byPolicy).map { ($0, $1.figures[place] ?? readings[place]) }, moves: moves,
          standing: try standing(of: place, readings[place], moves))
      },
      tables: tables.indices.map { place in
        TableSensitivity(
          study: tables[place].study, table: tables[place].table,
          moves: contradictions.compactMap { tableMove(of: place, $0, settled, grids[place]) },
          dependingOnPolicy: byPolicy.reduce(into: Set<TableSensitivity.Place>()) { places, measures in
            if let grid = measures.tables[place] {
              places.formUnion(TableSensitivity.differences(grid, grids[place]))
            }
          }.sorted())
      },
      ladders: try ladders())
  }

  /// What came out otherwise than it is: by place in `figures` and `tables`.
  private struct Measures: Sendable {
    var figures: [Int: Reading] = [:]
    var tables: [Int: TableSensitivity.Reading] = [:]
  }

  /// The figures and tables that some supposition has changed.
  private struct Candidates: Sendable {
    let figures: Set<Int>
    let tables: Set<Int>

    init(_ measures: [Measures]) {
      figures = Set(measures.flatMap(\.figures.keys))
      tables = Set(measures.flatMap(\.tables.keys))
    }
  }

  /// What each supposition gives, half of them on a second copy at the same time.
  private func measure(
    _ suppositions: [Supposition], _ now: ([Reading], [TableSensitivity.Reading]),
    among candidates: Candidates? = nil
  ) throws -> [Measures] {
    let trials = [trial, try Trial(of: trial.archive)]
    let found = Mutex<[Int: Measures]>([:])
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: trials.count) { number in
      do {
        for place in stride(from: number, to: suppositions.count, by: trials.count) {
          let measures = try measure(suppositions[place], on: trials[number], now, among: candidates)
          let done = found.withLock { found in
            found[place] = measures
            return found.count
          }
          told(Advance(step: .weighing, done: done, total: suppositions.count))
        }
      } catch { failure.withLock { $0 = error } }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return found.withLock { found in suppositions.indices.compactMap { found[$0] } }
  }

  private func measure(
    _ supposition: Supposition, on trial: Trial,
    _ now: (figures: [Reading], tables: [TableSensitivity.Reading]), among candidates: Candidates?
  ) throws -> Measures {
    try trial.suppose(supposition) { change in
      let runner = StudyRunner(trial.archive)
      var measures = Measures()
      for (place, figure) in figures.enumerated() where candidates?.figures.contains(place) ?? true {
        guard try figure.isTouched(by: change, in: trial.archive) else { continue }
        let reading = try figure.reading(runner)
        if reading != now.figures[place] { measures.figures[place] = reading }
      }
      for (place, table) in tables.enumerated() where candidates?.tables.contains(place) ?? true {
        guard try trial.archive.reads(table.table.sql, anyOf: change) else { continue }
        let grid = try reading(table, runner)
        if grid != now.tables[place] { measures.tables[place] = grid }
      }
      return measures
    }
  }

  private func reading(_ table: (study: String, table: StudyTable), _ runner: StudyRunner) throws
    -> TableSensitivity.Reading
  {
    TableSensitivity.reading(try runner.run(table.table, of: table.study, citing: false))
  }

  private func tableMove(
    of place: Int, _ contradiction: Contradiction, _ settled: [Settlement: Measures],
    _ grid: TableSensitivity.Reading
  ) -> TableSensitivity.Move? {
    let grids = contradiction.settlements.compactMap { settled[$0]?.tables[place] }
    guard !grids.isEmpty else { return nil }
    let places = grids.reduce(into: Set<TableSensitivity.Place>()) {
      $0.formUnion(TableSensitivity.differences($1, grid))
    }
    return TableSensitivity.Move(contradiction: contradiction, places: places.sorted())
  }

  private func move(
    of place: Int, _ contradiction: Contradiction, _ settled: [Settlement: Measures], _ reading: Reading
  ) throws -> FigureSensitivity.Move? {
    var readings = contradiction.settlements.map { settled[$0]?.figures[place] ?? reading }
    if let stated = try statedReading(of: place, contradiction, reading) { readings[0] = stated }
    guard readings.contains(where: { $0 != reading }) else { return nil }
    return FigureSensitivity.Move(contradiction: contradiction, readings: readings)
  }

  /// Where a stated number stands against what is recorded, the figure that published it stands, too: the record is short of something,
  /// or holds too much. It is known by publishing that number and by counting or adding up just what the number is held against.
  private func statedReading(of place: Int, _ contradiction: Contradiction, _ reading: Reading) throws
    -> Reading?
  {
    guard let recorded = contradiction.amountOfParts, reading.computed.count == 1,
      reading.computed[0] == CheckResult.Computed(certain: recorded.lowest, possible: recorded.highest),
      try Set(figures[place].result(StudyRunner(trial.archive)).statements)
        == Set(contradiction.rivals[1].statements),
      let stated = try? Amount(contradiction.rivals[0].value)
    else { return nil }
    let standing = Reading(
      [CheckResult.Computed(certain: stated.lowest, possible: stated.highest)], of: figures[place].figure)
    return standing.status == .reproduced ? standing : nil
  }

  private func standing(of place: Int, _ reading: Reading, _ moves: [FigureSensitivity.Move]) throws
    -> FigureSensitivity.Standing
  {
    func settlements(where holds: (Reading) -> Bool) -> [Settlement] {
      moves.flatMap { move in
        zip(move.contradiction.settlements, move.readings).filter { holds($1) }.map { $0.0 }
      }
    }
    if reading.status == .reproduced {
      let breaking = settlements { $0.status != .reproduced }
      return breaking.isEmpty ? .stands : .unless(breaking)
    }
    let single = settlements { $0.status == .reproduced }
    if !single.isEmpty { return .ifSettled(single.map { [$0] }) }
    let several = try jointly(of: place, moves.map(\.contradiction))
    if !several.isEmpty { return .ifSettled(several) }
    return reading.status == .withinBounds ? .open : .never
  }

  /// The smallest sets of settlements, of two or more contradictions that each move the figure, that make it stand.
  private func jointly(of place: Int, _ contradictions: [Contradiction]) throws -> [[Settlement]] {
    for size in stride(from: 2, through: contradictions.count, by: 1) {
      let sets = contradictions.choices(of: size).flatMap { chosen in
        chosen.reduce([[]]) { sets, contradiction in
          sets.flatMap { set in contradiction.settlements.map { set + [$0] } }
        }
      }
      guard sets.count <= Self.jointLimit else { return [] }
      let standing = try sets.filter { set in
        try trial.suppose(.settled(set)) { _ in
          try figures[place].reading(StudyRunner(trial.archive)).status == .reproduced
        }
      }
      if !standing.isEmpty { return standing }
    }
    return []
  }

  /// So many sets are tried for a figure, no more.
  static let jointLimit = 256
}

extension Array {
  /// All ways to choose so many elements, in order.
  fileprivate func choices(of size: Int) -> [[Element]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).choices(of: size - 1).map { [self[first]] + $0 }
    }
  }
}

extension [Contradiction] {
  /// All settled at once, for their first rivals.
  fileprivate var allFirst: [Settlement] { map { Settlement($0, rival: 0) } }

  /// All settled at once, for their last rivals.
  fileprivate var allLast: [Settlement] { map { Settlement($0, rival: $0.rivals.count - 1) } }
}
