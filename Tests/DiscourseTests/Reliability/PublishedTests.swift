import Discourse
import Testing

@Suite("Reliability, as published")
struct PublishedTests {
  @Test(
    "of Krippendorff's canonical example is α .743, .815, .849 and .797, by level",
    arguments: [(Level.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849), (.ratio, 0.797)])
  func canonical(level: Level, published: Double) throws {
    let reliability = Reliability(try .table(Canonical.rows, level: level))
    let alpha = try #require(reliability[.alpha]?.value)
    #expect(abs(alpha - published) < 0.0005, "\(alpha)")
  }

  /// irrCAC's documentation prints these for the same table: Fleiss .76117, AC1 .77544, percent .81818.
  @Test("of the canonical example is as irrCAC's documentation prints it")
  func documented() throws {
    let reliability = Reliability(try .table(Canonical.rows))
    for (coefficient, printed) in [
      (Coefficient.fleissKappa, 0.76117), (.ac1, 0.77544), (.percent, 0.81818),
    ] {
      let value = try #require(reliability[coefficient]?.value)
      #expect(abs(value - printed) < 0.000005, "\(coefficient): \(value)")
    }
  }

  /// Ten patients, fourteen psychiatrists, five categories: P̄ = .378, κ = .210 (the example of Wikipedia's “Fleiss' kappa”).
  @Test("of a table of counts is Fleiss's κ, and asks for no coders")
  func counts() throws {
    let counts = [
      [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]
    var collector = try RatingsCollector(level: .nominal, categories: ["1", "2", "3", "4", "5"])
    for (unit, row) in counts.enumerated() {
      for (category, count) in row.enumerated() {
        try collector.add(count, times: "\(category + 1)", of: "\(unit)")
      }
    }
    let reliability = Reliability(collector.ratings())
    #expect(abs(try #require(reliability[.fleissKappa]?.value) - 0.210) < 0.0005)
    #expect(abs(try #require(reliability[.percent]?.value) - 0.378) < 0.0005)
    #expect(reliability.pairs.isEmpty && reliability[.holsti] == .undefined(.coderUnknown))
    #expect(reliability.ratings.mostRatings == 14)
  }

  /// Fifty proposals: 20 twice yes, 15 twice no, 5 and 10 otherwise; κ = .4 (the example of Wikipedia's “Cohen's kappa”). Holsti without
  /// missing ratings is the share alike, 35 of 50; Scott's chance is (.55² + .45²) = .505, hence π = .195 / .495.
  @Test("of two coders is Cohen's κ, Scott's π and Holsti's coefficient")
  func twoCoders() throws {
    let rows =
      [String](repeating: "y y", count: 20) + [String](repeating: "y n", count: 5)
      + [String](repeating: "n y", count: 10) + [String](repeating: "n n", count: 15)
    let reliability = Reliability(try .table(rows))
    let pair = try #require(reliability.pairs.first)
    #expect(reliability.pairs.count == 1 && pair.units == 50 && pair.alike == 35)
    #expect(isSame(pair.kappa.value, 0.4) && isSame(reliability[.holsti]?.value, 0.7))
    #expect(isSame(reliability[.scottPi]?.value, 0.195 / 0.495))
  }
}
