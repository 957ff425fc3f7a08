import Archive
import Chronology

/// Puts partnerships that are alike in all that the map shows together: numbers are added, so that a million take less than a second.
struct TieTally {
  private struct Key: Hashable {
    let places: Int32
    let level: Int32
    let kind: Int32
    let span: Int32
  }

  private let ledger: Ledger
  /// Of each actor, where it lies, -1 for nowhere, and its level's place among all.
  private let seats: [Int32]
  private let levels: [Int32]
  private let found: [TieMap.Place]
  /// Of each of the ledger's dates, its years.
  private let spans: [TieMap.Span]
  private let spanCodes: [Int32]
  /// Places that go together, by number.
  private var together: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var counts: [Key: Int] = [:]
  private var tied: [Int32] = []

  private(set) var absent: [TieMap.Absence: Int] = [:]

  /// - Parameter seats: where each of the ledger's actors lies.
  init(_ ledger: Ledger, seats: [TieMap.Place?]) {
    self.ledger = ledger
    (self.seats, found) = Self.coded(seats) { $0 }
    levels = ledger.actors.all.map { actor in
      let level = Self.level(actor)
      return Int32(TieMap.Level.allCases.firstIndex(of: level) ?? 0)
    }
    (spanCodes, spans) = Self.coded(ledger.dates.map(Self.span)) { $0 }
  }

  mutating func add(_ partnership: Int) {
    let range = ledger.seats(of: partnership)
    var (isOpen, isUnplaced, level) = (false, range.isEmpty, Int32(0))
    tied.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      let slot = ledger.seats[index].slot
      let place = seats[Int(ledger.seats[index].actor)]
      while index < range.upperBound, ledger.seats[index].slot == slot {
        let actor = Int(ledger.seats[index].actor)
        isOpen = isOpen || seats[actor] != place
        level = max(level, levels[actor])
        index += 1
      }
      if place < 0 { isUnplaced = true } else if !tied.contains(place) { tied.append(place) }
    }
    if isOpen || isUnplaced {
      absent[isOpen ? .open : .unplaced, default: 0] += 1
      tied.removeAll(keepingCapacity: true)
    }
    tied.sort()
    let key = Key(
      places: number(of: tied), level: level, kind: ledger.kindCodes[partnership],
      span: spanCodes[Int(ledger.dateCodes[partnership])])
    counts[key, default: 0] += 1
  }

  private mutating func number(of places: [Int32]) -> Int32 {
    if let number = numbers[places] { return number }
    let number = Int32(together.count)
    together.append(places)
    numbers[places] = number
    return number
  }

  /// The places that something is tied to.
  private var used: [Int32] { Set(together.joined()).sorted() }

  var places: [TieMap.Place] { used.map { found[Int($0)] } }

  var ties: [(tie: TieMap.Tie, count: Int)] {
    let places = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    return counts.map { key, count in
      let tie = TieMap.Tie(
        places: together[Int(key.places)].compactMap { places[$0] }.sorted(),
        level: TieMap.Level.allCases[Int(key.level)], kind: ledger.kinds[Int(key.kind)] ?? "not said",
        span: spans[Int(key.span)])
      return (tie, count)
    }
  }

  /// Values by number, each once; -1 for none.
  private static func coded<From, Value: Hashable>(_ all: [From], _ value: (From) -> Value?) -> (
    [Int32], [Value]
  ) {
    var numbers: [Value: Int32] = [:]
    var values: [Value] = []
    let codes = all.map { one -> Int32 in
      guard let value = value(one) else { return -1 }
      if let number = numbers[value] { return number }
      numbers[value] = Int32(values.count)
      values.append(value)
      return Int32(values.count - 1)
    }
    return (codes, values)
  }

  private static func span(_ dates: Ledger.Dates) -> TieMap.Span {
    // One that has ended nobody knows how early is never certain.
    let mayNeverHaveBeen = dates.endedEarliest == nil && dates.endedLatest != nil
    return TieMap.Span(
      possibleFrom: year(dates.establishedEarliest),
      certainFrom: mayNeverHaveBeen ? nil : year(dates.establishedLatest),
      certainUntil: year(dates.endedEarliest),
      possibleUntil: year(dates.endedLatest))
  }

  private static func year(_ day: Day?) -> Int? { day.map { $0.components.year } }

  private static func level(_ actor: Ledger.Actor) -> TieMap.Level {
    switch actor.ancestors.first(where: { $0.depth == 0 })?.kind {
    case "state", "supranational body", "government", "ministry", "embassy", "agency": .states
    case "constituent country", "region", "province", "provincial-level city",
      "special administrative region":
      .regions
    case "city", "district": .cities
    default: .institutions
    }
  }
}
