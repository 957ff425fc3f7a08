import ArgumentParser
import Workbench

struct CorpusDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show where two documents differ, word by word.",
    discussion: """
      What only the first has stands in [- -], what only the second has in {+ +}. White space does not count. Exits with 0 whether they differ \
      or not.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "The corpus.") var name: String
  @Argument(help: "The identifier of a document.") var first: String
  @Argument(help: "The identifier of another.") var second: String
  @Flag(help: "Print JSON: {a, b, shared, only_a, only_b, parts}.") var json = false

  func run() throws {
    let difference = try DocumentDifference(first, second, in: name, archive.openForReading())
    print(json ? difference.json.text(pretty: true) : difference.text)
  }
}
