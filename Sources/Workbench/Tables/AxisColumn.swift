import Archive
import Chronology
import Processors

/// The places of every partnership of a ledger along one axis, as numbers of keys.
final class AxisColumn: Sendable {
  /// What the numbers stand for.
  let keys: [String]
  private let ledger: Ledger
  private let source: Source

  private enum Source: Sendable {
    /// The places of each distinct date, kind or agreement, and the number where it is a single one of a single reading; else -1.
    case dates([[[Int32]]], single: [Int32])
    case kinds([Int32])
    case agreements([Int32])
    case all
    /// The readings of each actor, whether it counts where no side is asked for, and the side.
    case parties([[Int32]], single: [Int32], unknown: Int32, isMeant: [Bool]?, isNeeded: Bool, side: Int32?)
  }

  init(_ axis: Axis, _ count: LedgerCount, _ ledger: Ledger, _ memory: AxisMemory) {
    self.ledger = ledger
    switch axis.dimension {
    case .all:
      keys = ["all"]
      source = .all
    case .kind:
      let kinds = ledger.kinds.map { $0 ?? Dimension.unknown }
      let numbered = AxisKeys(kinds)
      keys = numbered.all
      source = .kinds(kinds.map { numbered[$0] })
    case .agreement:
      keys = ["yes", "no", Dimension.unknown]
      source = .agreements([2, 1, 0])
    case .period, .year, .activity:
      let places = ledger.answers { date in
        axis.dimension.places(
          of: PartnershipUnit(date), periods: count.periods, within: count.established, asOf: count.asOf)
      }
      let isPeriod = axis.dimension == .period
      let numbered = AxisKeys(first: isPeriod ? count.periods.map(\.name) : [], places.joined().joined())
      keys = numbered.all
      let numbers = places.map { $0.map { $0.map { numbered[$0] } } }
      source = .dates(numbers, single: numbers.map { $0.count == 1 && $0[0].count == 1 ? $0[0][0] : -1 })
    case .country, .chineseProvince, .chinesePlace, .partner, .level, .within:
      let parties = memory.parties(axis.dimension, ledger.actors)
      keys = parties.keys
      let isForeign = [.country, .partner, .level].contains(axis.dimension)
      let isAny = axis.side != nil || axis.dimension == .within
      source = .parties(
        parties.readings, single: parties.single, unknown: parties.unknown,
        isMeant: isAny ? nil : parties.isChinese.map { $0 != isForeign },
        isNeeded: !isForeign,
        side: axis.side.map { side in Int32(ledger.sides.firstIndex(of: side) ?? -2) })
    }
  }

  /// For each of a run of partnerships the number of the one place that it certainly takes; -1 where there are several, or it is one of
  /// several.
  func singles(_ run: Range<Int>, into singles: inout [Int32]) {
    singles.removeAll(keepingCapacity: true)
    switch source {
    case .all: singles.append(contentsOf: repeatElement(0, count: run.count))
    case .kinds(let numbers): singles.append(contentsOf: ledger.kindCodes[run].lazy.map { numbers[Int($0)] })
    case .agreements(let numbers):
      singles.append(contentsOf: ledger.agreements[run].lazy.map { numbers[Int($0) + 1] })
    case .dates(_, let single):
      singles.append(contentsOf: ledger.dateCodes[run].lazy.map { single[Int($0)] })
    case .parties(_, let single, _, nil, _, let side?):
      var seat = run.isEmpty ? 0 : ledger.seats(of: run.lowerBound).lowerBound
      for end in ledger.seatEnds[run] {
        var (found, place) = (0, Int32(-1))
        while seat < Int(end) {
          if ledger.seats[seat].side == side {
            found += 1
            place = found == 1 ? single[Int(ledger.seats[seat].actor)] : -1
          }
          seat += 1
        }
        singles.append(place)
      }
    case .parties(_, let single, let unknown, let isMeant, let isNeeded, nil):
      ledger.seats.withUnsafeBufferPointer { seats in
        for partnership in run {
          var (meant, all): (Int32?, Int32?) = (nil, nil)
          Self.slots(seats, ledger.seats(of: partnership), single, isMeant, isNeeded) { place, isMeant in
            all = all == nil || all == place ? place : -1
            if isMeant { meant = meant == nil || meant == place ? place : -1 }
          }
          singles.append(meant ?? (isNeeded ? nil : all) ?? unknown)
        }
      }
    case .parties: singles.append(contentsOf: repeatElement(-1, count: run.count))
    }
  }

