import ArgumentParser
import Workbench

struct Sources: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the sources and how much of the record each carries.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let table = try lens.look(at: archive.openForReading()).sourceShares()
    print(output.render(ResultRendering.grid(table)) { ResultRendering.json(table) })
  }
}
