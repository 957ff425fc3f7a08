import Discourse
import Foundation
import Testing

/// Figures of statsmodels and scipy: `Tests/Fixtures/themes/make_reference.py` wrote them.
private struct Reference: Decodable {
  struct One: Decodable {
    let count: Int
    let total: Int
    let interval: [Double]
  }
  struct Two: Decodable {
    let before: [Int]
    let after: [Int]
    let difference: [Double]
    let ratio: [Double]?
    let probability: Double
  }
  let shares: [One]
  let comparisons: [Two]

  static func read() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Fixtures/themes/shares.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

private func isNear(_ one: ClosedRange<Double>?, _ other: [Double]?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return abs(one.lowerBound - other[0]) < 1e-9 * max(1, abs(other[0]))
    && abs(one.upperBound - other[1]) < 1e-9 * max(1, abs(other[1]))
}

struct ShareTests {
  @Test func `Wilson's interval is as statsmodels computes it`() throws {
    for share in try Reference.read().shares {
      let interval = Share(share.count, of: share.total).interval
      #expect(isNear(interval, share.interval), "\(share.count) of \(share.total)")
    }
  }

  @Test func `differences, ratios and tests are as statsmodels and scipy compute them`() throws {
    for reference in try Reference.read().comparisons {
      let comparison = ShareComparison(
        Share(reference.before[0], of: reference.before[1]), Share(reference.after[0], of: reference.after[1])
      )
      #expect(isNear(comparison.difference?.interval, reference.difference), "\(reference)")
      #expect(isNear(comparison.ratio?.interval, reference.ratio), "\(reference)")
      let probability = try #require(comparison.probability)
      #expect(
        abs(probability - reference.probability) < 1e-9 + 1e-6 * reference.probability, "\(reference)")
    }
  }

  @Test func `Newcombe's worked example comes out`() throws {
    // Newcombe 1998, "Interval estimation for the difference between independent proportions", table II (a): 56/70 − 48/80, method 10.
    let difference = try #require(ShareComparison(Share(48, of: 80), Share(56, of: 70)).difference)
    let interval = try #require(difference.interval)
    #expect(abs(difference.value - 0.2) < 1e-12)
    #expect(abs(interval.lowerBound - 0.0524) < 5e-5)
    #expect(abs(interval.upperBound - 0.3339) < 5e-5)
  }

  @Test func `the lady tasting tea is not convicted of chance`() throws {
    // Fisher 1935: three of four cups right; one-sided 17/70, and two-sided 34/70.
    let probability = try #require(ShareComparison(Share(3, of: 4), Share(1, of: 4)).probability)
    #expect(abs(probability - 34.0 / 70) < 1e-12)
  }

  @Test func `of nothing there is nothing to say`() {
    let nothing = Share(0, of: 0)
    #expect(nothing.value == nil)
    #expect(nothing.interval == nil)
    let comparison = ShareComparison(nothing, Share(1, of: 2))
    #expect(comparison.difference == nil)
    #expect(comparison.ratio == nil)
    #expect(comparison.probability == nil)
  }

  @Test func `from nothing there is no ratio, to nothing no interval of it`() throws {
    #expect(ShareComparison(Share(0, of: 9), Share(3, of: 9)).ratio == nil)
    let ratio = try #require(ShareComparison(Share(3, of: 9), Share(0, of: 9)).ratio)
    #expect(ratio.value == 0)
    #expect(ratio.interval == nil)
  }

  @Test func `a million units are compared at once`() throws {
    let comparison = ShareComparison(Share(250_000, of: 500_000), Share(251_500, of: 500_000))
    // χ² = 1,000,000 · (0.003)² / (4 · 0.25…) ≈ 9.0, of which the probability is .0027.
    #expect(abs(try #require(comparison.probability) - 0.0027) < 1e-4)
  }
}

struct ThemeTableTests {
  private let units = [
    ThemedUnit(themes: ["aid"], part: "2019"), ThemedUnit(themes: [], contested: ["aid"], part: "2019"),
    ThemedUnit(themes: ["aid", "trade"], part: "2020"), ThemedUnit(themes: ["trade"], part: nil),
  ]

  @Test func `units count where they are, and in the whole`() {
    let table = ThemeTable(units, themes: ["aid", "trade"])
    #expect(table.parts == ["2019", "2020"])
    #expect(table.elsewhere == 1)
    #expect(table.cell(0, 0).certain == Share(1, of: 2))
    #expect(table.cell(0, 0).possible == Share(2, of: 2))
    #expect(table.cell(1, 1).certain == Share(1, of: 1))
    #expect(table.total(0).certain == Share(2, of: 4))
    #expect(table.total(0).possible == Share(3, of: 4))
    #expect(table.total(1).certain == Share(2, of: 4))
    #expect(table.comparison(0, 0, 1) == ShareComparison(Share(1, of: 2), Share(1, of: 1)))
  }

  @Test func `an interval reaches over what is contested`() throws {
    let cell = ThemeTable(units, themes: ["aid"]).cell(0, 0)
    let interval = try #require(cell.interval)
    #expect(interval.lowerBound == cell.certain.interval?.lowerBound)
    #expect(interval.upperBound == 1)
  }

  @Test func `a cluster counts once, for certain where all of it has the theme`() {
    let cluster = ThemedUnit(cluster: [
      ThemedUnit(themes: ["aid", "trade"], part: "2019"),
      ThemedUnit(themes: ["aid"], contested: ["visits"], part: "2020"),
    ])
    #expect(cluster.themes == ["aid"])
    #expect(cluster.contested == ["trade", "visits"])
    #expect(cluster.part == "2019")
  }
}
