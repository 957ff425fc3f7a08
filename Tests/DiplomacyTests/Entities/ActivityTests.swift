import Chronology
import Diplomacy
import Testing

/// The survey report calls a relation active when something was done together in the last two years.
@Suite("Activity on a date")
struct ActivityTests {
  private let day = Day(year: 2017, month: 12, day: 31)!

  private func evidence(_ isActive: Bool, _ date: String) throws -> ActivityEvidence {
    ActivityEvidence(isActive: isActive, days: try EDTF(date).range)
  }

  @Test(
    "what the evidence leaves open",
    arguments: [
      ([], "unknown"),
      (["+2016"], "active"),
      (["+2015-12-31"], "unknown"),
      (["+2016-01-01"], "active"),
      (["+2018-01-01"], "unknown"),
      (["+2015"], "unknown"),
      (["+2015/2016"], "active unknown"),
      (["-2017"], "inactive"),
      (["-2014"], "unknown"),
      (["-2017", "+2016-05"], "active"),
      (["-2017", "+[2015..2016]"], "active inactive"),
      (["-[2015..2017]"], "inactive unknown"),
      (["-[2015..2017]", "+[2015..2016]"], "active inactive unknown"),
    ])
  func states(_ evidence: [String], _ expected: String) throws {
    let read = try evidence.map { try self.evidence($0.hasPrefix("+"), String($0.dropFirst())) }
    let states = ActivityState.possible(on: day, given: read)
    #expect(states.map(\.rawValue).joined(separator: " ") == expected)
  }

  @Test("no evidence is unknown, never inactive")
  func unknownIsNotInactive() {
    #expect(ActivityState.possible(on: day, given: []) == [.unknown])
  }

  /// Every placing of one sign and one denial on a line of days, against the definition read out day by day.
  @Test("agrees with every possible placing of the evidence")
  func possibleWorlds() {
    let first = Day(year: 2015, month: 12, day: 30)!
    let days = (0..<5).map { first.advanced(by: $0) }
    let ranges = days.flatMap { from in
      days.filter { $0 >= from }.map { DayRange(earliest: from, latest: $0)! }
    }
    let opens = Day(year: 2016, month: 1, day: 1)!
    for sign in ranges {
      for denial in ranges {
        var seen: Set<ActivityState> = []
        for signed in days where sign.contains(signed) {
          for denied in days where denial.contains(denied) {
            let isActive = signed >= opens && signed <= day
            let isDenied = denied >= opens && denied <= day
            seen.insert(isActive ? .active : isDenied ? .inactive : .unknown)
          }
        }
        let states = ActivityState.possible(
          on: day,
          given: [
            ActivityEvidence(isActive: true, days: sign), ActivityEvidence(isActive: false, days: denial),
          ])
        #expect(Set(states) == seen, "sign \(sign), denial \(denial)")
      }
    }
  }
}
