import Diplomacy

/// Puts a ledger together, a partnership after the other, in the order of their identifiers.
struct LedgerBuilder {
  private(set) var ledger = Ledger()
  private var dates: [Ledger.Dates: Int32] = [:]
  private var kinds: [String?: Int32] = [:]
  private var sides: [String: Int32] = [:]
  private var actors = TextCodes()

  /// The identifiers of the actors met so far, by their numbers.
  var actorIDs: [String] { (0..<actors.count).map(actors.text) }

  mutating func number(ofDates days: Ledger.Dates) -> Int32 {
    if let number = dates[days] { return number }
    let number = Int32(ledger.dates.count)
    dates[days] = number
    ledger.dates.append(days)
    return number
  }

  /// The number of what two of the dates say together.
  mutating func number(joining first: Int32, _ second: Int32) -> Int32 {
    var joined = ledger.dates[Int(first)]
    let other = ledger.dates[Int(second)]
    joined.establishedEarliest = other.establishedEarliest ?? joined.establishedEarliest
    joined.establishedLatest = other.establishedLatest ?? joined.establishedLatest
    joined.endedEarliest = other.endedEarliest ?? joined.endedEarliest
    joined.endedLatest = other.endedLatest ?? joined.endedLatest
    return number(ofDates: joined)
  }

  mutating func reserve(_ partnerships: Int) { ledger.reserve(partnerships) }

  mutating func number(ofKind kind: String?) -> Int32 {
    if let number = kinds[kind] { return number }
    let number = Int32(ledger.kinds.count)
    kinds[kind] = number
    ledger.kinds.append(kind)
    return number
  }

  mutating func number(ofSide side: String) -> Int32 {
    if let number = sides[side] { return number }
    let number = Int32(ledger.sides.count)
    sides[side] = number
    ledger.sides.append(side)
    return number
  }

  mutating func number(ofActor actor: UnsafeBufferPointer<UInt8>) -> Int32 { actors.code(actor) }

  mutating func number(ofActor actor: String) -> Int32 {
    var actor = actor
    return actor.withUTF8 { actors.code($0) }
  }

  /// A seat of the partnership that is added next.
  mutating func add(_ seat: Ledger.Seat) { ledger.seats.append(seat) }

  /// - Parameters:
  ///   - dates: their number.
  ///   - kind: its number.
  ///   - agreement: 1, 0 or -1 for agreement, none and unknown.
  mutating func add(_ identifier: UnsafeBufferPointer<UInt8>, dates: Int32, kind: Int32, agreement: Int8) {
    ledger.identifiers.extend(identifier)
    ledger.identifiers.end()
    ledger.dateCodes.append(dates)
    ledger.kindCodes.append(kind)
    ledger.agreements.append(agreement)
    ledger.seatEnds.append(Int32(ledger.seats.count))
  }

  /// The ledger, with what its actors lie within.
  func finished(_ ancestors: (String) -> [PartnershipUnit.Ancestor]) -> Ledger {
    var ledger = ledger
    ledger.actors = Ledger.Actors(actorIDs.map { Ledger.Actor(id: $0, ancestors: ancestors($0)) })
    ledger.edition = Ledger.Edition()
    return ledger
  }
}
