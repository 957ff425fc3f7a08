import Archive
import ArgumentParser
import Workbench

struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study", abstract: "Recompute what documents published.",
    subcommands: [StudyList.self, StudyRun.self, StudyCheck.self])
}

/// Which studies.
struct StudySelection: ParsableArguments {
  @Argument(help: "Names of studies; `entente study list` has them.") var names: [String] = []
  @Flag(help: "All studies.") var all = false

  func studies() throws -> [Study] {
    let shelf = StudyShelf(try Home.find().studies)
    guard !all else { return try shelf.all() }
    guard !names.isEmpty else { throw ValidationError("Name a study, or give --all.") }
    return try names.map(shelf.study)
  }
}

struct StudyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare each published figure with what the record comes to.",
    discussion: """
      Each ends as reproduced, within bounds, differs, recorded or not recomputable. Exits with 1 only when --strict is given and a \
      figure differs: that a document contradicts itself is a finding, not a failure.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var selection: StudySelection
  @Flag(help: "Print JSON (Documentation/Formats.md, \"JSON output\").") var json = false
  @Flag(help: "Exit with 1 when a figure differs.") var strict = false

  func run() throws {
    let store = try lens.look(at: archive.openForReading())
    let runner = StudyRunner(store)
    let studies = try selection.studies()
    let results = try studies.flatMap(runner.check)
    print(json ? CheckRendering.json(results) : CheckRendering.text(results))
    if strict && results.contains(where: { $0.status == .differs }) {
      throw ExitCode(Failure.Code.dataSayNo.rawValue)
    }
  }
}
