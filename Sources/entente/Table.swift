import Archive
import ArgumentParser
import Chronology
import Diplomacy
import Interchange
import Workbench

struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count partnerships, events or flows by rows and columns, with bounds.",
    discussion: """
      A cell prints 12 where the record leaves one answer, and 12–14 where it does not: a date that may or may not lie in the \
      period, a party that is one of several. A dot is a zero. Totals that the source prints beside it narrow the cells; a printed \
      total that lies outside what was computed stands in [brackets].

      Which partnerships: those of the one census on record (the survey of 146 partnerships), since outside a census nothing is \
      known to be absent. --scope all counts everything on record.

      Rows and columns of partnerships: \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")).
      Of events and flows: \(EventDimension.allCases.map(\.rawValue).joined(separator: ", ")).

      entente table --count partnerships --rows chinese-province --columns country --established 2014/2017
      entente table --count quantities --rows item --columns taker-country --happened 2020 --within cn-chengdu

      With --policy all the totals under every policy stand side by side, and the cells that are not the same under all.
      """)

  enum Counted: String, CaseIterable, ExpressibleByArgument { case partnerships, events, flows, quantities }

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption
  @Option(help: "What to count: partnerships, events, flows, or the quantities that moved.")
  var count = Counted.partnerships
  @Option(
    help: """
      Count partnerships by several dimensions at once, a line a cell: dimensions with commas between, one of parties with the \
      side that is meant, e.g. period,country@partner,within@cn.
      """)
  var by: String?
  @Option(help: "What the rows are.") var rows: String?
  @Option(help: "What the columns are.") var columns = "all"
  @Option(help: "Partnerships established within this EDTF date or interval, e.g. 2014/2017.")
  var established: String?
  @Option(help: "Events, and flows in events, within this EDTF date or interval, e.g. 2020.") var happened:
    String?
  @Option(
    help: "With rows or columns of periods: EDTF intervals with commas between, e.g. 1982/1989,1991/1999.")
  var periods: String?
  @Option(help: "Partnerships in being on this day, e.g. 2017-06-30.") var asOf: String?
  @Option(help: "Only with a party or participant that is, or lies within, this actor (identifier or name).")
  var within: String?
  @Option(help: "Only partnerships of this kind, e.g. twinning.") var kind: String?
  @Option(help: "all, or the source of a census. (default: the one census on record)") var scope: String?
  @Flag(help: "Do not narrow the cells by printed totals.") var noMargins = false

  func run() throws {
    let store = try lens.lookBeforeDeciding(at: archive.openForReading())
    if let by {
      guard !lens.isEveryPolicy else { throw ValidationError("--by takes one --policy at a time.") }
      return try printCells(by, store)
    }
    if lens.isEveryPolicy {
      let tables = try EachPolicy(ofTablesIn: store, answer)
      print(output.render(tables.grid) { tables.json })
    } else {
      let table = try answer(from: store)
      let policy = try store.lens().policy
      print(output.render(Grid(table)) { CrossTableJSON.text(table, under: policy) })
    }
  }

  private func answer(from store: ArchiveStore) throws -> CrossTable {
    try count == .partnerships ? partnerships(in: store) : events(in: store)
  }

  /// The long form: a line a cell.
  private func printCells(_ by: String, _ store: ArchiveStore) throws {
    guard count == .partnerships, rows == nil, columns == "all", happened == nil,
      scope == nil || scope == "all"
    else {
      throw ValidationError(
        "--by counts all partnerships on record: not with --rows, --columns, --happened or a census in --scope."
      )
    }
    let axes = try by.split(separator: ",").map { word in
      guard let axis = Axis(String(word)), LedgerCount.counts(axis.dimension) else {
        throw WorkbenchError.badOption(
          name: "--by", value: String(word),
          expected: "one of: "
            + Dimension.allCases.filter(LedgerCount.counts).map(\.rawValue).joined(separator: ", ")
            + "; those of parties may name a side, e.g. country@partner")
      }
      return axis
    }
    var question = LedgerCount(axes)
    question.established = try established.map { try period("--established", $0) }
    question.periods = try periods(needed: axes.contains { $0.dimension == .period })
    question.asOf = try asOf.map { try day("--as-of", $0) }
    question.within = try actor(in: store)
    question.kind = try partnershipKind()
    let cells = try question.cells(of: store.ledger())
    print(output.render(CellList.grid(axes, cells)) { CellList.json(axes, cells) })
  }

  private func partnershipKind() throws -> PartnershipKind? {
    try kind.map { word in
      guard let kind = PartnershipKind(rawValue: word) else {
        throw WorkbenchError.badOption(
          name: "--kind", value: word, expected: "one of: " + PartnershipKind.words.joined(separator: ", "))
      }
      return kind
    }
  }

  private func partnerships(in store: ArchiveStore) throws -> CrossTable {
    guard happened == nil else {
      throw ValidationError("--happened is of events and flows; partnerships have --established.")
    }
    var question = PartnershipTable(
      rows: try dimension("--rows", rows ?? "country"), columns: try dimension("--columns", columns))
    question.established = try established.map { try period("--established", $0) }
    question.periods = try periods(needed: question.rows == .period || question.columns == .period)
    question.asOf = try asOf.map { try day("--as-of", $0) }
    guard question.asOf != nil || (question.rows != .activity && question.columns != .activity) else {
      throw ValidationError("Rows or columns of activity need --as-of, e.g. --as-of 2017-12-31.")
    }
    question.within = try actor(in: store)
    question.kind = try partnershipKind()
    question.scope = scope.map { $0 == "all" ? .all : .inventory(SourceID($0)) } ?? .automatic
    question.usesMargins = !noMargins
    return try question.answer(from: store)
  }

  private func events(in store: ArchiveStore) throws -> CrossTable {
    guard established == nil, asOf == nil, kind == nil, scope == nil else {
      throw ValidationError(
        "--established, --as-of, --kind and --scope are of partnerships; events have --happened.")
    }
    let counted: EventTable.Counted = count == .events ? .events : count == .flows ? .flows : .quantities
    var question = EventTable(
      counted, rows: try dimension("--rows", rows ?? (counted == .events ? "type" : "item")),
      columns: try dimension("--columns", columns))
    guard counted != .quantities || question.rows == .item || question.columns == .item else {
      throw ValidationError("Quantities of unlike goods do not add up: give --rows item or --columns item.")
    }
    guard !noMargins else { throw ValidationError("--no-margins is of partnerships.") }
    question.happened = try happened.map { try period("--happened", $0) }
    question.periods = try periods(needed: question.rows == .period || question.columns == .period)
    question.within = try actor(in: store)
    return try question.answer(from: store)
  }

  private func dimension<D: RawRepresentable & CaseIterable>(_ option: String, _ text: String) throws -> D
  where D.RawValue == String {
    guard let dimension = D(rawValue: text) else {
      throw WorkbenchError.badOption(
        name: option, value: text, expected: "one of: " + D.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return dimension
  }

  private func period(_ option: String, _ text: String) throws -> Period {
    do { return try Period(text) } catch {
      throw WorkbenchError.badOption(
        name: option, value: text, expected: "an EDTF date or interval (\(error))")
    }
  }

  private func periods(needed: Bool) throws -> [Period] {
    let periods = try (periods ?? "").split(separator: ",").map { try period("--periods", String($0)) }
    guard needed != periods.isEmpty else {
      throw ValidationError(
        needed
          ? "Rows or columns of periods need --periods, e.g. --periods 1982/1989,1991/1999."
          : "--periods is for rows or columns of periods: give --rows period or --columns period.")
    }
    return periods
  }

  private func actor(in store: ArchiveStore) throws -> ActorID? {
    guard let within else { return nil }
    guard let entity = try store.entity(named: within), entity.kind == .actor else {
      throw WorkbenchError.notFound(
        within, near: try store.find(within, limit: 5).map { "\($0.title) [\($0.id)]" })
    }
    return ActorID(entity.id)
  }
}

/// Reads a day option.
func day(_ option: String, _ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw WorkbenchError.badOption(name: option, value: text, expected: "a day such as 2017-06-30")
  }
  return day
}
