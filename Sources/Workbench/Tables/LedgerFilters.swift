import Archive
import Chronology

/// The conditions of a count, worked out for each distinct date, kind and actor.
struct LedgerFilters: Sendable {
  private let ledger: Ledger
  private let dates: [UInt64]
  private let kinds: [UInt64]
  /// Whether each actor lies within the one asked about; nil when none is.
  private let actors: [UInt64]?

  init(_ count: LedgerCount, _ ledger: Ledger) {
    self.ledger = ledger
    var question = PartnershipTable(rows: .all, columns: .all)
    (question.established, question.asOf) = (count.established, count.asOf)
    let usesPeriods = !count.periods.isEmpty || count.axes.contains { $0.dimension == .period }
    dates = ledger.answers { [question] date in
      let periods =
        usesPeriods
        ? count.periods.answer(date.establishedEarliest, date.establishedLatest) : .certainly
      return question.dateAnswer(date).and(periods).weight
    }
    kinds = ledger.kinds.map { kind in
      count.kind == nil || kind == count.kind?.rawValue ? Weight.certainly : Weight.no
    }
    actors = count.within.map { within in
      ledger.actors.all.map { actor in
        guard let found = actor.ancestors.first(where: { $0.id == within.text }) else { return Weight.no }
        return found.isCertain ? Weight.certainly : Weight.possibly
      }
    }
  }

  /// What each of a run of partnerships counts.
  func weigh(_ run: Range<Int>, into weights: UnsafeMutableBufferPointer<UInt64>) {
    dates.withUnsafeBufferPointer { dates in
      kinds.withUnsafeBufferPointer { kinds in
        ledger.dateCodes.withUnsafeBufferPointer { dateCodes in
          ledger.kindCodes.withUnsafeBufferPointer { kindCodes in
            for (place, partnership) in run.enumerated() {
              weights[place] = dates[Int(dateCodes[partnership])] & kinds[Int(kindCodes[partnership])]
            }
          }
        }
      }
    }
    guard let actors else { return }
    for (place, partnership) in run.enumerated() where weights[place] != Weight.no {
      weights[place] &= weight(of: ledger.seats(of: partnership), actors)
    }
  }

  /// Whether some party lies within: certainly, where whoever of several it is does.
  private func weight(of seats: Range<Int>, _ actors: [UInt64]) -> UInt64 {
    var answer = Weight.no
    var index = seats.lowerBound
    while index < seats.upperBound {
      let slot = ledger.seats[index].slot
      var (all, any) = (Weight.certainly, Weight.no)
      while index < seats.upperBound, ledger.seats[index].slot == slot {
        let one = actors[Int(ledger.seats[index].actor)]
        (all, any) = (all & one, any | one)
        index += 1
      }
      answer |= all | any & Weight.possibly
    }
    return answer
  }
}
