import Diplomacy

/// Makes the ledger of the rows of a sheaf: what each value comes to is worked out once.
struct LoadedLedger {
  /// What a part's values come to, by their codes.
  private struct Column {
    /// -1 where nothing is said of it.
    var kinds: [Int32] = []
    var dates: [Int32] = []
    var agreements: [Int8] = []
    /// The seats of all values, end to end, and where each value's end; and how many places its parties take.
    var seats: [Ledger.Seat] = []
    var ends: [Int32] = []
    var slots: [Int32] = []
  }

  private var builder = LedgerBuilder()
  private var columns: [Column] = []

  /// - Parameter actors: the actors by the numbers that parts give them.
  init(_ parts: [PartnershipPart], actors: [String]) {
    let numbers = actors.map { builder.number(ofActor: $0) }
    columns = parts.map { part in
      var column = Column()
      for (share, counted) in zip(part.shares, part.counted) {
        column.kinds.append(counted.kind.map { builder.number(ofKind: $0) } ?? -1)
        column.dates.append(counted.dates == Ledger.Dates() ? -1 : builder.number(ofDates: counted.dates))
        column.agreements.append(Int8(share.agreement))
        for (slot, party) in counted.parties.enumerated() {
          let side = party.side.map { builder.number(ofSide: $0) } ?? -1
          column.seats += party.actors.map {
            Ledger.Seat(slot: Int32(slot), side: side, actor: numbers[Int($0)])
          }
        }
        column.ends.append(Int32(column.seats.count))
        column.slots.append(Int32(counted.parties.count))
      }
      return column
    }
  }

  /// - Parameters:
  ///   - rows: in the order of their identifiers.
  ///   - codes: each part's numbers, a row each.
  /// - Returns: the ledger, without what its actors lie within.
  consuming func ledger(of rows: [Int32], _ identifiers: TextColumn, _ codes: [[Int32]]) -> Ledger {
    let noKind = builder.number(ofKind: nil)
    let noDates = builder.number(ofDates: Ledger.Dates())
    builder.reserve(rows.count)
    var dates = [Int32](repeating: -1, count: rows.count)
    var kinds = [Int32](repeating: noKind, count: rows.count)
    var agreements = [Int8](repeating: -1, count: rows.count)
    for (column, codes) in zip(columns, codes) where column.seats.isEmpty {
      for (place, row) in rows.enumerated() {
        let code = Int(codes[Int(row)])
        guard code >= 0 else { continue }
        if column.kinds[code] >= 0 { kinds[place] = column.kinds[code] }
        if column.agreements[code] >= 0 { agreements[place] = column.agreements[code] }
        if column.dates[code] >= 0 {
          dates[place] =
            dates[place] < 0 ? column.dates[code] : builder.number(joining: dates[place], column.dates[code])
        }
      }
    }
    let seated = columns.indices.filter { !columns[$0].seats.isEmpty }
    identifiers.bytes.withUnsafeBufferPointer { bytes in
      for (place, row) in rows.enumerated() {
        var slot: Int32 = 0
        for index in seated {
          let code = Int(codes[index][Int(row)])
          guard code >= 0 else { continue }
          let start = code == 0 ? 0 : Int(columns[index].ends[code - 1])
          for seat in start..<Int(columns[index].ends[code]) {
            let seat = columns[index].seats[seat]
            builder.add(Ledger.Seat(slot: slot + seat.slot, side: seat.side, actor: seat.actor))
          }
          slot += columns[index].slots[code]
        }
        builder.add(
          UnsafeBufferPointer(rebasing: bytes[identifiers.range(Int(row))]),
          dates: dates[place] < 0 ? noDates : dates[place], kind: kinds[place], agreement: agreements[place])
      }
    }
    return builder.finished { _ in [] }
  }
}
