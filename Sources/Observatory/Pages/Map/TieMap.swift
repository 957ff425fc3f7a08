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

    /// So many partnerships of this span, at the end of a year in which they may be on record.
    func count(of partnerships: Int, in year: Int) -> Count {
      Count(certain: isCertain(in: year) ? partnerships : 0, possible: partnerships)
    }
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
  /// By level, how many are on record at the end of each year, those that are not on the map as well.
  private let counts: [Level: [Count]]

  /// How many years back a slider reaches at most; what is dated earlier is there from its first year on.
  private static let longest = 200

  var kinds: [String] { Set(ties.map(\.tie.kind)).sorted() }

  /// - Parameter year: the present one.
  init(_ ledger: Ledger, of archive: ArchiveStore, gazetteer: Gazetteer, present year: Int) throws {
    var tally = TieTally(ledger, seats: try gazetteer.places(of: ledger.actors.all, in: archive))
    for partnership in 0..<ledger.count { tally.add(partnership) }
    places = tally.places
    ties = tally.ties.sorted { Self.order($0.tie) < Self.order($1.tie) }
    absent = Absence.allCases.compactMap { absence in tally.absent[absence].map { (absence, $0) } }
    let first = ties.compactMap { $0.tie.span.possibleFrom ?? $0.tie.span.certainFrom }.min() ?? year
    years = min(max(first, year - Self.longest), year)...year
    counts = Self.counts(ties, years)
  }

  /// Certainly and possibly; of a year of the map's, of one level or of all.
  func count(in year: Int, level: Level? = nil) -> Count {
    Level.allCases.filter { level == nil || level == $0 }.compactMap { counts[$0]?[year - years.lowerBound] }
      .reduce(.zero, +)
  }

  /// What comes in a year and what goes, summed up.
  private static func counts(_ ties: [(tie: Tie, count: Int)], _ years: ClosedRange<Int>) -> [Level: [Count]]
  {
    let none = Array(repeating: (certain: 0, possible: 0), count: years.count + 1)
    var changes = Dictionary(uniqueKeysWithValues: Level.allCases.map { ($0, none) })
    /// The years of the map from one on and up to another; nil where there are none.
    func stretch(_ first: Int, _ end: Int) -> (Int, Int)? {
      let (from, until) = (max(first, years.lowerBound), min(end, years.upperBound + 1))
      return from < until ? (from - years.lowerBound, until - years.lowerBound) : nil
    }
    for (tie, count) in ties {
      if let (from, until) = stretch(tie.span.possibleFrom ?? .min, tie.span.possibleUntil ?? .max) {
        changes[tie.level]?[from].possible += count
        changes[tie.level]?[until].possible -= count
      }
      if let (from, until) = stretch(tie.span.certainFrom ?? .max, tie.span.certainUntil ?? .max) {
        changes[tie.level]?[from].certain += count
        changes[tie.level]?[until].certain -= count
      }
    }
    return changes.mapValues { changes in
      changes.dropLast().reductions((certain: 0, possible: 0)) {
        ($0.certain + $1.certain, $0.possible + $1.possible)
      }
      .dropFirst().map { Count(certain: $0.certain, possible: $0.possible) }
    }
  }

  private static func order(_ tie: Tie) -> String { "\(tie.places)|\(tie.level)|\(tie.kind)|\(tie.span)" }
}
