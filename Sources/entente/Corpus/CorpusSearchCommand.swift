import ArgumentParser
import Workbench

struct CorpusSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the documents of a corpus.",
    discussion: """
      All words must be there. "trade war" in quotes is these words side by side; partner* is any word that begins so; a OR b is either; \
      a NOT b is a without b; ( ) group. Operators are in capitals. Case, accents and punctuation do not matter: citta finds città. Chinese is \
      found wherever its characters stand together: 战略伙伴.

      The most relevant come first (BM25; the title counts three times). Of a word that is in more than 5,000 documents the first 5,000 are ranked, and \
      the count says “more than”. --from and --to find documents that may be of that time; of one without a date it is not known. \
      Exits with 1 when nothing is found.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @Argument(help: "The corpus.") var name: String
  @Argument(help: "What to look for.") var query: [String]
  @Option(help: "At most so many documents.") var limit = 20
  @Option(help: "Of this day or later: 2017, 2017-03 or 2017-03-04.") var from: String?
  @Option(help: "Of this day or earlier.") var to: String?
  @Option(help: "Of this outlet.") var outlet: String?
  @Flag(help: "Count what is found without copies, and by outlet, too.") var counts = false

  func validate() throws {
    guard (0...10_000).contains(limit) else {
      throw ValidationError("--limit '\(limit)': expected 0 to 10,000 documents.")
    }
  }

  func run() throws {
    let search = try CorpusSearch(
      corpus: name, text: query.joined(separator: " "), from: from, to: to, outlet: outlet, limit: limit,
      isCounting: counts)
    let answer = try search.run(archive.openForReading())
    print(output.render(search.grid(answer)) { search.json(answer).text(pretty: true) })
    if answer.found == 0 { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}
