public import Archive
public import Chronology
public import Diplomacy

/// A count of all partnerships on record by any number of axes, with bounds: what `PartnershipTable` counts, of a million at once.
///
/// What a date or an actor comes to along an axis is worked out once, by the same rules (`Dimension`, `Period`); a partnership then adds
/// numbers. Printed totals narrow nothing here: they are of one census.
public struct LedgerCount: Sendable {
  /// One cell that is not empty.
  public struct Cell: Hashable, Sendable {
    /// One key an axis.
    public let keys: [String]
    public let count: Count
  }

  public var axes: [Axis]
  public var established: Period?
  /// Where there are any, only what may be established in one of them is counted, whatever the axes.
  public var periods: [Period] = []
  public var asOf: Day?
  public var within: ActorID?
  public var kind: PartnershipKind?

  public init(_ axes: [Axis]) { self.axes = axes }

  /// Whether partnerships can be counted so along a dimension: activity takes more evidence than the ledger holds.
  public static func counts(_ dimension: Dimension) -> Bool { dimension != .activity }

  /// The cells that some partnership may stand in, in the order of their keys, periods in the order given.
  ///
  /// - Parameter memory: what counts before this one worked out; hand in the same one for every count of an archive.
  public func cells(of ledger: Ledger, memory: AxisMemory = AxisMemory()) -> [Cell] {
    let columns = axes.map { AxisColumn($0, self, ledger, memory) }
    let answers = LedgerFilters(self, ledger)
    let (singles, sizes) = (columns.map(\.singles), columns.map(\.keys.count))
    var tally = CellTally(sizes: sizes)
    var places: [[[Int32]]] = Array(repeating: [], count: columns.count)
    for partnership in 0..<ledger.count {
      let answer = answers.answer(partnership)
      if answer == .no { continue }
      var index = 0
      var cell = 0
      // Most partnerships stand in one cell, or in a few for their dates alone.
      while index < columns.count, singles[index][partnership] >= 0 {
        cell = cell * sizes[index] + Int(singles[index][partnership])
        index += 1
      }
      if index == columns.count {
        tally.add(cell, isCertain: answer == .certainly)
        continue
      }
      for index in columns.indices { places[index] = columns[index].places(partnership) }
      tally.add(places, isCertain: answer == .certainly)
    }
    return tally.cells(columns.map(\.keys))
  }
}

/// The conditions of a count, worked out for each distinct date, kind and actor.
struct LedgerFilters {
  private let ledger: Ledger
  private let dates: [Trichotomy]
  private let kinds: [Bool]
  /// Whether each actor lies within the one asked about; nil when none is.
  private let actors: [Trichotomy]?

  init(_ count: LedgerCount, _ ledger: Ledger) {
    self.ledger = ledger
    dates = ledger.dates.map { date in
      var question = PartnershipTable(rows: .all, columns: .all)
      (question.established, question.asOf) = (count.established, count.asOf)
      let usesPeriods = !count.periods.isEmpty || count.axes.contains { $0.dimension == .period }
      let periods =
        usesPeriods
        ? count.periods.answer(date.establishedEarliest, date.establishedLatest) : .certainly
      return question.dateAnswer(PartnershipUnit(date)).and(periods)
    }
    kinds = ledger.kinds.map { kind in count.kind == nil || kind == count.kind?.rawValue }
    actors = count.within.map { within in
      ledger.actors.all.map { actor in
        guard let found = actor.ancestors.first(where: { $0.id == within.text }) else { return .no }
        return found.isCertain ? .certainly : .possibly
      }
    }
  }

  func answer(_ partnership: Int) -> Trichotomy {
    guard kinds[Int(ledger.kindCodes[partnership])] else { return .no }
    let date = dates[Int(ledger.dateCodes[partnership])]
    guard date != .no, let actors else { return date }
    var answer = Trichotomy.no
    let range = ledger.seats(of: partnership)
    var index = range.lowerBound
    while index < range.upperBound {
      let slot = ledger.seats[index].slot
      var (all, any) = (true, false)
      while index < range.upperBound, ledger.seats[index].slot == slot {
        let one = actors[Int(ledger.seats[index].actor)]
        all = all && one == .certainly
        any = any || one != .no
        index += 1
      }
      answer = answer.or(all ? .certainly : any ? .possibly : .no)
    }
    return date.and(answer)
  }
}
