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

      With --sensitivity: which contradictions on record move which figures and tables, how far, and which would have to be settled, \
      and how, for a published figure to stand. With --policy all: the figures that are not the same under every policy.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var selection: StudySelection
  @Flag(help: "Print JSON (Documentation/Formats.md, \"JSON output\").") var json = false
  @Flag(help: "Exit with 1 when a figure differs.") var strict = false
  @Flag(help: "Say how far the figures depend on the contradictions on record.") var sensitivity = false

  func validate() throws {
    guard !(sensitivity && lens.isEveryPolicy) else {
      throw ValidationError("--sensitivity goes through every policy by itself: leave out --policy all.")
    }
    guard !strict || !(sensitivity || lens.isEveryPolicy) else {
      throw ValidationError("--strict is for one policy, and not with --sensitivity.")
    }
  }

  func run() throws {
    let store = try lens.lookBeforeDeciding(at: archive.openForReading())
    let studies = try selection.studies()
    if sensitivity { return try printSensitivity(of: studies, over: store) }
    if lens.isEveryPolicy {
      let all = try EachPolicy(of: store) { try studies.flatMap(StudyRunner($0).check) }
      print(json ? all.json : all.grid.markdown + "\n\n" + all.counts.markdown)
      return
    }
    let results = try studies.flatMap(StudyRunner(store).check)
    let lens = try store.lens()
    print(
      json
        ? CheckRendering.json(results, under: lens.policy)
        : CheckRendering.text(results) + "\n\n" + PolicyNote.text(for: lens))
    if strict && results.contains(where: { $0.status == .differs }) {
      throw ExitCode(Failure.Code.dataSayNo.rawValue)
    }
  }

  private func printSensitivity(of studies: [Study], over store: ArchiveStore) throws {
    let line = ProgressLine("sensitivity")
    let sensitivity = try Weighing(studies, over: store, told: { line.show($0) }).sensitivity()
    line.clear()
    let note = PolicyNote.text(for: try store.lens())
    print(
      json ? SensitivityJSON.text(sensitivity) : SensitivityText(sensitivity).text + "\n" + note)
  }
}
