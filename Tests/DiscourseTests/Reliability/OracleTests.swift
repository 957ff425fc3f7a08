import Discourse
import Testing

/// The coefficients by their definitions, over lists of pairs: slow and plain.
private struct Oracle {
  /// The ratings of each unit, as numbers from 0; units without any are left out.
  let units: [[Int]]
  let categories: Int

  private var shared: [[Int]] { units.filter { $0.count > 1 } }
  private var pooled: [Int] { shared.flatMap(\.self) }
  private var isVaried: Bool { Set(pooled).count > 1 }

  /// All ordered pairs of different places.
  private func pairs(_ values: [Int]) -> [(Int, Int)] {
    values.indices.flatMap { one in
      values.indices.filter { $0 != one }.map { (values[one], values[$0]) }
    }
  }

  /// Krippendorff 2019, p. 286: 1 − (mean difference within units) / (mean difference between any two ratings). The values are from 1.
  func alpha(_ level: Level) -> Double? {
    guard isVaried else { return nil }
    let counts = (0..<categories).map { category in Double(pooled.count { $0 == category }) }
    func difference(_ one: Int, _ other: Int) -> Double {
      let (a, b) = (Double(one + 1), Double(other + 1))
      switch level {
      case .nominal: return one == other ? 0 : 1
      case .ordinal:
        let between = counts[min(one, other)...max(one, other)].reduce(0, +)
        let distance = one == other ? 0 : between - (counts[one] + counts[other]) / 2
        return distance * distance
      case .interval: return (a - b) * (a - b)
      case .ratio: return (a - b) / (a + b) * (a - b) / (a + b)
      }
    }
    let within = shared.reduce(0.0) { sum, unit in
      sum + pairs(unit).reduce(0) { $0 + difference($1.0, $1.1) } / Double(unit.count - 1)
    }
    let all = Double(pooled.count)
    let between = pairs(pooled).reduce(0) { $0 + difference($1.0, $1.1) } / (all * (all - 1))
    return 1 - within / all / between
  }

  /// The mean over units rated twice of the share of pairs alike.
  var percent: Double? {
    guard !shared.isEmpty else { return nil }
    return shared.reduce(0.0) { sum, unit in
      let pairs = pairs(unit)
      return sum + Double(pairs.count { $0.0 == $0.1 }) / Double(pairs.count)
    } / Double(shared.count)
  }

  /// Each category's mean share of a unit's ratings.
  private var shares: [Double] {
    (0..<categories).map { category in
      units.reduce(0.0) { $0 + Double($1.count { $0 == category }) / Double($1.count) } / Double(units.count)
    }
  }

  private func beyond(_ chance: Double) -> Double? {
    isVaried ? percent.map { ($0 - chance) / (1 - chance) } : nil
  }

  var fleiss: Double? { beyond(shares.reduce(0) { $0 + $1 * $1 }) }
  func ac1(_ used: Int) -> Double? { beyond(shares.reduce(0) { $0 + $1 * (1 - $1) } / Double(used - 1)) }
  func brennanPrediger(_ used: Int) -> Double? { beyond(1 / Double(used)) }
}

