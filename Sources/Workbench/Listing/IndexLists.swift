import Archive

/// The lists of an index: for each actor that parties are or lie within, and for each kind, the places of the partnerships in the index's
/// order. End to end in one array, some ten million of them for a million partnerships.
struct IndexLists: Sendable {
  /// Twice a place, and one more where the partnership only may stand in the list.
  private let entries: [UInt32]
  /// Where each list begins, and the last ends.
  private let starts: [Int]
  private let numbers: [String: Int]
  private let kindCount: Int

  static func isCertain(_ entry: UInt32) -> Bool { entry & 1 == 0 }
  static func place(_ entry: UInt32) -> Int { Int(entry >> 1) }

  /// - Parameter order: the partnerships' numbers; lists follow it.
  init(_ ledger: Ledger, order: [Int32]) {
    var memberships = Memberships(ledger)
    let kindCount = max(1, ledger.kinds.count)
    var places = [Int](repeating: 0, count: memberships.names.count * kindCount + 1)
    for number in order {
      let kind = Int(ledger.kindCodes[Int(number)])
      memberships.each(of: Int(number)) { group, _ in places[group * kindCount + kind + 1] += 1 }
    }
    for list in places.indices.dropFirst() { places[list] += places[list - 1] }
    starts = places
    var entries = [UInt32](repeating: 0, count: places.last ?? 0)
    for (place, number) in order.enumerated() {
      let kind = Int(ledger.kindCodes[Int(number)])
      memberships.each(of: Int(number)) { group, isCertain in
        let list = group * kindCount + kind
        entries[places[list]] = UInt32(place) << 1 | (isCertain ? 0 : 1)
        places[list] += 1
      }
    }
    self.entries = entries
    self.kindCount = kindCount
    numbers = Dictionary(
      uniqueKeysWithValues: memberships.names.enumerated().compactMap { number, name in
        name.map { ($0, number) }
      })
  }

  /// Those of a kind within an actor, nil for all; nil where no party is or lies within it.
  func list(_ actor: String?, _ kind: Int) -> ArraySlice<UInt32>? {
    guard let group = actor.map({ numbers[$0] }) ?? 0, kind < kindCount else { return nil }
    let list = group * kindCount + kind
    return entries[starts[list]..<starts[list + 1]]
  }
}

/// What each partnership lies within: the groups whose lists it stands in.
private struct Memberships {
  /// The first is of all partnerships, and has no name.
  private(set) var names: [String?] = [nil]
  private let ledger: Ledger
  /// The groups of each actor end to end, and where each actor's end.
  private var groups: [(number: Int32, isCertain: Bool)] = []
  private var ends: [Int] = [0]
  /// For each group where it is among those found of the partnership at hand, and of which partnership that was.
  private var found: [(number: Int32, certain: Int32, isCertain: Bool)] = []
  private var placeInFound: [(partnership: Int32, place: Int32)]

  init(_ ledger: Ledger) {
    self.ledger = ledger
    var numbers: [String: Int32] = [:]
    for actor in ledger.actors.all {
      for ancestor in actor.ancestors {
        let number = numbers[ancestor.id] ?? Int32(names.count)
        if Int(number) == names.count {
          numbers[ancestor.id] = number
          names.append(ancestor.id)
        }
        groups.append((number, ancestor.isCertain))
      }
      ends.append(groups.count)
    }
    placeInFound = Array(repeating: (-1, 0), count: names.count)
  }

  /// Every group that the partnership lies within, once; certainly, where all that one of its parties may be certainly do.
  mutating func each(of partnership: Int, _ body: (_ group: Int, _ isCertain: Bool) -> Void) {
    body(0, true)
    found.removeAll(keepingCapacity: true)
    var seats = ledger.seats(of: partnership)
    while let first = seats.first {
      let slot = ledger.seats[first].slot
      let party = seats.prefix { ledger.seats[$0].slot == slot }
      add(party, partnership)
      seats = party.upperBound..<seats.upperBound
    }
    for group in found { body(Int(group.number), group.isCertain) }
  }

  /// One party: a seat for each of the actors that it may be.
  private mutating func add(_ party: Range<Int>, _ partnership: Int) {
    for seat in party {
      let actor = Int(ledger.seats[seat].actor)
      for group in groups[ends[actor]..<ends[actor + 1]] {
        let known = placeInFound[Int(group.number)]
        if known.partnership != Int32(partnership) || Int(known.place) >= found.count
          || found[Int(known.place)].number != group.number
        {
          placeInFound[Int(group.number)] = (Int32(partnership), Int32(found.count))
          found.append((group.number, 0, false))
        }
        if group.isCertain { found[Int(placeInFound[Int(group.number)].place)].certain += 1 }
      }
    }
    for seat in party {
      let actor = Int(ledger.seats[seat].actor)
      for group in groups[ends[actor]..<ends[actor + 1]] {
        let place = Int(placeInFound[Int(group.number)].place)
        if Int(found[place].certain) == party.count { found[place].isCertain = true }
      }
    }
    for seat in party {
      let actor = Int(ledger.seats[seat].actor)
      for group in groups[ends[actor]..<ends[actor + 1]] {
        found[Int(placeInFound[Int(group.number)].place)].certain = 0
      }
    }
  }
}
