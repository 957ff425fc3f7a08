import ArgumentParser
import Workbench

struct Batches: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the batches: each import, edit, retraction and undoing, in the order of the log.",
    discussion: """
      Statements are those that were not on record until then; known already are those that were, word for word. Hashes are \
      SHA-256, cut short in the Markdown table and whole in CSV and JSON.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let table = BatchTable(try archive.openForReading().batches())
    print(output.render(table.grid(isBrief: output.chosen == .markdown)) { table.json })
  }
}
