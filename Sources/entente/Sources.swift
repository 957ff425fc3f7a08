import ArgumentParser
import Workbench

struct Sources: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the sources and how much of the record each carries.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var lens: LensOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let table = try lens.look(at: archive.openForReading()).query(
      """
      SELECT source.id, source.issued, source.title,
        (SELECT count(*) FROM live_statement s WHERE s.source = source.id) AS statements,
        (SELECT count(DISTINCT s.kind || s.entity) FROM live_statement s WHERE s.source = source.id) AS entities
      FROM source ORDER BY statements DESC, source.id
      """)
    print(output.render(ResultRendering.grid(table)) { ResultRendering.json(table) })
  }
}
