import Chronology
import Testing

@Suite("A range of days") struct RangeTests {
  /// Days 0–5, and none on either side.
  private var bounds: [Day?] { [nil] + (0...5).map { Day(number: $0) } }

  private var ranges: [DayRange] {
    bounds.flatMap { first in bounds.compactMap { DayRange(earliest: first, latest: $0) } }
  }

  /// The days of a range from -2 to 7, which stand for all there are.
  private func days(_ range: DayRange) -> Set<Int> {
    Set((-2...7).filter { range.contains(Day(number: $0)) })
  }

  @Test("has the days between its bounds")
  func membership() {
    for range in ranges {
      let first = range.earliest?.number ?? -2
      let last = range.latest?.number ?? 7
      #expect(days(range) == Set(first...last))
    }
    #expect(ranges.count == 7 * 7 - 15)
    #expect(DayRange(earliest: Day(number: 1), latest: Day(number: 0)) == nil)
  }

  @Test("behaves as its set of days does")
  func algebra() {
    for left in ranges {
      for right in ranges {
        let (mine, theirs) = (days(left), days(right))
        let common = mine.intersection(theirs)
        #expect(left.overlaps(right) == !common.isEmpty)
        #expect(left.intersection(right).map(days) ?? [] == common)
        #expect(left.contains(right) == theirs.isSubset(of: mine))
        let all = mine.union(theirs)
        let span = Set((all.min() ?? 0)...(all.max() ?? 0))
        #expect(days(left.hull(right)) == span)
      }
    }
  }

  @Test("counts its days, and prints as an interval")
  func countAndText() throws {
    let day = try #require(Day("2020-01-01"))
    let year = DayRange(day...day.advanced(by: 365))
    #expect(year.dayCount == 366)
    #expect(year.description == "2020-01-01/2020-12-31")
    #expect(DayRange(day).dayCount == 1)
    #expect(DayRange(day).description == "2020-01-01")
    #expect(DayRange(earliest: day, latest: nil)?.description == "2020-01-01/..")
    #expect(DayRange(earliest: nil, latest: day)?.dayCount == nil)
    #expect(DayRange.always.description == "../..")
  }
}
