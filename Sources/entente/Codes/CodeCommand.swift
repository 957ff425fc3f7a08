import Archive
import ArgumentParser
import Workbench

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract:
      "Code documents: assign, take in codings, decide where coders disagree, tell how far they agree.",
    subcommands: [
      CodeAssign.self, CodeImport.self, CodeExport.self, CodeAdjudicate.self, CodeReliability.self,
      CodeSuggest.self,
    ])
}

/// The corpus and its codebook.
struct DeskOption: ParsableArguments {
  @OptionGroup var archive: ArchiveOption
  @Argument(help: "The corpus.") var corpus: String
  @Option(help: "The codebook. (default: the one that the corpus is coded under, or the only one)")
  var codebook: String?

  func desk(_ store: ArchiveStore) throws -> CodingDesk {
    try CodingDesk(store, corpus: corpus, codebook: codebook)
  }
}
