public import ArgumentParser
public import Discourse
import Workbench

struct CorpusCareerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "career",
    abstract:
      "Follow a word or phrase through time: how frequent it was, what stood before it, and since when.",
    discussion: """
      Counts are by month, year or decade, certainly and possibly where dates are vague, and by the million words. What stands before the word \
      (trade partner, strategic partner; 战略, 全面战略 before 伙伴关系) is listed with its first appearance.

      entente corpus career news "partner*" --by decade
      entente corpus career cctv 伙伴关系 --by year --json

      Exits with 1 when nothing is found.
      """)

  @OptionGroup var part: CorpusPartOptions
  @Option(help: "month, year or decade.") var by = Career.Period.Length.year
  @Option(help: "How many words before it are looked at.") var before = 2
  @Option(help: "At most so many of what stands before it.") var limit = 20
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    try checked("--before", before, 0...10, "words")
    try checked("--limit", limit, 0...100_000, "lines")
  }

  func run() throws {
    let line = ProgressLine(part.name)
    defer { line.clear() }
    let found = try CorpusCareer(
      part.asked(), in: part.texts(), by: by, modifierWords: before, limit: limit, progress: line.show)
    line.clear()
    print(json ? found.json.text(pretty: true) : found.grids.map(\.markdown).joined(separator: "\n\n"))
    if found.matches == 0 { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}

extension Career.Period.Length: ExpressibleByArgument {}
