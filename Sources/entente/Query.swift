import ArgumentParser
import Workbench

struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run SQL that reads, over the documented tables.",
    discussion: """
      Documentation/Schema.md has the tables. Nothing can be changed this way.

      Example: entente query "SELECT title, established FROM partnership WHERE kind = 'twinning' ORDER BY established_earliest"
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption
  @Argument(help: "One SELECT.") var sql: String

  func run() throws {
    let store = try lens.look(at: archive.openForReading())
    let table = try store.query(sql)
    let grid = ResultRendering.grid(table, notes: try LensOption.notes(on: store))
    print(output.render(grid) { ResultRendering.json(table) })
  }
}