@Suite("Reliability, by its definitions")
struct OracleTests {
  /// Every table of so many units, coders and values, any of which may be missing.
  @Test(
    "is what lists of all pairs give, for every small table",
    arguments: [(2, 2, 3), (3, 2, 3), (2, 3, 3), (4, 2, 2)], Level.allCases)
  func small(shape: (units: Int, coders: Int, values: Int), level: Level) throws {
    let cells = shape.units * shape.coders
    let places = (0...cells).reduce(into: [1]) { powers, _ in
      powers.append(powers[powers.count - 1] * (shape.values + 1))
    }
    var wrong: [String] = []
    for number in 0..<places[cells] {
      let digits = (0..<cells).map { number / places[$0] % (shape.values + 1) }
      let rows = (0..<shape.units).map { Array(digits[($0 * shape.coders)..<(($0 + 1) * shape.coders)]) }
      let oracle = Oracle(
        units: rows.map { $0.filter { $0 > 0 }.map { $0 - 1 } }.filter { !$0.isEmpty },
        categories: shape.values)
      let texts = rows.map { $0.map { $0 == 0 ? "." : "\($0)" }.joined(separator: " ") }
      let used = Set(digits.filter { $0 > 0 }).count
      let reliability = Reliability(try .table(texts, level: level))
      let isRight =
        isSame(reliability[.alpha]?.value, oracle.alpha(level))
        && isSame(reliability[.percent]?.value, oracle.percent)
        && isSame(reliability[.fleissKappa]?.value, oracle.fleiss)
        && isSame(reliability[.ac1]?.value, oracle.ac1(used))
        && isSame(reliability[.brennanPrediger]?.value, oracle.brennanPrediger(used))
      if !isRight { wrong.append(texts.joined(separator: " / ")) }
    }
    #expect(wrong.isEmpty, "\(wrong.count) tables, such as \(wrong.first ?? "")")
  }

  @Test("of one category is α of the table in which all others are one value")
  func codes() throws {
    let reliability = Reliability(
      try .table(Canonical.rows), bootstrap: Bootstrap(resamples: 300, seed: 1))
    #expect(reliability.codes.map(\.category) == ["1", "2", "3", "4", "5"])
    // Ratings of units rated twice: Krippendorff's margins (2011).
    #expect(reliability.codes.map(\.times) == [9, 13, 10, 5, 3])
    for code in reliability.codes {
      let merged = Canonical.rows.map { row in
        String(row.map { $0.isNumber && String($0) != code.category ? "0" : $0 })
      }
      let alone = Reliability(try .table(merged), bootstrap: Bootstrap(resamples: 300, seed: 1))
      #expect(isSame(code.alpha.value, alone[.alpha]?.value), "\(code.category)")
      let (own, expected) = (
        try #require(code.alpha.interval), try #require(alone[.alpha]?.interval)
      )
      #expect(isSame(own.low, expected.low) && isSame(own.high, expected.high), "\(code.category)")
    }
  }

  @Test("of one category is undefined where units rated twice have it never or always")
  func neverOrAlways() throws {
    let codes = Reliability(try .table(["a a", "a a", "b ."], categories: ["a", "b", "c"])).codes
    #expect(
      codes.map(\.alpha) == [
        .undefined(.oneCategory("a")), .undefined(.neverGiven("b")), .undefined(.neverGiven("c")),
      ])
    #expect(Reliability(try .table(Canonical.rows, level: .ordinal)).codes.isEmpty)
  }

  @Test("does not depend on the order of coders and units, nor on the names of categories")
  func symmetry() throws {
    let shuffled = Canonical.rows.reversed().map { row in
      row.split(separator: " ").reversed().joined(separator: " ")
    }
    let renamed = shuffled.map { row in
      String(row.map { $0.isNumber ? Array("vwxyz")[5 - ($0.wholeNumberValue ?? 1)] : $0 })
    }
    let before = Reliability(try .table(Canonical.rows))
    let after = Reliability(try .table(renamed))
    for (coefficient, estimate) in before.coefficients {
      #expect(isSame(estimate.value, after[coefficient]?.value), "\(coefficient)")
    }
  }

  @Test("of intervals and ratios does not depend on the unit of measurement")
  func units() throws {
    for level in [Level.interval, .ratio] {
      let scaled = Canonical.rows.map { row in
        row.split(separator: " ").map { Double($0).map { "\($0 * 2.5)" } ?? "." }.joined(separator: " ")
      }
      let (one, other) = (
        Reliability(try .table(Canonical.rows, level: level)), Reliability(try .table(scaled, level: level))
      )
      #expect(isSame(one[.alpha]?.value, other[.alpha]?.value))
      #expect(isSame(one[.ac2]?.value, other[.ac2]?.value))
    }
  }
}
