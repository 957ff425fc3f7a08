import ArgumentParser
import Discourse
import Workbench

struct CorpusKwicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Show a word or phrase in its contexts: keywords in context.",
    discussion: """
      entente corpus kwic news "strategic partner*" --sort left
      entente corpus kwic cctv 伙伴关系 --sort left --limit 20

      Exits with 1 when nothing is found.
      """)

  enum Sort: String, CaseIterable, ExpressibleByArgument {
    case text, left, right, match
  }

  @OptionGroup var part: CorpusPartOptions
  @OptionGroup var output: FormatOption
  @Option(help: "By the words to the left, the nearest first; to the right; by the match; or as in the text.")
  var sort = Sort.text
  @Option(help: "At most so many lines.") var limit = 50
  @Option(help: "Columns of text on each side.") var width = 34

  func validate() throws {
    try checked("--limit", limit, 0...100_000, "lines")
    try checked("--width", width, 5...500, "columns")
  }

  func run() throws {
    let line = ProgressLine(part.name)
    defer { line.clear() }
    let order: Concordance.Order =
      switch sort {
      case .text: .text
      case .left: .left
      case .right: .right
      case .match: .match
      }
    let found = try CorpusConcordance(
      part.asked(), in: part.texts(), sortedBy: order, limit: limit, width: width, progress: line.show)
    line.clear()
    print(output.render(found.grid) { found.json.text(pretty: true) })
    if found.matches == 0 { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}
