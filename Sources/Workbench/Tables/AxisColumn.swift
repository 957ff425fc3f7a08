import Archive
import Chronology

/// The places of every partnership of a ledger along one axis, as numbers of keys.
struct AxisColumn {
  /// What the numbers stand for.
  let keys: [String]
  /// For each partnership the number of the one place that it certainly takes; -1 where there are several, or it is one of several.
  let singles: [Int32]
  private let ledger: Ledger
  private let source: Source

  private enum Source {
    /// The places of each distinct date, kind or agreement, and the number where it is a single one of a single reading; else -1.
    case dates([[[Int32]]], single: [Int32])
    case kinds([Int32])
    case agreements([Int32])
    case all
    /// The readings of each actor, whether it counts where no side is asked for, and the side.
    case parties([[Int32]], single: [Int32], isMeant: [Bool]?, isNeeded: Bool, side: Int32?)
  }

  init(_ axis: Axis, _ count: LedgerCount, _ ledger: Ledger) {
    self.ledger = ledger
    var numbers: [String: Int32] = [:]
    var keys: [String] = []
    func number(_ key: String) -> Int32 {
      if let number = numbers[key] { return number }
      numbers[key] = Int32(keys.count)
      keys.append(key)
      return Int32(keys.count - 1)
    }
    switch axis.dimension {
    case .all:
      _ = number("all")
      source = .all
    case .kind: source = .kinds(ledger.kinds.map { number($0 ?? Dimension.unknown) })
    case .agreement: source = .agreements([Dimension.unknown, "no", "yes"].map(number))
    case .period, .year, .activity:
      if axis.dimension == .period { for period in count.periods { _ = number(period.name) } }
      let places = ledger.dates.map { date in
        axis.dimension.places(
          of: PartnershipUnit(date), periods: count.periods, within: count.established, asOf: count.asOf
        ).map { $0.map(number) }
      }
      source = .dates(places, single: places.map { $0.count == 1 && $0[0].count == 1 ? $0[0][0] : -1 })
    case .country, .chineseProvince, .chinesePlace, .partner, .level, .within:
      let unknown = number(Dimension.unknown)
      let readings = ledger.actors.map { axis.readings(of: $0).map(number) }
      let isForeign = [.country, .partner, .level].contains(axis.dimension)
      let isAny = axis.side != nil || axis.dimension == .within
      source = .parties(
        readings, single: readings.map { $0.count == 1 ? $0[0] : $0.isEmpty ? unknown : -1 },
        isMeant: isAny
          ? nil
          : ledger.actors.map { actor in
            actor.ancestors.contains { $0.id == PartnershipUnit.Seat.china } != isForeign
          },
        isNeeded: !isForeign,
        side: axis.side.map { side in Int32(ledger.sides.firstIndex(of: side) ?? -2) })
    }
    self.keys = keys
    singles = Self.singles(source, ledger)
  }

  private static func singles(_ source: Source, _ ledger: Ledger) -> [Int32] {
    switch source {
    case .all: return [Int32](repeating: 0, count: ledger.count)
    case .kinds(let numbers): return ledger.kindCodes.map { numbers[Int($0)] }
    case .agreements(let numbers): return ledger.agreements.map { numbers[Int($0) + 1] }
    case .dates(_, let single): return ledger.dateCodes.map { single[Int($0)] }
    case .parties(_, let single, nil, _, let side?):
      var singles = [Int32](repeating: -1, count: ledger.count)
      var seat = 0
      for partnership in 0..<ledger.count {
        var found = 0
        let end = Int(ledger.seatEnds[partnership])
        while seat < end {
          if ledger.seats[seat].side == side {
            found += 1
            singles[partnership] = found == 1 ? single[Int(ledger.seats[seat].actor)] : -1
          }
          seat += 1
        }
      }
      return singles
    case .parties: return [Int32](repeating: -1, count: ledger.count)
    }
  }

  /// The places that a partnership takes, each one of several where the record leaves it open.
  func places(_ partnership: Int) -> [[Int32]] {
    if singles[partnership] >= 0 { return [[singles[partnership]]] }
    switch source {
    case .dates(let places, _): return places[Int(ledger.dateCodes[partnership])]
    case .parties(let readings, _, let isMeant, let isNeeded, let side):
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
          // A slot with a reading in China is a Chinese one; the others are foreign.
          if isNeeded, isMeant[Int(seat.actor)] { slots[own].isMeant = true }
          if !isNeeded, !isMeant[Int(seat.actor)] { slots[own].isMeant = false }
        }
      }
      var meant = slots.filter(\.isMeant)
      if meant.isEmpty, !isNeeded { meant = slots }
      var places: [[Int32]] = []
      for slot in meant {
        let place = slot.places.isEmpty ? [0] : slot.places
        if !places.contains(place) { places.append(place) }
      }
      return places.isEmpty ? [[0]] : places
    case .all, .kinds, .agreements: return []  // Always single.
    }
  }
}
