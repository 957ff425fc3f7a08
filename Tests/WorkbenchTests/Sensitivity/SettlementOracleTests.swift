import Archive
import Diplomacy
import TestSupport
import Testing

@testable import Workbench

/// Small random records of four observations with one to three rival values each, and a study that adds, takes a share, counts and
/// cites. What a settlement comes to is reckoned a second time here, from the values that it leaves.
@Suite("A settlement, against the same reckoned by hand")
struct SettlementOracleTests {
  private static let study = """
    study: small
    title: A small study
    source: survey
    about: For tests.
    checks:
      - sql: SELECT sum(value_lowest) AS certain, sum(value_highest) AS possible, '[]' AS statements FROM observation
        figures:
          - {id: SUM, published: 20, locator: p. 1, says: all together}
      - sql: |
          SELECT 100.0 * a.value_lowest / b.value_highest AS certain, 100.0 * a.value_highest / b.value_lowest AS possible, '[]' AS statements
          FROM observation a, observation b WHERE a.id = 'o0' AND b.id = 'o1'
        figures:
          - {id: SHARE, published: 50, locator: p. 1, says: share}
      - sql: |
          SELECT count(*) FILTER (WHERE value_lowest >= 5) AS certain, count(*) FILTER (WHERE value_highest >= 5) AS possible, '[]' AS statements
          FROM observation
        figures:
          - {id: COUNT, published: 2, locator: p. 1, says: of five or more}
      - recorded: observation
        figures:
          - {id: OWN, published: 4, locator: p. 1, says: the second, entity: o1}
    """

  /// Values from 1 to 9, different ones of each observation.
  private static func values(_ seed: UInt64) -> [[Int]] {
    var generator = Seeded(state: seed)
    return (0..<4).map { _ in
      Array((1...9).shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator)))
    }
  }

  private static func record(_ values: [[Int]]) throws -> ArchiveStore {
    try SmallRecord.archive(
      values.enumerated().flatMap { number, values in
        try values.enumerated().map { place, value in
          try SmallRecord.statement(
            "observation o\(number)", [("measure", "starts"), ("value", "\(value)")],
            locator: "p. \(place)")
        }
      })
  }

  /// What the figures come to when just these values are left, by identifier.
  private static func readings(_ values: [[Int]]) -> [String: Expected] {
    let (least, most) = (values.map { Double($0.min() ?? 0) }, values.map { Double($0.max() ?? 0) })
    return [
      "SUM": Expected(least.reduce(0, +), most.reduce(0, +), published: 20),
      "SHARE": Expected(100 * least[0] / most[1], 100 * most[0] / least[1], published: 50),
      "COUNT": Expected(Double(least.count { $0 >= 5 }), Double(most.count { $0 >= 5 }), published: 2),
      "OWN": Expected(least[1], most[1], published: 4),
    ]
  }

  /// Bounds, and how a published whole number fares by them: half a unit of its last digit is its tolerance.
  private struct Expected: Equatable {
    let least: Double
    let most: Double
    let status: CheckStatus

    init(_ least: Double, _ most: Double, published: Double) {
      (self.least, self.most) = (least, most)
      let (low, high) = (published - 0.5, published + 0.5)
      status =
        low <= least && most <= high
        ? .reproduced : least < most && least <= high && low <= most ? .withinBounds : .differs
    }

    init?(_ reading: Reading) {
      guard let one = reading.computed.first, let least = one.certain, let most = one.possible else {
        return nil
      }
      (self.least, self.most, status) = (least, most, reading.status)
    }
  }

  @Test("comes to the same, and moves what it is said to move", arguments: 1...20 as ClosedRange<UInt64>)
  func single(seed: UInt64) throws {
    let values = Self.values(seed)
    let sensitivity = try Weighing(
      [StudyFile.read(Self.study, name: "study.yml")], over: Self.record(values)
    ).sensitivity()
    #expect(sensitivity.contradictions.count == values.count { $0.count > 1 })
    for contradiction in sensitivity.contradictions {
      let number = try #require(Int(contradiction.entity.id.dropFirst()))
      for (rival, standing) in contradiction.rivals.enumerated() {
        var left = values
        left[number] = [try #require(Int(standing.value))]
        for (id, expected) in Self.readings(left) {
          let figure = try #require(sensitivity.figures.first { $0.figure.id == id })
          let move = figure.moves.first { $0.contradiction.id == contradiction.id }
          let reading = Expected(move?.readings[rival] ?? figure.reading)
          #expect(reading == expected, "\(id), \(standing.value) of \(values)")
        }
      }
    }
  }

  @Test("stands by the fewest settlements that reproduce it", arguments: 1...20 as ClosedRange<UInt64>)
  func standing(seed: UInt64) throws {
    let values = Self.values(seed)
    let sensitivity = try Weighing(
      [StudyFile.read(Self.study, name: "study.yml")], over: Self.record(values)
    ).sensitivity()
    for figure in sensitivity.figures where figure.reading.status != .reproduced {
      let moving = figure.moves.compactMap { Int($0.contradiction.entity.id.dropFirst()) }
      let ways = Self.settlements(of: moving, values).filter { way in
        var left = values
        for (number, value) in way { left[number] = [value] }
        return Self.readings(left)[figure.figure.id]?.status == .reproduced
      }
      let fewest = ways.map(\.count).min()
      let expected = Set(ways.filter { $0.count == fewest })
      let found: Set<[Int: Int]>
      if case .ifSettled(let sets) = figure.standing {
        found = Set(
          sets.map { set in
            Dictionary(
              uniqueKeysWithValues: set.compactMap { settlement in
                guard let number = Int(settlement.contradiction.entity.id.dropFirst()),
                  let value = Int(settlement.standing.value)
                else { return nil }
                return (number, value)
              })
          })
      } else {
        found = []
      }
      #expect(found == expected, "\(figure.figure.id) of \(values)")
    }
  }

  /// Every way to settle some of the observations.
  private static func settlements(of numbers: [Int], _ values: [[Int]]) -> [[Int: Int]] {
    numbers.reduce([[:]]) { ways, number in
      ways + ways.flatMap { way in values[number].map { value in way.merging([number: value]) { $1 } } }
    }.filter { !$0.isEmpty }
  }
}
