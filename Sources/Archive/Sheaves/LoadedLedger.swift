import Diplomacy

/// Makes the ledger of the rows of a sheaf: what each value comes to is worked out once.
struct LoadedLedger {
  private var builder = LedgerBuilder()
  /// By part and code.
  private let kinds: [[Int32?]]
  private let seats: [[[(slot: Int32, side: Int32, actor: Int32)]]]
  private let slots: [[Int32]]

  /// - Parameter actors: the actors by the numbers that parts give them.
  init(_ parts: [PartnershipPart], actors: [String]) {
    var builder = LedgerBuilder()
    let numbers = actors.map { builder.number(ofActor: $0) }
    kinds = parts.map { part in part.shares.map { $0.kindName.map { builder.number(ofKind: $0) } } }
    seats = parts.map { part in
      part.parties.map { parties in
        parties.enumerated().flatMap { slot, party in
          let side = party.side.map { builder.number(ofSide: $0) } ?? -1
          return party.actors.map { (Int32(slot), side, numbers[Int($0)]) }
        }
      }
    }
    slots = parts.map { $0.parties.map { Int32($0.count) } }
    self.builder = builder
  }

  /// - Parameters:
  ///   - rows: in the order of their identifiers.
  ///   - codes: each part's numbers, a row each.
  /// - Returns: the ledger, without what its actors lie within.
  consuming func ledger(
    of rows: [Int32], _ identifiers: TextColumn, _ parts: [PartnershipPart], _ codes: [[Int32]]
  ) -> Ledger {
    let unknownKind = builder.number(ofKind: nil)
    identifiers.bytes.withUnsafeBufferPointer { bytes in
      for row in rows {
        var (kind, agreement, slot) = (unknownKind, Int8(-1), Int32(0))
        var dates = Ledger.Dates()
        for part in parts.indices {
          let code = Int(codes[part][Int(row)])
          guard code >= 0 else { continue }
          kind = kinds[part][code] ?? kind
          let share = parts[part].shares[code]
          if share.agreement >= 0 { agreement = Int8(share.agreement) }
          dates.add(share.days)
          for seat in seats[part][code] {
            builder.add(Ledger.Seat(slot: slot + seat.slot, side: seat.side, actor: seat.actor))
          }
          slot += slots[part][code]
        }
        builder.add(
          UnsafeBufferPointer(rebasing: bytes[identifiers.range(Int(row))]),
          dates: builder.number(ofDates: dates), kind: kind, agreement: agreement)
      }
    }
    return builder.finished { _ in [] }
  }
}

extension Ledger.Dates {
  /// Takes over what another says.
  fileprivate mutating func add(_ other: Self) {
    establishedEarliest = other.establishedEarliest ?? establishedEarliest
    establishedLatest = other.establishedLatest ?? establishedLatest
    endedEarliest = other.endedEarliest ?? endedEarliest
    endedLatest = other.endedLatest ?? endedLatest
  }
}
