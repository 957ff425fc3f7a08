import Archive
import ArgumentParser
import Discourse
import Workbench

/// Which documents of a corpus are looked at.
struct DocumentChoice: ParsableArguments {
  @Option(help: "Only documents that may be of this day or later: 2017, 2017-03 or 2017-03-04.")
  var from: String?
  @Option(help: "Only documents that may be of this day or earlier.") var to: String?
  @Option(help: "Only documents of this outlet.") var outlet: String?
  @Option(help: "Only documents of this language.") var language: String?
  @Flag(help: "Of documents that are one text, nearly, take the earliest only (after corpus dedupe).")
  var withoutCopies = false

  func texts(of corpus: String, _ store: ArchiveStore) throws -> CorpusTexts {
    let part = try CorpusPart(from: from, to: to, outlet: outlet, language: language)
    return try CorpusTexts(corpus, store, part: part, withoutCopies: withoutCopies)
  }
}

/// Which documents of a corpus are looked at for what, and how words are told apart.
struct CorpusPartOptions: ParsableArguments {
  @OptionGroup var archive: ArchiveOption
  @Argument(help: "The corpus.") var name: String
  @Argument(
    help:
      "A word or several: in each, * stands for any letters or none, ? for one; a * by itself for any one word. Chinese is found wherever its characters stand together."
  )
  var query: [String]
  @OptionGroup var choice: DocumentChoice
  @Flag(help: "Tell words with accents from those without.") var accents = false

  func texts() throws -> CorpusTexts { try choice.texts(of: name, archive.openForReading()) }

  func asked() throws -> WordQuery {
    try WordQuery(query.joined(separator: " "), folding: accents ? .letterCase : .caseAndAccents)
  }
}

/// Numbers that options may be.
func checked(_ option: String, _ value: Int, _ range: ClosedRange<Int>, _ unit: String) throws {
  guard range.contains(value) else {
    throw ValidationError(
      "\(option) '\(value)': expected \(range.lowerBound) to \(range.upperBound) \(unit).")
  }
}
