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
    let table = try lens.look(at: archive.openForReading()).query(sql)
    print(output.render(ResultRendering.grid(table)) { ResultRendering.json(table) })
  }
}