  /// What each slot of a partnership comes to, -1 where it is one of several, and whether it is on the side that is meant.
  @inline(__always) private static func slots(
    _ seats: UnsafeBufferPointer<Ledger.Seat>, _ range: Range<Int>, _ single: [Int32], _ isMeant: [Bool]?,
    _ isNeeded: Bool, _ body: (Int32, Bool) -> Void
  ) {
    var seat = range.lowerBound
    while seat < range.upperBound {
      let slot = seats[seat].slot
      var (place, meant) = (single[Int(seats[seat].actor)], isMeant == nil || !isNeeded)
      while seat < range.upperBound, seats[seat].slot == slot {
        let actor = Int(seats[seat].actor)
        if single[actor] != place { place = -1 }
        // A slot with a reading in China is a Chinese one; the others are foreign.
        if let isMeant, isMeant[actor] == isNeeded { meant = isNeeded }
        seat += 1
      }
      body(place, meant)
    }
  }

  /// As `places`, where every slot comes to one place; nil where some slot is one of several.
  private func settled(
    _ partnership: Int, _ single: [Int32], _ unknown: Int32, _ isMeant: [Bool]?, _ isNeeded: Bool
  ) -> [[Int32]]? {
    ledger.seats.withUnsafeBufferPointer { seats in
      let range = ledger.seats(of: partnership)
      var hasMeant = isNeeded
      if !isNeeded { Self.slots(seats, range, single, isMeant, isNeeded) { hasMeant = hasMeant || $1 } }
      var isSettled = true
      var places: [[Int32]] = []
      Self.slots(seats, range, single, isMeant, isNeeded) { place, isMeant in
        guard isMeant || !hasMeant else { return }
        isSettled = isSettled && place >= 0
        if !places.contains(where: { $0[0] == place }) { places.append([place]) }
      }
      return !isSettled ? nil : places.isEmpty ? [[unknown]] : places
    }
  }

  /// The places that a partnership takes, each one of several where the record leaves it open.
  func places(_ partnership: Int) -> [[Int32]] {
    switch source {
    case .all: return [[0]]
    case .kinds(let numbers): return [[numbers[Int(ledger.kindCodes[partnership])]]]
    case .agreements(let numbers): return [[numbers[Int(ledger.agreements[partnership]) + 1]]]
    case .dates(let places, _): return places[Int(ledger.dateCodes[partnership])]
    case .parties(let readings, let single, let unknown, let isMeant, let isNeeded, let side):
      if side == nil, let places = settled(partnership, single, unknown, isMeant, isNeeded) { return places }
      var slots: [(places: [Int32], isMeant: Bool)] = []
      var last: Int32 = -1
      for place in ledger.seats(of: partnership) {
        let seat = ledger.seats[place]
        if let side, seat.side != side { continue }
        if seat.slot != last {
          slots.append(([], isMeant == nil || !isNeeded))
          last = seat.slot
        }
        let own = slots.count - 1
        for reading in readings[Int(seat.actor)] where !slots[own].places.contains(reading) {
          slots[own].places.append(reading)
        }
        if let isMeant {
          if isNeeded, isMeant[Int(seat.actor)] { slots[own].isMeant = true }
          if !isNeeded, !isMeant[Int(seat.actor)] { slots[own].isMeant = false }
        }
      }
      var meant = slots.filter(\.isMeant)
      if meant.isEmpty, !isNeeded { meant = slots }
      var places: [[Int32]] = []
      for slot in meant {
        let place = slot.places.isEmpty ? [unknown] : slot.places
        if !places.contains(place) { places.append(place) }
      }
      return places.isEmpty ? [[unknown]] : places
    }
  }
}

extension Ledger {
  /// What each distinct date comes to, in their order.
  func answers<Answer: Sendable>(_ answer: @Sendable (Dates) -> Answer) -> [Answer] {
    Array(Cores.shares(of: dates.count, atLeast: 1_024) { dates[$0].map(answer) }.joined())
  }
}
