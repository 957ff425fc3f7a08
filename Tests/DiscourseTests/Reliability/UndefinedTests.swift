import Discourse
import Testing

@Suite("Reliability that is undefined")
struct UndefinedTests {
  private static let beyondChance: [Coefficient] = [.alpha, .fleissKappa, .scottPi, .ac1, .brennanPrediger]

  @Test("says so where all ratings are of one category, and never 1", arguments: Level.allCases)
  func oneCategory(level: Level) throws {
    let reliability = Reliability(
      try .table(["1 1 1", "1 . 1", "1 1 1"], level: level), bootstrap: Bootstrap(resamples: 20, seed: 1))
    for coefficient in Self.beyondChance {
      #expect(reliability[coefficient] == .undefined(.oneCategory("1")), "\(coefficient)")
    }
    #expect(reliability.pairs.allSatisfy { $0.kappa == .undefined(.oneCategory("1")) })
    #expect(reliability[.percent]?.value == 1)
  }

  @Test("says so where one category was used, however many were declared")
  func declared() throws {
    let reliability = Reliability(try .table(["a a", "a a"], categories: ["a", "b", "c"]))
    for coefficient in Self.beyondChance {
      #expect(reliability[coefficient] == .undefined(.oneCategory("a")), "\(coefficient)")
    }
  }

  @Test("says so where a second category stands only in units rated once")
  func onceOnly() throws {
    let reliability = Reliability(try .table(["a a", "a a", "b ."]))
    #expect(reliability[.alpha] == .undefined(.oneCategory("a")))
    #expect(reliability[.fleissKappa] == .undefined(.oneCategory("a")))
  }

  @Test("says so where no unit is rated twice", arguments: Level.allCases)
  func noOverlap(level: Level) throws {
    let reliability = Reliability(
      try .table(["1 .", ". 2", "3 ."], level: level), bootstrap: Bootstrap(resamples: 20, seed: 1))
    for (coefficient, estimate) in reliability.coefficients {
      #expect(estimate == .undefined(.noSharedUnit), "\(coefficient)")
    }
    #expect(reliability.pairs.map(\.kappa) == [.undefined(.noUnitInCommon)])
  }

  @Test("says so of two coders who have no unit in common, while others have")
  func strangers() throws {
    let reliability = Reliability(try .table(["a a .", "b b .", ". a a", ". b b"]))
    #expect(
      reliability.pairs.map(\.kappa) == [.value(1, nil), .undefined(.noUnitInCommon), .value(1, nil)])
    #expect(reliability[.alpha]?.value == 1)
  }

  @Test("says so of a table without ratings")
  func empty() throws {
    let reliability = Reliability(try .table([]), bootstrap: Bootstrap(resamples: 20, seed: 1))
    #expect(reliability[.alpha] == .undefined(.noRatings) && reliability[.percent] == .undefined(.noRatings))
  }

  @Test("leaves out resamples in which it is undefined, and says how many they are")
  func leftOut() throws {
    // Of resamples of these three units one in 27 holds a alone, eight in 27 hold b alone: a third is undefined.
    let reliability = Reliability(
      try .table(["a a", "b b", "b b"]), bootstrap: Bootstrap(resamples: 1000, seed: 1))
    let interval = try #require(reliability[.alpha]?.interval)
    #expect((280...390).contains(interval.leftOut), "\(interval.leftOut)")
    #expect(interval.low == 1 && interval.high == 1)
    #expect(reliability[.percent]?.interval?.leftOut == 0)
  }
}
