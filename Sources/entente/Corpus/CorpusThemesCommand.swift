public import ArgumentParser
import Diplomacy
public import Workbench

struct CorpusThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Tell the shares of themes, with intervals, and how they differ from year to year.",
    discussion: """
      Counted is what is settled: what was decided, and else what all coders of a document agree on. What they disagree on is a bound: \
      certain … possible. Documents that nobody coded are not counted, and told.

      entente corpus themes news --by year
      entente corpus themes news --by outlet --count cluster --compare ANSA,Xinhua
      """)

  @OptionGroup var desk: DeskOption
  @OptionGroup var output: FormatOption
  @Option(help: "What the corpus is parted by: \(words(ThemeQuestion.Part.self)).") var by = ThemeQuestion
    .Part.year
  @Option(help: "What counts once: \(words(ThemeQuestion.Unit.self)) (of copies of one text).")
  var count = ThemeQuestion.Unit.document
  @Option(
    help:
      "Codes, with semicolons between: ids, paths or names, with what is nested in them. (default: those at the top)"
  )
  var codes: String?
  @Option(help: "Two parts, with a comma between. (default: each year or month with the one before)")
  var compare: String?

  private static func words<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> String {
    Word.allCases.map(\.rawValue).joined(separator: ", ")
  }

  func run() throws {
    let question = ThemeQuestion(
      part: by, unit: count, codes: codes?.split(separator: ";").map { $0.trimmingSpaces() },
      pair: try compare.map(ThemeQuestion.pair))
    let report = try ThemeReport(try desk.desk(try desk.archive.openForReading()), question)
    guard output.chosen != .json else { return print(ThemeReportText.json(report).text(pretty: true)) }
    print(ThemeReportText.grids(report).map { grid in output.render(grid) { "" } }.joined(separator: "\n\n"))
  }
}

extension ThemeQuestion.Part: ExpressibleByArgument {}
extension ThemeQuestion.Unit: ExpressibleByArgument {}
