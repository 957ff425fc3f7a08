import Chronology
import Testing

@Suite("An expression") struct ReadingTests {
  private func range(_ text: String) throws -> String {
    try EDTF(text).range.description
  }

  private func period(_ text: String) throws -> DayRange {
    let days = text.split(separator: "/").map { Day(String($0)) }
    return try #require(DayRange(earliest: days[0], latest: days[1]))
  }

  @Test("that is an interval tells where its ends lie, and whether they are open or unknown")
  func ends() throws {
    let whole = try EDTF("2004-06/2006")
    #expect(whole.start.description == "2004-06-01/2004-06-30")
    #expect(whole.end.description == "2006-01-01/2006-12-31")
    #expect(whole.startBoundary == .dated && whole.endBoundary == .dated)
    let open = try EDTF("2004/..")
    #expect(open.end == .always && open.endBoundary == .open && open.startBoundary == .dated)
    let unknown = try EDTF("/2004")
    #expect(unknown.start == .always && unknown.startBoundary == .unknown)
    let date = try EDTF("2004")
    #expect(date.start == date.range && date.end == date.range && date.endBoundary == .dated)
  }

  @Test("that is a set tells its members")
  func members() throws {
    let set = try EDTF("[..1667,1668-02,1670..1672]")
    #expect(set.members.map(\.text) == ["..1667", "1668-02", "1670..1672"])
    #expect(set.members.map(\.isRun) == [true, false, true])
    #expect(
      set.members.map(\.range.description)
        == ["../1667-12-31", "1668-02-01/1668-02-29", "1670-01-01/1672-12-31"])
  }

  @Test(
    "with the code of a part of the year has the days of that part",
    arguments: zip(
      21...41,
      [
        "03-01/2003-05-31", "06-01/2003-08-31", "09-01/2003-11-30", "12-01/2004-02-29",
        "03-01/2003-05-31", "06-01/2003-08-31", "09-01/2003-11-30", "12-01/2004-02-29",
        "09-01/2003-11-30", "12-01/2004-02-29", "03-01/2003-05-31", "06-01/2003-08-31",
        "01-01/2003-03-31", "04-01/2003-06-30", "07-01/2003-09-30", "10-01/2003-12-31",
        "01-01/2003-04-30", "05-01/2003-08-31", "09-01/2003-12-31",
        "01-01/2003-06-30", "07-01/2003-12-31",
      ]))
  func partsOfTheYear(_ code: Int, _ days: String) throws {
    #expect(try range("2003-\(code)") == "2003-\(days)")
    #expect(try EDTF("2003-\(code)").level == (code <= 24 ? 1 : 2))
  }

  @Test("of every masked day matches just the days that stepping through them finds")
  func masks() throws {
    for mask in sequences(of: ["0", "1", "2", "X"], length: 4).map({ $0.joined() }) {
      let (month, day) = (mask.prefix(2), mask.suffix(2))
      let days = (1...12).flatMap { m in
        (1...31).filter { fits(m, month) && fits($0, day) }
          .compactMap { Day(year: 2001, month: m, day: $0) }
      }
      let date = try? EDTF("2001-\(month)-\(day)")
      #expect(date?.range.earliest == days.first, "\(mask)")
      #expect(date?.range.latest == days.last, "\(mask)")
    }
  }

  private func fits(_ number: Int, _ mask: Substring) -> Bool {
    zip(number < 10 ? "0\(number)" : "\(number)", mask).allSatisfy { $0 == $1 || $1 == "X" }
  }

  @Test("is equal to another when it is written the same")
  func equality() throws {
    #expect(try EDTF("1985") == EDTF("1985"))
    #expect(try EDTF("1985") != EDTF("1985?"))
    #expect(try Set([EDTF("1985"), EDTF("1985"), EDTF("1985-XX")]).count == 2)
  }

  @Test("of a year is an event in it, and an interval holds throughout")
  func meaning() throws {
    let year = try period("1986-01-01/1986-12-31")
    #expect(try EDTF("1986-05").within(year) == .certainly)
    #expect(try EDTF("198X").within(year) == .possibly)
    #expect(try EDTF("1987").within(year) == .no)
    #expect(try EDTF("1986/1987").within(year) == .no)
    let day = try #require(Day("1986-06-01"))
    #expect(try EDTF("1986").active(on: day) == .possibly)
    #expect(try EDTF("1985/1987").active(on: day) == .certainly)
    #expect(try EDTF("1985/1986").active(on: day) == .possibly)
    #expect(try EDTF("1985/..").active(on: day) == .certainly)
    #expect(try EDTF("1985/").active(on: day) == .possibly)
    #expect(try EDTF("1985").before(EDTF("1986/..")) == .certainly)
    #expect(try EDTF("1986-03").overlaps(EDTF("1985/1987")) == .certainly)
    #expect(try EDTF("1986").overlaps(EDTF("1986")) == .possibly)
  }

  @Test("of several years has an event in each, on a day that is not known")
  func severalYears() throws {
    let years = try EDTF("{1670..1672}")
    #expect(try years.within(period("1670-01-01/1672-12-31")) == .certainly)
    #expect(try years.within(period("1670-06-01/1672-12-31")) == .possibly)
    #expect(try years.within(period("1671-01-01/1672-12-31")) == .no)
    #expect(try years.active(on: #require(Day("1671-05-05"))) == .possibly)
    #expect(try years.overlaps(EDTF("1669/1671")) == .certainly)
    #expect(try EDTF("{..1672}").within(period("1600-01-01/1700-12-31")) == .no)
    #expect(try EDTF("[1667,1760-12]").within(period("1700-01-01/1750-12-31")) == .no)
  }
}
