public import ArgumentParser
import Chronology
import Diplomacy
import Interchange
public import Workbench

struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count partnerships by rows and columns, with bounds.",
    discussion: """
      A cell prints 12 where the record leaves one answer, and 12–14 where it does not: a date that may or may not lie in the \
      period, a party that is one of several. A dot is a zero. Totals that the source prints beside it narrow the cells; a printed \
      total that lies outside what was computed stands in [brackets].

      What is counted: the one census on record (the survey of 146 partnerships), since outside a census nothing is known to be \
      absent. --scope all counts everything on record.

      Example: entente table --count partnerships --rows chinese-province --columns country --established 2014/2017
      """)

  enum Counted: String, CaseIterable, ExpressibleByArgument { case partnerships }

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption
  @Option(help: "What to count.") var count = Counted.partnerships
  @Option(help: "Rows: \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")).") var rows = Dimension
    .country
  @Option(help: "Columns: the same.") var columns = Dimension.all
  @Option(help: "Established within this EDTF date or interval, e.g. 2014/2017.") var established: String?
  @Option(
    help: "With rows or columns of periods: EDTF intervals with commas between, e.g. 1982/1989,1991/1999.")
  var periods: String?
  @Option(help: "In being on this day, e.g. 2017-06-30.") var asOf: String?
  @Option(help: "Only with a party that is, or lies within, this actor (identifier or name).") var within:
    String?
  @Option(help: "Only of this kind, e.g. twinning.") var kind: String?
  @Option(help: "all, or the source of a census. (default: the one census on record)") var scope: String?
  @Flag(help: "Do not narrow the cells by printed totals.") var noMargins = false

  func run() throws {
    let store = try lens.look(at: archive.open())
    var question = PartnershipTable(rows: rows, columns: columns)
    question.established = try established.map { try period("--established", $0) }
    question.periods = try (periods ?? "").split(separator: ",").map { try period("--periods", String($0)) }
    if (rows == .period || columns == .period) && question.periods.isEmpty {
      throw ValidationError("Rows or columns of periods need --periods, e.g. --periods 1982/1989,1991/1999.")
    }
    question.asOf = try asOf.map { try day("--as-of", $0) }
    if let within {
      guard let entity = try store.entity(named: within), entity.kind == .actor else {
        throw WorkbenchError.notFound(within, near: [])
      }
      question.within = ActorID(entity.id)
    }
    question.kind = try kind.map { word in
      guard let kind = PartnershipKind(rawValue: word) else {
        throw WorkbenchError.badOption(
          name: "--kind", value: word, expected: "one of: " + PartnershipKind.words.joined(separator: ", "))
      }
      return kind
    }
    question.scope = scope.map { $0 == "all" ? .all : .inventory(SourceID($0)) } ?? .automatic
    question.usesMargins = !noMargins
    let table = try question.answer(from: store)
    print(output.render(Grid(table)) { CrossTableJSON.text(table) })
  }

  private func period(_ option: String, _ text: String) throws -> Period {
    do { return try Period(text) } catch {
      throw WorkbenchError.badOption(
        name: option, value: text, expected: "an EDTF date or interval (\(error))")
    }
  }
}

extension Dimension: ExpressibleByArgument {}

/// Reads a day option.
func day(_ option: String, _ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw WorkbenchError.badOption(name: option, value: text, expected: "a day such as 2017-06-30")
  }
  return day
}
