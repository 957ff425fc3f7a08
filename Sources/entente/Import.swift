import Archive
import ArgumentParser
import Workbench

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring tables into the archive by their mapping files.",
    discussion: """
      Each mapping (YAML, Documentation/Formats.md) says which columns of the table beside it make which entities. All rows come in \
      or none. A file that is in already adds nothing. Sources in a sources.json beside the mapping come in with it.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "Mapping files, in the order to import them.") var mappings: [String]
  @Flag(help: "Show what would be added; change nothing.") var dryRun = false
  @Option(help: "Who vouches for the import.") var coder = ""

  func run() throws {
    let store = try archive.openForWriting()
    let importer = Importer(store, coder: coder)
    for mapping in mappings {
      let plan = try importer.plan(mappingAt: mapping)
      for name in plan.review { print("  review: \(name)") }
      guard plan.problems.isEmpty else { throw WorkbenchError.problems(plan.problems) }
      if dryRun {
        let receipt = try store.rehearse(plan.delivery, at: Moment.now())
        print("\(plan.file): \(plan.rows) rows would bring \(receipt.summary); nothing was changed.")
      } else {
        let line = ProgressLine(plan.file)
        let receipt = try importer.carryOut(plan, at: Moment.now(), progress: line.show)
        line.clear()
        print("\(plan.file): \(plan.rows) rows brought \(receipt.summary).")
      }
    }
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
