import Discourse
import Testing

@Suite("Intervals")
struct IntervalTests {
  /// Of 400 units 320 are rated alike: a resample's number of them is binomial, of which the 2.5 % and 97.5 % quantiles are 304 and 335 (scipy's
  /// binom.ppf; those of 5 % and 95 % are 307 and 333). 20,000 resamples find them within one.
  @Test("of the share alike are those of the binomial distribution")
  func binomial() throws {
    let rows = [String](repeating: "a a", count: 320) + [String](repeating: "a b", count: 80)
    let reliability = Reliability(try .table(rows), bootstrap: Bootstrap(resamples: 20_000, seed: 7))
    let interval = try #require(reliability[.percent]?.interval)
    #expect(abs(interval.low * 400 - 304) <= 1.01 && abs(interval.high * 400 - 335) <= 1.01, "\(interval)")
    // Without missing ratings Holsti's coefficient of two coders is the share alike, in every resample.
    #expect(reliability[.holsti]?.interval == interval)
  }

  @Test("follow from the seed, and differ with another")
  func seeded() throws {
    let table = try Ratings.table(Canonical.rows)
    let intervals = [1, 1, 2].map { seed in
      Reliability(table, bootstrap: Bootstrap(resamples: 200, seed: seed))[.alpha]?.interval
    }
    #expect(intervals[0] != nil && intervals[0] == intervals[1] && intervals[0] != intervals[2])
  }

  @Test("are there for every pair of coders, and hold the figure of the table")
  func pairs() throws {
    let reliability = Reliability(
      try .table(Canonical.rows), bootstrap: Bootstrap(resamples: 500, seed: 1))
    #expect(reliability.pairs.count == 6)
    for pair in reliability.pairs {
      let (value, interval) = (try #require(pair.kappa.value), try #require(pair.kappa.interval))
      #expect(interval.low <= value && value <= interval.high, "\(pair.first) and \(pair.second)")
    }
  }

  @Test("are not made where none are asked for")
  func none() throws {
    let reliability = Reliability(try .table(Canonical.rows))
    #expect(reliability.coefficients.allSatisfy { $0.estimate.interval == nil })
  }

  /// The numbers that Vigna's splitmix64.c gives for the seed 1234567 (as in Rosetta Code's “Pseudo-random numbers/Splitmix64”).
  @Test("are drawn by SplitMix64")
  func generator() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }
}
