import ArgumentParser

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Keep documents (articles, posts, speeches), search them, and tell copies from originals.",
    subcommands: [
      CorpusImportCommand.self, CorpusListCommand.self, CorpusSearchCommand.self, CorpusDedupeCommand.self,
      CorpusDiffCommand.self, CorpusKwicCommand.self, CorpusKeynessCommand.self, CorpusCollocatesCommand.self,
      CorpusCareerCommand.self, CorpusDictionaryCommand.self, CorpusBurstsCommand.self,
      CorpusThemesCommand.self,
    ])
}
