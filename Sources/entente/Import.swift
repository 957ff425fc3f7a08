import Archive
import ArgumentParser
import Chronology
import Diplomacy
import Workbench

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring tables into the archive by their mapping files.",
    discussion: """
      Each mapping (YAML, Documentation/Formats.md) says which columns of the table beside it (CSV or XLSX) make which entities. All rows of all \
      the files come in, or none; with --keep-going those that can be taken do, and the others go to a file of their own (TABLE.rejected.csv, \
      with the reasons), to be mended and imported by the mapping beside it. A file that is in already adds nothing. Sources in a sources.json beside the mapping come in with it.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "Mapping files, in the order to import them.") var mappings: [String]
  @Flag(help: "Show what would be added; change nothing.") var dryRun = false
  @Flag(help: "Import the good rows; write the others to a file, with their reasons.") var keepGoing = false
  @Option(help: "Who vouches for the import.") var coder = ""

  func run() throws {
    let store = try archive.openForWriting()
    let importer = Importer(store, coder: coder)
    let reading = ProgressLine("")
    let plans = try importer.plan(mappingsAt: mappings, isKeepingGoing: keepGoing) { reading.show($0, $1) }
    reading.clear()
    for note in plans.flatMap(\.notes) { print("  note: \(note)") }
    for name in plans.flatMap(\.review) { print("  review: \(name)") }
    let leftOut = keepGoing ? plans.flatMap(\.problems) : []
    if dryRun {
      let receipts = try importer.rehearse(plans, isKeepingGoing: keepGoing, at: Moment.now())
      for (plan, receipt) in zip(plans, receipts) {
        for statement in receipt.statements { print("+ " + line(statement)) }
        print(
          "\(plan.file): \(plan.rows - plan.rejectedRows) rows would bring \(receipt.summary); nothing was changed."
        )
      }
      if !leftOut.isEmpty { print(Failure.text(leftOut, "these rows would be left out")) }
    } else {
      try carryOut(plans, by: importer)
    }
    if !leftOut.isEmpty { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }

  /// The rows that are left out are written down first, so that none is lost whatever happens.
  private func carryOut(_ plans: [ImportPlan], by importer: Importer) throws {
    var rejected: [RejectedRows?] = []
    let receipts: [Receipt]
    do {
      if keepGoing { for plan in plans { rejected.append(try plan.writeRejected()) } }
      let line = ProgressLine(plans.map(\.file).joined(separator: ", "))
      defer { line.clear() }
      receipts = try importer.carryOut(
        plans, isKeepingGoing: keepGoing, at: Moment.now(), progress: line.show)
    } catch {
      for file in rejected.compactMap(\.self).flatMap({ $0.remove() }) {
        print("  note: \(file) is left behind, though nothing was imported. Remove it.")
      }
      throw error
    }
    for (index, plan) in plans.enumerated() {
      print("\(plan.file): \(plan.rows - plan.rejectedRows) rows brought \(receipts[index].summary).")
      guard keepGoing, let files = rejected[index] else { continue }
      print(
        """
          \(files.rows) row\(files.rows == 1 ? " was" : "s were") left out: \(files.table) has \(files.rows == 1 ? "it, and why" : "them, and why").
          Mend that file, then: entente import \(files.mapping)
        """)
    }
  }

  /// "partnership pl-lodz+cn-chengdu: established, kind, party".
  private func line(_ statement: Statement) -> String {
    "\(statement.entity): " + statement.says.keys.map(\.name).sorted().joined(separator: ", ")
  }
}

extension Receipt {
  /// "134 statements, 2 sources; 3 known already", "0 statements; 137 known already, just as batch 2 brought them".
  var summary: String {
    var parts = ["\(added.of("statement"))"]
    if sources > 0 { parts.append("\(sources.of("source"))") }
    if ladders > 0 { parts.append("\(ladders.of("ladder"))") }
    var text = parts.joined(separator: ", ")
    if known > 0 { text += "; \(known) known already" }
    if let holder, known > 0 { text += ", just as batch \(holder) brought \(known == 1 ? "it" : "them")" }
    if retracted > 0 { text += " (\(retracted) of them retracted, and they stay so)" }
    return text
  }
}
