public import ArgumentParser
import Discourse
public import Workbench

struct CorpusCollocatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocates",
    abstract: "Tell which words stand near a word or phrase more often than chance would put them there.",
    discussion: """
      logDice is 14 at most and does not depend on the size of the corpus; PMI favours rare words, t and G² frequent ones. Words of the \
      matches themselves are left out.

      entente corpus collocates news partnership --window 3 --by g2

      Exits with 1 when nothing is found.
      """)

  @OptionGroup var part: CorpusPartOptions
  @OptionGroup var output: FormatOption
  @Option(help: "How many words on each side are near.") var window = 5
  @Option(help: "How many to the left, where that is another number.") var left: Int?
  @Option(help: "How many to the right.") var right: Int?
  @Option(help: "logdice, pmi, t or g2: what the words are ranked by.")
  var by = CorpusCollocations.Measure.logDice
  @Option(help: "Words that are near less often are left out.") var least = 3
  @Option(help: "At most so many words.") var limit = 30

  func validate() throws {
    for (option, words) in [("--window", window), ("--left", left ?? 0), ("--right", right ?? 0)] {
      try checked(option, words, 0...100, "words")
    }
    try checked("--least", least, 1...1_000_000, "times")
    try checked("--limit", limit, 0...100_000, "words")
  }

  func run() throws {
    let line = ProgressLine(part.name)
    defer { line.clear() }
    let found = try CorpusCollocations(
      part.asked(), in: part.texts(),
      window: CollocationSearch.Window(left: left ?? window, right: right ?? window), by: by, least: least,
      limit: limit, progress: line.show)
    line.clear()
    print(output.render(found.grid) { found.json.text(pretty: true) })
    if found.matches == 0 { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}

extension CorpusCollocations.Measure: ExpressibleByArgument {}
