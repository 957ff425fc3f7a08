import Discourse
import Testing

/// The agency articles of the media partnership (Boni 2023; `Evidence/figures.csv`): 37 on Chinese culture in 2020, 2 of 42 in 2019.
struct PublishedSharesTests {
  @Test func `fewer than three per cent on culture are shares of 1294, not of 852`() throws {
    // "less than 3 %" is printed; the study's README says which base that fits.
    let (collected, kept) = (Share(37, of: 1294), Share(37, of: 852))
    #expect(try #require(collected.value) < 0.03)
    #expect(try #require(kept.value) > 0.03)
    // The intervals are of either base by itself: they do not make up for not knowing which.
    #expect(try #require(collected.interval).contains(0.03))
    #expect(try #require(kept.interval).lowerBound > 0.03)
  }

  @Test func `by either base, culture's share of the two years cannot be told apart`() throws {
    for total in [1294, 852] {
      let comparison = ShareComparison(Share(2, of: 42), Share(37, of: total))
      #expect(try #require(comparison.difference?.interval).contains(0))
      #expect(try #require(comparison.ratio?.interval).contains(1))
      #expect(try #require(comparison.probability) > 0.05)
    }
  }
}
