import Archive
import Processors

/// Finds where every partnership of a ledger stands along an axis of parties.
struct PartyPositions: Sendable {
  /// Whose places are meant.
  private enum Choice {
    case all
    /// Those outside China; all where none is.
    case foreign
    case chinese
    /// Those on the side of that number.
    case side(Int32)
  }

  private let ledger: Ledger
  private let parties: AxisMemory.Parties
  private let choice: Choice

  init(_ axis: Axis, _ ledger: Ledger, _ parties: AxisMemory.Parties) {
    (self.ledger, self.parties) = (ledger, parties)
    choice =
      if let side = axis.side {
        .side(Int32(ledger.sides.firstIndex(of: side) ?? -2))
      } else {
        switch axis.dimension {
        case .country, .partner, .level: .foreign
        case .chineseProvince, .chinesePlace: .chinese
        case .within, .kind, .agreement, .activity, .year, .period, .all: .all
        }
      }
  }

  /// The different positions, and the number of each partnership's.
  func found() -> (positions: [Position], numbers: [Int32]) {
    let shares = Cores.shares(of: ledger.count, atLeast: 4_096, found)
    var positions = Positions(keys: parties.keys.count)
    var numbers: [Int32] = []
    numbers.reserveCapacity(ledger.count)
    for share in shares {
      let own = share.positions.map { positions.number(of: $0) }
      numbers += share.numbers.lazy.map { own[Int($0)] }
    }
    return (positions.all, numbers)
  }

  private func found(in share: Range<Int>) -> (positions: [Position], numbers: [Int32]) {
    var positions = Positions(keys: parties.keys.count)
    var reader = SlotReader(ledger, parties)
    var numbers: [Int32] = []
    numbers.reserveCapacity(share.count)
    for partnership in share {
      switch choice {
      case .side(let side): reader.read(partnership, on: side)
      case .all: reader.read(partnership)
      case .foreign:
        reader.read(partnership)
        if reader.slots.contains(where: { !$0.isChinese }) { reader.slots.removeAll(where: \.isChinese) }
      case .chinese:
        reader.read(partnership)
        reader.slots.removeAll { !$0.isChinese }
      }
      numbers.append(reader.single ?? positions.number(of: Position(reader.places)))
    }
    return (positions.all, numbers)
  }
}

/// Reads what each party of a partnership comes to.
private struct SlotReader {
  struct Slot {
    /// The only key that it comes to; -1 where there are several.
    var single: Int32
    /// Where its seats are.
    var seats: Range<Int>
    /// Whether some reading of it lies in China.
    var isChinese: Bool
  }

  private let ledger: Ledger
  private let parties: AxisMemory.Parties
  private var side: Int32?
  /// Those of the partnership read last.
  var slots: [Slot] = []

  init(_ ledger: Ledger, _ parties: AxisMemory.Parties) { (self.ledger, self.parties) = (ledger, parties) }

  /// - Parameter side: the number of the side whose parties are meant; nil for all.
  mutating func read(_ partnership: Int, on side: Int32? = nil) {
    self.side = side
    slots.removeAll(keepingCapacity: true)
    var last: Int32 = -1
    for place in ledger.seats(of: partnership) {
      let seat = ledger.seats[place]
      if let side, seat.side != side { continue }
      let (single, isChinese) = (parties.single[Int(seat.actor)], parties.isChinese[Int(seat.actor)])
      if seat.slot == last {
        let own = slots.count - 1
        if slots[own].single != single { slots[own].single = -1 }
        slots[own].isChinese = slots[own].isChinese || isChinese
        slots[own].seats = slots[own].seats.lowerBound..<place + 1
      } else {
        slots.append(Slot(single: single, seats: place..<place + 1, isChinese: isChinese))
        last = seat.slot
      }
    }
  }

  /// The only key that the partnership comes to; nil where there are several, or it is open.
  var single: Int32? {
    guard let first = slots.first?.single else { return parties.unknown }
    return first >= 0 && slots.dropFirst().allSatisfy { $0.single == first } ? first : nil
  }

  /// The places that it takes, each one of several where the record leaves it open.
  var places: [[Int32]] {
    slots.map { slot in
      guard slot.single < 0 else { return [slot.single] }
      let seats = ledger.seats[slot.seats].lazy.filter { $0.side == side || side == nil }
      let readings = Set(seats.flatMap { parties.readings[Int($0.actor)] })
      return readings.isEmpty ? [parties.unknown] : Array(readings)
    }
  }
}
