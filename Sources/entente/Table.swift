import Archive
public import ArgumentParser
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

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption
  @Option(help: "What to count: partnerships, events, flows, or the quantities that moved.")
  var count = TableQuestion.Counted.partnerships
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

  private func answer(from store: ArchiveStore) throws -> CrossTable { try question.answer(from: store) }

  private var question: TableQuestion {
    var question = TableQuestion(count)
    (question.rows, question.columns, question.periods) = (rows, columns, periods)
    (question.established, question.happened, question.asOf) = (established, happened, asOf)
    (question.within, question.kind, question.scope) = (within, kind, scope)
    question.usesMargins = !noMargins
    return question
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
    let count = try question.count(by: axes, in: store)
    let cells = try count.cells(of: store.ledger())
    print(output.render(CellList.grid(axes, cells)) { CellList.json(axes, cells) })
  }
}

extension TableQuestion.Counted: ExpressibleByArgument {}
