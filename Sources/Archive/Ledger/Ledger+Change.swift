import Diplomacy

extension Ledger {
  /// The ledger with some partnerships put in place of those it holds of them.
  ///
  /// - Parameters:
  ///   - others: partnerships as they are now.
  ///   - changed: the identifiers of all that may differ: those that `others` does not hold are gone.
  func replacing(_ changed: Set<String>, by others: Ledger) -> Ledger {
    guard !changed.isEmpty else { return self }
    var result = Ledger()
    (result.dates, result.kinds, result.sides) = (dates, kinds, sides)
    let numbers = Numbers(
      dates: Self.numbers(of: others.dates, in: &result.dates),
      kinds: Self.numbers(of: others.kinds, in: &result.kinds),
      sides: Self.numbers(of: others.sides, in: &result.sides), actors: result.join(actors, others.actors))
    result.reserve(count + others.count)
    var place = 0
    for identifier in changed.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let own = self.place(of: identifier)
      result.append(self, place..<own)
      let isOwn = own < count && identifiers.bytes[identifiers.range(own)].elementsEqual(identifier.utf8)
      place = isOwn ? own + 1 : own
      let other = others.place(of: identifier)
      if other < others.count,
        others.identifiers.bytes[others.identifiers.range(other)].elementsEqual(identifier.utf8)
      {
        result.append(others, other..<other + 1, numbers)
      }
    }
    result.append(self, place..<count)
    return result
  }

  /// The ledger with other partnerships besides its own; none of them is in both.
  func merging(_ others: Ledger) -> Ledger {
    guard count > 0 else { return others }
    return replacing(Set((0..<others.count).map { others.identifiers[$0] }), by: others)
  }

  /// The ledger with the ancestry of its actors as it is now.
  ///
  /// - Parameter ancestors: what an actor lies within; nil where that is not asked again.
  func placing(_ ancestors: (String) -> [PartnershipUnit.Ancestor]?) -> Ledger {
    var ledger = self
    let all = actors.all.map { actor in
      ancestors(actor.id).map { Actor(id: actor.id, ancestors: $0) } ?? actor
    }
    if all != actors.all { (ledger.actors, ledger.edition) = (Actors(all), Edition()) }
    return ledger
  }

  /// What the numbers of another ledger are in this one.
  private struct Numbers {
    let dates: [Int32]
    let kinds: [Int32]
    let sides: [Int32]
    let actors: [Int32]
  }

  /// The places of some values among others; those that are not there are added.
  private static func numbers<Value: Hashable>(of values: [Value], in all: inout [Value]) -> [Int32] {
    let wanted = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers = [Int32](repeating: -1, count: values.count)
    for (place, value) in all.enumerated() {
      if let index = wanted[value] { numbers[index] = Int32(place) }
    }
    for (index, value) in values.enumerated() where numbers[index] < 0 {
      numbers[index] = Int32(all.count)
      all.append(value)
    }
    return numbers
  }

  /// Takes the actors of two ledgers; where both hold one, as the second says. The numbers of the second's.
  private mutating func join(_ own: Actors, _ others: Actors) -> [Int32] {
    var ids = own.all.map(\.id)
    let numbers = Self.numbers(of: others.all.map(\.id), in: &ids)
    var all = own.all
    for (actor, number) in zip(others.all, numbers) {
      if Int(number) < all.count { all[Int(number)] = actor } else { all.append(actor) }
    }
    actors = all == own.all ? own : Actors(all)
    return numbers
  }

  mutating func reserve(_ count: Int) {
    identifiers.reserve(rows: count, bytes: count * 8)
    dateCodes.reserveCapacity(count)
    kindCodes.reserveCapacity(count)
    agreements.reserveCapacity(count)
    seatEnds.reserveCapacity(count)
    seats.reserveCapacity(count * 2)
  }

  private mutating func append(_ other: Ledger, _ places: Range<Int>, _ numbers: Numbers? = nil) {
    guard !places.isEmpty else { return }
    identifiers.append(other.identifiers, places)
    agreements += other.agreements[places]
    let range =
      other.seats(of: places.lowerBound).lowerBound..<other.seats(of: places.upperBound - 1).upperBound
    let shift = Int32(seats.count - range.lowerBound)
    for end in other.seatEnds[places] { seatEnds.append(end + shift) }
    guard let numbers else {
      dateCodes += other.dateCodes[places]
      kindCodes += other.kindCodes[places]
      seats += other.seats[range]
      return
    }
    dateCodes += other.dateCodes[places].map { numbers.dates[Int($0)] }
    kindCodes += other.kindCodes[places].map { numbers.kinds[Int($0)] }
    seats += other.seats[range].map { seat in
      Seat(
        slot: seat.slot, side: seat.side < 0 ? -1 : numbers.sides[Int(seat.side)],
        actor: numbers.actors[Int(seat.actor)])
    }
  }
}

extension Ledger {
  /// Whether two ledgers say the same of every partnership, whatever their numbers.
  func isSame(as other: Ledger) -> Bool {
    guard identifiers.bytes == other.identifiers.bytes, identifiers.ends == other.identifiers.ends,
      agreements == other.agreements, seatEnds == other.seatEnds
    else { return false }
    let isSame = (0..<count).allSatisfy { place in
      dates[Int(dateCodes[place])] == other.dates[Int(other.dateCodes[place])]
        && kinds[Int(kindCodes[place])] == other.kinds[Int(other.kindCodes[place])]
    }
    return isSame
      && zip(seats, other.seats).allSatisfy { own, others in
        own.slot == others.slot
          && (own.side < 0 ? nil : sides[Int(own.side)])
            == (others.side < 0 ? nil : other.sides[Int(others.side)])
          && actors.all[Int(own.actor)] == other.actors.all[Int(others.actor)]
      }
  }
}
