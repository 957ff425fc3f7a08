import Chronology
import Testing

@Suite("Dates, intervals and sets on a calendar of six days") struct RelationTests {
  private typealias Stay = Claim.Stay

  private func answer(_ truths: [Bool]) -> Trichotomy {
    truths.allSatisfy { $0 } ? .certainly : truths.contains(true) ? .possibly : .no
  }

  /// The answer of all pairs of worlds; stops when it cannot change any more.
  private func answer(
    _ subject: Claim, _ other: Claim, _ question: ([Stay], [Stay]) -> Bool
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

  @Test("are active on a day as in all their worlds")
  func active() throws {
    for claim in Claim.claims {
      let date = try EDTF(claim.text)
      for day in Claim.all {
        let expected = answer(
          claim.worlds.map { $0.contains { $0.start <= day && day <= $0.end } })
        if date.active(on: Claim.day(day)) != expected {
          Issue.record("\(date) active on \(day): \(expected)")
        }
      }
    }
  }

  @Test("are within a period as in all their worlds")
  func within() throws {
    let bounds = [nil] + Claim.named.map(Optional.some)
    for claim in Claim.claims {
      let date = try EDTF(claim.text)
      for (first, last) in bounds.flatMap({ first in bounds.map { (first, $0) } }) {
        let period = DayRange(earliest: first.map(Claim.day), latest: last.map(Claim.day))
        guard let period else { continue }
        let days = (first ?? -99)...(last ?? 99)
        let expected = answer(
          claim.worlds.map { $0.allSatisfy { days.contains($0.start) && days.contains($0.end) } })
        if date.within(period) != expected {
          Issue.record("\(date) within \(period): \(expected)")
        }
      }
    }
  }

  @Test("are before others as in all their worlds")
  func before() throws {
    let dates = try Claim.claims.map { try EDTF($0.text) }
    for (claim, date) in zip(Claim.claims, dates) {
      for (other, otherDate) in zip(Claim.claims, dates) {
        let expected = answer(claim, other) { mine, theirs in
          mine.allSatisfy { stay in theirs.allSatisfy { stay.end < $0.start } }
        }
        if date.before(otherDate) != expected {
          Issue.record("\(date) before \(otherDate): \(expected)")
        }
      }
    }
  }

  @Test("overlap others as in all their worlds, and for several events never claim too much")
  func overlaps() throws {
    let dates = try Claim.claims.map { try EDTF($0.text) }
    for (claim, date) in zip(Claim.claims, dates) {
      for (other, otherDate) in zip(Claim.claims, dates) {
        let expected = answer(claim, other) { mine, theirs in
          mine.contains { stay in
            theirs.contains { stay.start <= $0.end && $0.start <= stay.end }
          }
        }
        let found = date.overlaps(otherDate)
        let mayHedge = (claim.isMany || other.isMany) && found == .possibly
        if found != expected && !mayHedge {
          Issue.record("\(date) overlaps \(otherDate): \(expected), not \(found)")
        }
      }
    }
    #expect(Claim.claims.count == 1 + 6 + 21 + 48 + 105)
  }
}
