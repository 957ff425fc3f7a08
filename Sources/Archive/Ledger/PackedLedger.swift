import Chronology
import Diplomacy

/// The ledger as it is kept in the archive: "LDG1", then what its numbers stand for, then a column after the other
/// (`Documentation/Schema.md`, "The ledger").
enum PackedLedger {
  static let mark: [UInt8] = Array("LDG1".utf8)

  /// A party's place and side in each seat of a partnership: most partnerships have one of a few shapes.
  struct Shape: Hashable {
    var slots: [Int32] = []
    var sides: [Int32] = []
  }

  static func pack(_ ledger: Ledger) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.bytes = mark
    bytes.number(ledger.count)
    pack(ledger.identifiers, &bytes)
    bytes.list(ledger.kinds) { $0.optional($1) }
    bytes.list(ledger.sides) { $0.text($1) }
    bytes.list(ledger.dates) { bytes, dates in
      for day in [dates.establishedEarliest, dates.establishedLatest, dates.endedEarliest, dates.endedLatest]
      {
        bytes.optional(day?.number)
      }
    }
    pack(ledger.actors.all, &bytes)
    let (shapes, codes) = shapes(of: ledger)
    bytes.list(shapes) { bytes, shape in
      bytes.list(shape.slots) { $0.number(Int($1)) }
      bytes.list(shape.sides) { $0.number(Int($1) + 1) }
    }
    bytes.column(ledger.dateCodes)
    bytes.column(ledger.kindCodes)
    bytes.column(ledger.agreements.map { Int32($0) + 1 })
    bytes.column(codes)
    bytes.column(ledger.seats.map(\.actor))
    return bytes.bytes
  }

  /// Identifiers in ascending order: how many bytes each has in common with the one before, and the others.
  private static func pack(_ identifiers: TextColumn, _ bytes: inout ByteWriter) {
    bytes.bytes.reserveCapacity(identifiers.count * 16)
    var last = 0..<0
    identifiers.bytes.withUnsafeBufferPointer { texts in
      for row in 0..<identifiers.count {
        let own = identifiers.range(row)
        let most = min(last.count, own.count)
        var common = 0
        while common < most, texts[last.lowerBound + common] == texts[own.lowerBound + common] { common += 1 }
        bytes.number(common)
        bytes.number(own.count - common)
        for place in own.dropFirst(common) { bytes.bytes.append(texts[place]) }
        last = own
      }
    }
  }

  private static func pack(_ actors: [Ledger.Actor], _ bytes: inout ByteWriter) {
    var numbers: [PartnershipUnit.Ancestor: Int] = [:]
    var distinct: [PartnershipUnit.Ancestor] = []
    let ancestors = actors.map { actor in
      actor.ancestors.map { ancestor in
        if let number = numbers[ancestor] { return number }
        numbers[ancestor] = distinct.count
        distinct.append(ancestor)
        return distinct.count - 1
      }
    }
    bytes.list(distinct) { bytes, ancestor in
      bytes.text(ancestor.id)
      bytes.text(ancestor.kind)
      bytes.number(ancestor.depth)
      bytes.number(ancestor.isCertain ? 1 : 0)
    }
    bytes.list(actors.indices) { bytes, index in
      bytes.text(actors[index].id)
      bytes.list(ancestors[index]) { $0.number($1) }
    }
  }

  private static func shapes(of ledger: Ledger) -> ([Shape], [Int32]) {
    var numbers: [Shape: Int32] = [:]
    var shapes: [Shape] = []
    var shape = Shape()
    var last: Int32 = -1
    let codes = (0..<ledger.count).map { partnership in
      let range = ledger.seats(of: partnership)
      // Mostly the shape is that of the partnership before.
      if last >= 0, shape.slots.count == range.count {
        var index = 0
        while index < range.count, ledger.seats[range.lowerBound + index].slot == shape.slots[index],
          ledger.seats[range.lowerBound + index].side == shape.sides[index]
        { index += 1 }
        if index == range.count { return last }
      }
      let seats = ledger.seats[range]
      shape = Shape(slots: seats.map(\.slot), sides: seats.map(\.side))
      last = numbers[shape] ?? Int32(shapes.count)
      if numbers.updateValue(last, forKey: shape) == nil { shapes.append(shape) }
      return last
    }
    return (shapes, codes)
  }

  /// Unpacks a ledger. Throws `ByteReader.Damaged` where bytes are missing, left over, or stand for nothing.
  static func unpack(_ bytes: UnsafeRawBufferPointer) throws -> Ledger {
    var bytes = ByteReader(bytes)
    try bytes.expect(mark)
    var ledger = Ledger()
    let count = try bytes.number()
    guard count <= bytes.left else { throw ByteReader.Damaged() }
    try unpackIdentifiers(count, &bytes, &ledger)
    ledger.kinds = try bytes.list { try $0.optionalText() }
    ledger.sides = try bytes.list { try $0.text() }
    ledger.dates = try bytes.list { bytes in
      let days = try (0..<4).map { _ in try bytes.optionalNumber().map(Day.init(number:)) }
      return Ledger.Dates(
        establishedEarliest: days[0], establishedLatest: days[1], endedEarliest: days[2], endedLatest: days[3]
      )
    }
    let ancestors = try bytes.list { bytes in
      PartnershipUnit.Ancestor(
        id: try bytes.text(), kind: try bytes.text(), depth: try bytes.number(),
        isCertain: try bytes.number(below: 2) == 1)
    }
    ledger.actors = Ledger.Actors(
      try bytes.list { bytes in
        Ledger.Actor(
          id: try bytes.text(), ancestors: try bytes.list { ancestors[try $0.number(below: ancestors.count)] }
        )
      })
    let shapes = try bytes.list { bytes in
      let shape = Shape(
        slots: try bytes.list { try $0.small() }, sides: try bytes.list { try $0.small() - 1 })
      guard shape.slots.count == shape.sides.count, shape.sides.allSatisfy({ $0 < ledger.sides.count }) else {
        throw ByteReader.Damaged()
      }
      return shape
    }
    ledger.dateCodes = try bytes.column(count, below: ledger.dates.count)
    ledger.kindCodes = try bytes.column(count, below: ledger.kinds.count)
    ledger.agreements = try bytes.column(count, below: 3).map { Int8($0) - 1 }
    try unpackSeats(try bytes.column(count, below: shapes.count), shapes, &bytes, &ledger)
    guard bytes.left == 0 else { throw ByteReader.Damaged() }
    return ledger
  }

  private static func unpackIdentifiers(_ count: Int, _ bytes: inout ByteReader, _ ledger: inout Ledger)
    throws
  {
    ledger.identifiers.reserve(rows: count, bytes: count * 8)
    var last = 0
    for _ in 0..<count {
      let common = try bytes.number(below: last + 1)
      let rest = try bytes.take(try bytes.number())
      ledger.identifiers.append(sharing: common, rest)
      last = common + rest.count
    }
  }

  private static func unpackSeats(
    _ codes: [Int32], _ shapes: [Shape], _ bytes: inout ByteReader, _ ledger: inout Ledger
  ) throws {
    let total = codes.reduce(0) { $0 + shapes[Int($1)].slots.count }
    let actors = try bytes.column(total, below: ledger.actors.all.count)
    ledger.seats.reserveCapacity(total)
    ledger.seatEnds.reserveCapacity(codes.count)
    for code in codes {
      let shape = shapes[Int(code)]
      for (slot, side) in zip(shape.slots, shape.sides) {
        ledger.seats.append(Ledger.Seat(slot: slot, side: side, actor: actors[ledger.seats.count]))
      }
      ledger.seatEnds.append(Int32(ledger.seats.count))
    }
  }
}
