import Archive
import ArgumentParser
import Diplomacy
import Workbench

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring tables into the archive by their mapping files.",
    discussion: """
      Each mapping (YAML, Documentation/Formats.md) says which columns of the table beside it (CSV or XLSX) make which entities. All rows of all \
      the files come in, or none. A file that is in already adds nothing. Sources in a sources.json beside the mapping come in with it.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "Mapping files, in the order to import them.") var mappings: [String]
  @Flag(help: "Show what would be added; change nothing.") var dryRun = false
  @Option(help: "Who vouches for the import.") var coder = ""

  func run() throws {
    let store = try archive.openForWriting()
    let importer = Importer(store, coder: coder)
    let plans = try importer.plan(mappingsAt: mappings)
    for note in plans.flatMap(\.notes) { print("  note: \(note)") }
    for name in plans.flatMap(\.review) { print("  review: \(name)") }
    if dryRun {
      let receipts = try importer.rehearse(plans, at: Moment.now())
      for (plan, receipt) in zip(plans, receipts) {
        for statement in receipt.statements { print("+ " + line(statement)) }
        print("\(plan.file): \(plan.rows) rows would bring \(receipt.summary); nothing was changed.")
      }
    } else {
      let line = ProgressLine(plans.map(\.file).joined(separator: ", "))
      let receipts = try importer.carryOut(plans, at: Moment.now(), progress: line.show)
      line.clear()
      for (plan, receipt) in zip(plans, receipts) {
        print("\(plan.file): \(plan.rows) rows brought \(receipt.summary).")
      }
    }
  }

  /// "partnership pl-lodz+cn-chengdu: established, kind, party".
  private func line(_ statement: Statement) -> String {
    "\(statement.entity): " + statement.says.keys.map(\.name).sorted().joined(separator: ", ")
  }
}

extension Receipt {
  /// "134 statements, 2 sources; 3 known already".
  var summary: String {
    var parts = ["\(added) statement\(added == 1 ? "" : "s")"]
    if sources > 0 { parts.append("\(sources) source\(sources == 1 ? "" : "s")") }
    if ladders > 0 { parts.append("\(ladders) ladder\(ladders == 1 ? "" : "s")") }
    var text = parts.joined(separator: ", ")
    if known > 0 { text += "; \(known) known already" }
    if retracted > 0 { text += " (\(retracted) of them retracted, and they stay so)" }
    return text
  }
}
