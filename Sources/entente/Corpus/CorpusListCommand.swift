import ArgumentParser
import Workbench

struct CorpusListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the corpora, or the outlets of one.",
    discussion: """
      Documents are counted as they are, and without copies once duplicates were looked for (entente corpus dedupe).
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @Argument(help: "A corpus, whose outlets are listed.") var name: String?

  func run() throws {
    let store = try archive.openForReading()
    guard let name else {
      let corpora = try store.corpora()
      return print(output.render(CorpusList.grid(corpora)) { CorpusList.json(corpora).text(pretty: true) })
    }
    let (corpus, outlets) = try store.atOnce { (try store.corpus(name), try store.outlets(of: name)) }
    print(
      output.render(CorpusList.grid(corpus, outlets)) { CorpusList.json(corpus, outlets).text(pretty: true) })
  }
}
