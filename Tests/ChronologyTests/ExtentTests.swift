import Testing

@testable import Chronology

/// Every occurrence on a calendar of six days, with every range for its start and its end.
@Suite("An occurrence with uncertain ends") struct ExtentTests {
  /// What an extent may be: from one day to another.
  private struct World {
    let start: Int
    let end: Int
  }

  private struct Case {
    let extent: Extent
    let worlds: [World]
  }

  private static let calendar = 0...5

  private static let ranges: [DayRange] = calendar.flatMap { first in
    (first...calendar.upperBound).map { DayRange(lower: first, upper: $0) }
  }

  /// Intervals with every pair of ranges for their ends, and events in every range.
  private static let cases: [Case] = intervals + events

  private static let intervals: [Case] = ranges.flatMap { start in
    ranges.filter { start.lower <= $0.upper }.map { end in
      let worlds = (start.lower...start.upper).flatMap { first in
        (end.lower...end.upper).filter { first <= $0 }.map { World(start: first, end: $0) }
      }
      return Case(extent: Extent(start: start, end: end), worlds: worlds)
    }
  }

  private static let events: [Case] = ranges.map { range in
    Case(
      extent: Extent(eventIn: range),
      worlds: (range.lower...range.upper).map { World(start: $0, end: $0) })
  }

  /// The answer of all worlds of one occurrence to a question.
  private func answer(_ subject: Case, _ question: (World) -> Bool) -> Trichotomy {
    let truths = subject.worlds.map(question)
    return truths.allSatisfy { $0 } ? .certainly : truths.contains(true) ? .possibly : .no
  }

  /// The answer of all pairs of worlds; stops when it cannot change any more.
  private func answer(
    _ subject: Case, _ other: Case, _ question: (World, World) -> Bool
  ) -> Trichotomy {
    var (isTrue, isFalse) = (false, false)
    for mine in subject.worlds {
      for theirs in other.worlds {
        if question(mine, theirs) { isTrue = true } else { isFalse = true }
        if isTrue && isFalse { return .possibly }
      }
    }
    return isTrue ? .certainly : .no
  }

  @Test("is within a period, and covers a day, as in all its worlds")
  func periodsAndDays() {
    for subject in Self.cases {
      for period in Self.ranges {
        let expected = answer(subject) { period.lower <= $0.start && $0.end <= period.upper }
        if subject.extent.within(period) != expected {
          Issue.record("\(subject.extent) within \(period): \(expected)")
        }
      }
      for day in -1...6 {
        let expected = answer(subject) { $0.start <= day && day <= $0.end }
        if subject.extent.covers(day) != expected {
          Issue.record("\(subject.extent) covers \(day): \(expected)")
        }
      }
    }
  }

  @Test("is before another, and overlaps it, as in all their worlds")
  func pairs() {
    for subject in Self.cases {
      for other in Self.cases {
        let before = answer(subject, other) { $0.end < $1.start }
        if subject.extent.before(other.extent) != before {
          Issue.record("\(subject.extent) before \(other.extent): \(before)")
        }
        let overlaps = answer(subject, other) { $0.start <= $1.end && $1.start <= $0.end }
        if subject.extent.overlaps(other.extent) != overlaps {
          Issue.record("\(subject.extent) overlaps \(other.extent): \(overlaps)")
        }
      }
    }
    #expect(Self.cases.count == 371 + 21)
  }
}
