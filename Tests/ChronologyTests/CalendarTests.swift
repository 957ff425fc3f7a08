import Chronology
import Testing

@Suite("A day") struct CalendarTests {
  @Test("is the one that stepping day by day from another arrives at, from -800 to 2800")
  func agreesWithStepping() throws {
    let first = try #require(Day(year: -800, month: 1, day: 1))
    var (number, year, month, day) = (first.number, -800, 1, 1)
    var wrong = 0
    while year <= 2800 {
      let parts = Day(number: number).components
      if parts != (year, month, day) { wrong += 1 }
      if Day(year: year, month: month, day: day)?.number != number { wrong += 1 }
      if year == 1970 && month == 1 && day == 1 { #expect(number == 0) }
      (number, day) = (number + 1, day + 1)
      if day > naiveLength(year, month) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong == 0)
    #expect(number - first.number == 9 * 146_097 + 366)
  }

  private func naiveLength(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test("does not exist beyond the end of its month or year")
  func impossibleDays() {
    for year in [-401, -400, -1, 0, 1, 1900, 2000, 2023, 2024] {
      for month in 1...12 {
        let length = naiveLength(year, month)
        #expect(Day(year: year, month: month, day: length) != nil)
        #expect(Day(year: year, month: month, day: length + 1) == nil)
        #expect(Day(year: year, month: month, day: 0) == nil)
      }
      #expect(Day(year: year, month: 0, day: 1) == nil)
      #expect(Day(year: year, month: 13, day: 1) == nil)
    }
  }

  @Test("has components however far away it is")
  func extremes() {
    for number in [Int.min, Int.min + 1, Int.max - 1, Int.max] {
      let parts = Day(number: number).components
      #expect((1...12).contains(parts.month))
      #expect((1...31).contains(parts.day))
    }
    for year in [-25_000_000_000_000_000, -1_000_000_000_000, 25_000_000_000_000_000] {
      let day = Day(year: year, month: 2, day: 28)
      #expect(day.map { $0.components == (year, 2, 28) } == true)
    }
    #expect(Day(year: .max, month: 1, day: 1) == nil)
    #expect(Day(year: .min, month: 1, day: 1) == nil)
  }

  @Test(
    "is read back from its text",
    arguments: [
      ("2020-03-09", 18_330), ("1970-01-01", 0), ("1969-12-31", -1), ("0000-01-01", -719_528),
      ("-0001-12-31", -719_529), ("-0044-03-15", -735_525), ("9999-12-31", 2_932_896),
      ("+10000-01-01", 2_932_897), ("+12345-01-01", 3_789_391),
    ])
  func text(_ text: String, _ number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test("is not read from any other text")
  func refusals() {
    let texts = [
      "", "2020", "2020-03", "2020-3-9", "20200309", "2020-03-32", "2023-02-29", "2020-13-01",
      "-0000-01-01", "+2020-03-09", "+09999-01-01", "12345-01-01", "-00044-03-15", "2020/03/09",
      " 2020-03-09", "2020-03-09 ", "2020-03-0９", "2020-XX-01", "--2020-01-01", "20a0-01-01",
      "+99999999999999999999-01-01", "+-01-01", "2020-03-09T",
    ]
    for text in texts { #expect(Day(text) == nil, "\(text)") }
  }

  @Test("is ordered and counted in days")
  func arithmetic() throws {
    let start = try #require(Day("2020-02-28"))
    let end = try #require(Day("2020-03-01"))
    #expect(start < end)
    #expect(start.distance(to: end) == 2)
    #expect(start.advanced(by: 1).description == "2020-02-29")
    #expect(end.advanced(by: -2) == start)
    #expect((start...end).count == 3)
  }
}
