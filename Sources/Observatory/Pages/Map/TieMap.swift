import Archive
import Chronology
import Workbench

/// Partnerships on a map, by where their parties lie, who they are, and when they are on record: counted of all, so that a million are as
/// few rows as there are pairs of places.
struct TieMap: Sendable {
  /// Who is tied: the most local of a partnership's parties says it.
  enum Level: String, CaseIterable, Sendable { case states, regions, cities, institutions }

  /// Where parties lie: a state, or a unit of the first level in it.
  struct Place: Hashable, Sendable {
    let code: String
    let name: String
    let longitude: Double
    let latitude: Double
  }

  /// The years at whose end a partnership is on record, and not known to have ended.
  struct Span: Hashable, Sendable {
    /// From that year on possibly; nil where its beginning may lie at any time before.
    let possibleFrom: Int?
    /// From that year on certainly; nil where that is never certain.
    let certainFrom: Int?
    /// The years in which it may have ended, and has at the latest; nil where it is not known to have ended.
    let certainUntil: Int?
    let possibleUntil: Int?

    func isPossible(in year: Int) -> Bool { (possibleFrom ?? .min) <= year && year < (possibleUntil ?? .max) }
    func isCertain(in year: Int) -> Bool { (certainFrom ?? .max) <= year && year < (certainUntil ?? .max) }
  }

  /// Partnerships alike in all that the map shows.
  struct Tie: Hashable, Sendable {
    /// Numbers in `places`, ascending; one alone where all parties lie in one place, none where one cannot be placed.
    let places: [Int]
    let level: Level
    let kind: String
    let span: Span
  }

  /// Why a partnership is not on the map.
  enum Absence: String, CaseIterable, Sendable {
    case open = "with a party that may be one of several in different places"
    case unplaced = "with a party of no place that has a code"
  }

  let places: [Place]
  let ties: [(tie: Tie, count: Int)]
  let absent: [(absence: Absence, count: Int)]
  /// From the first year (of the last two hundred) in which something is dated to the present one.
  let years: ClosedRange<Int>

  /// How many years back a slider reaches at most; what is dated earlier is there from its first year on.
  private static let longest = 200

  var kinds: [String] { Set(ties.map(\.tie.kind)).sorted() }

  /// - Parameter year: the present one.
  init(_ archive: ArchiveStore, gazetteer: Gazetteer, present year: Int) throws {
    let ledger = try archive.ledger()
    let spans = ledger.dates.map(Self.span)
    let seats = try gazetteer.places(of: ledger.actors.all, in: archive)
    let levels = ledger.actors.all.map(Self.level)
    var numbers: [Place: Int] = [:]
    var places: [Place] = []
    var counts: [Tie: Int] = [:]
    var absent: [Absence: Int] = [:]
    for partnership in 0..<ledger.count {
      let own = ledger.seats[ledger.seats(of: partnership)]
      var level = Level.states
      var found: [Int32: Set<Place?>] = [:]
      for seat in own {
        found[seat.slot, default: []].insert(seats[Int(seat.actor)])
        level = max(level, levels[Int(seat.actor)])
      }
      let isOpen = found.values.contains { $0.count > 1 }
      let isPlaced = !isOpen && !found.isEmpty && !found.values.contains { $0.contains(nil) }
      if !isPlaced { absent[isOpen ? .open : .unplaced, default: 0] += 1 }
      let known = isPlaced ? Set(found.values.flatMap { $0.compactMap(\.self) }) : []
      let tied = known.map { place in
        if let number = numbers[place] { return number }
        numbers[place] = places.count
        places.append(place)
        return places.count - 1
      }
      let tie = Tie(
        places: tied.sorted(), level: level, kind: ledger.kinds[Int(ledger.kindCodes[partnership])] ?? "not said",
        span: spans[Int(ledger.dateCodes[partnership])])
      counts[tie, default: 0] += 1
    }
    self.places = places
    ties = counts.map { (tie: $0.key, count: $0.value) }.sorted { Self.order($0.tie) < Self.order($1.tie) }
    self.absent = Absence.allCases.compactMap { absence in absent[absence].map { (absence, $0) } }
    let first = spans.compactMap { $0.possibleFrom ?? $0.certainFrom }.min() ?? year
    years = min(max(first, year - Self.longest), year)...year
  }

  /// How many are on record at the end of a year, certainly and possibly; those that are not on the map as well.
  func count(in year: Int, level: Level? = nil) -> (certain: Int, possible: Int) {
    ties.reduce(into: (certain: 0, possible: 0)) { sum, one in
      guard level == nil || one.tie.level == level else { return }
      if one.tie.span.isCertain(in: year) { sum.certain += one.count }
      if one.tie.span.isPossible(in: year) { sum.possible += one.count }
    }
  }

  private static func order(_ tie: Tie) -> String {
    "\(tie.places)|\(tie.level)|\(tie.kind)|\(tie.span)"
  }

  private static func span(_ dates: Ledger.Dates) -> Span {
    // One that has ended nobody knows how early is never certain.
    let mayNeverHaveBeen = dates.endedEarliest == nil && dates.endedLatest != nil
    return Span(
      possibleFrom: year(dates.establishedEarliest),
      certainFrom: mayNeverHaveBeen ? nil : year(dates.establishedLatest), certainUntil: year(dates.endedEarliest),
      possibleUntil: year(dates.endedLatest))
  }

  private static func year(_ day: Day?) -> Int? { day.map { $0.components.year } }

  private static func level(_ actor: Ledger.Actor) -> Level {
    switch actor.ancestors.first(where: { $0.depth == 0 })?.kind {
    case "state", "supranational body", "government", "ministry", "embassy", "agency": .states
    case "constituent country", "region", "province", "provincial-level city", "special administrative region": .regions
    case "city", "district": .cities
    default: .institutions
    }
  }
}

extension TieMap.Level: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
