public import Archive
public import Chronology
public import Diplomacy
import Processors

/// A count of all partnerships on record by any number of axes, with bounds: what `PartnershipTable` counts, of a million at once.
///
/// What a date or an actor comes to along an axis is worked out once, by the same rules (`Dimension`, `Period`); a partnership then adds
/// numbers. Printed totals narrow nothing here: they are of one census.
public struct LedgerCount: Sendable {
  public var axes: [Axis]
  public var established: Period?
  /// Where there are any, only what may be established in one of them is counted, whatever the axes.
  public var periods: [Period] = []
  public var asOf: Day?
  public var within: ActorID?
  public var kind: PartnershipKind?
  /// How many partnerships are looked at along one axis before the next: so few of them stay in the first cache.
  var run = 4_096

  public init(_ axes: [Axis]) { self.axes = axes }

  /// Whether partnerships can be counted so along a dimension: activity takes more evidence than the ledger holds.
  public static func counts(_ dimension: Dimension) -> Bool { dimension != .activity }

  /// The cells that some partnership may stand in, in the order of their keys, periods in the order given.
  ///
  /// - Parameter memory: what counts before this one worked out; hand in the same one for every count of an archive.
  /// - Throws: `WorkbenchError.badOption` for axes of so many keys that their cells cannot be numbered.
  public func cells(of ledger: Ledger, memory: AxisMemory = AxisMemory()) throws -> Cells {
    let columns = axes.map { AxisColumn($0, self, ledger, memory) }
    let sizes = columns.map(\.keys.count)
    guard let empty = CellTally(sizes: sizes) else {
      throw WorkbenchError.badOption(
        name: "--by", value: axes.map(\.name).joined(separator: ","),
        expected:
          "fewer axes: \(sizes.map(String.init).joined(separator: " × ")) cells are too many to number")
    }
    let filters = LedgerFilters(self, ledger)
    let tallies = Cores.shares(of: ledger.count, atLeast: run) { share in
      tally(share, columns, filters, empty)
    }
    return Cells(tallies.reduce([], CellTally.sum), keys: columns.map(\.keys))
  }

  private func tally(
    _ share: Range<Int>, _ columns: [AxisColumn], _ filters: LedgerFilters, _ empty: CellTally
  ) -> [CellTally.Counter] {
    var tally = empty
    tally.reserve(share.count)
    var singles: [Int32] = []
    for start in stride(from: share.lowerBound, to: share.upperBound, by: run) {
      let run = start..<min(share.upperBound, start + run)
      // Most partnerships stand in one cell, or in a few for their dates alone.
      var cells = [Int](repeating: 0, count: run.count)
      var open = [Int](repeating: Self.none, count: run.count)
      for (axis, column) in columns.enumerated() {
        let stride = tally.strides[axis]
        column.singles(run, into: &singles)
        for place in cells.indices {
          if singles[place] >= 0 {
            cells[place] += Int(singles[place]) * stride
          } else {
            open[place] = open[place] == Self.none ? axis : Self.several
          }
        }
      }
      for (place, partnership) in run.enumerated() {
        let answer = filters.answer(partnership)
        if answer == .no { continue }
        switch open[place] {
        case Self.none: tally.add(cells[place], isCertain: answer == .certainly)
        case Self.several: tally.add(columns.map { $0.places(partnership) }, isCertain: answer == .certainly)
        case let axis:
          tally.add(
            cells[place], along: axis, columns[axis].places(partnership), isCertain: answer == .certainly)
        }
      }
    }
    return tally.sorted()
  }

  /// In place of an axis, where a partnership's places are open along none of them, or along several.
  private static let (none, several) = (-1, -2)
}

/// The conditions of a count, worked out for each distinct date, kind and actor.
final class LedgerFilters: Sendable {
  private let ledger: Ledger
  private let dates: [Trichotomy]
  private let kinds: [Bool]
  /// Whether each actor lies within the one asked about; nil when none is.
  private let actors: [Trichotomy]?

  init(_ count: LedgerCount, _ ledger: Ledger) {
    self.ledger = ledger
    var question = PartnershipTable(rows: .all, columns: .all)
    (question.established, question.asOf) = (count.established, count.asOf)
    let usesPeriods = !count.periods.isEmpty || count.axes.contains { $0.dimension == .period }
    dates = ledger.answers { [question] date in
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
