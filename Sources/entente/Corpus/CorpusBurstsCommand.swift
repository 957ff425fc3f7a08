import ArgumentParser
import Discourse
import Workbench

struct CorpusBurstsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bursts",
    abstract: "Find texts that are one, nearly, and that many accounts published within a short time.",
    discussion: """
      An account is an author, or the outlet where no author is known. Such texts are flagged as coordinated, with their documents, accounts and dates as evidence; \
      a campaign publishes so, and so do petitions, buttons to share and the customers of a news agency. Nothing is said of who or what is behind an account. \
      Documents whose day or account is not known are left aside, and told.

      CSV lists the documents of the bursts.

      entente corpus bursts posts --accounts 10 --window 1d

      Exits with 1 when there is none.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var output: FormatOption
  @Argument(help: "The corpus.") var name: String
  @Option(help: "The least number of accounts.") var accounts = 5
  @Option(help: "How many days after the first, as 1d; 0d for one day.") var window = "1d"
  @Option(help: "Words a run, by which texts are compared.") var shingle = 3
  @Option(help: "The least share of the runs of either text that both have.") var resemblance = 0.8
  @Option(help: "At most so many bursts.") var limit = 50

  func validate() throws {
    try checked("--accounts", accounts, 2...1_000_000, "accounts")
    try checked("--shingle", shingle, 1...100, "words")
    try checked("--limit", limit, 0...1_000_000, "bursts")
    guard resemblance > 0, resemblance <= 1 else {
      throw ValidationError("--resemblance '\(resemblance)': expected a share above 0, and 1 at most.")
    }
    guard days != nil else { throw ValidationError("--window '\(window)': expected days, as 1d.") }
  }

  private var days: Int? { DayCount.read(window) }

  func run() throws {
    let line = ProgressLine(name)
    defer { line.clear() }
    let found = try CorpusBursts(
      name, archive.openForReading(), rule: Burst.Rule(accounts: accounts, window: days ?? 1),
      shingle: shingle,
      resemblance: resemblance, progress: line.show)
    line.clear()
    let table =
      output.chosen == .csv
      ? CorpusBurstsText.evidence(found, limit: limit) : CorpusBurstsText.summary(found, limit: limit)
    print(output.render(table) { CorpusBurstsText.json(found, limit: limit).text(pretty: true) })
    if found.count == 0 { throw ExitCode(Failure.Code.dataSayNo.rawValue) }
  }
}
