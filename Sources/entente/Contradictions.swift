import ArgumentParser
import Workbench

struct Contradictions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List where sources contradict each other, or themselves.",
    discussion:
      "Each has a type (existence, date, level, amount, activity, identity), its rival values, and who says what."
  )

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @Flag(help: "Print JSON (Documentation/Formats.md, \"JSON output\").") var json = false

  func run() throws {
    let store = try lens.look(at: archive.openForReading())
    print(json ? try ContradictionText.json(in: store) : try ContradictionText.text(in: store))
  }
}
