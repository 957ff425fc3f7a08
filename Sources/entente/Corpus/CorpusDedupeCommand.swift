import ArgumentParser
import Discourse
import Workbench

struct CorpusDedupeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Find documents that are one text, nearly, and keep which.",
    discussion: """
      Two texts are one where they share enough of all runs of some words (resemblance), or a short one's runs are nearly all in a long one \
      (containment), and they came out within the window. Every pair is compared for what it is; a chain of look-alikes makes no large cluster. \
      What was found last is kept in the archive with its rule, and counts are given with and without copies.

      --json prints {documents, exact_groups, clusters, duplicates, …}; --pairs writes a,b,resemblance,containment.
      """)

  @OptionGroup var archive: ArchiveOption
  @Argument(help: "The corpus.") var name: String
  @Option(help: "Words a run.") var shingle = 5
  @Option(help: "The least share of the runs of either text that both have.") var resemblance = 0.5
  @Option(help: "The least share of the shorter text's runs that the longer has, too.") var containment = 0.8
  @Option(help: "How far apart in time: 7d, or any.") var window = "7d"
  @Option(help: "Write the pairs to this file, as CSV.", completion: .file()) var pairs: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...100).contains(shingle) else {
      throw ValidationError("--shingle '\(shingle)': expected 1 to 100 words.")
    }
    for (option, share) in [("--resemblance", resemblance), ("--containment", containment)] {
      guard share > 0, share <= 1 else {
        throw ValidationError("\(option) '\(share)': expected a share above 0, and 1 at most.")
      }
    }
    guard window == "any" || days != nil else {
      throw ValidationError("--window '\(window)': expected days, as 7d, or any.")
    }
  }

  private var days: Int? { DayCount.read(window) }

  func run() throws {
    let store = try archive.openForWriting()
    let rule = DuplicateRule(
      shingle: shingle, resemblance: resemblance, containment: containment, window: days)
    let line = ProgressLine(name)
    defer { line.clear() }
    let found = try CorpusDuplicates.find(in: name, store, rule: rule, progress: line.show)
    try found.keep(in: store, at: Moment.now())
    let report = DuplicateReport(found, store)
    if let pairs { try report.writePairs(to: pairs) }
    line.clear()
    if json { return print(try report.json().text(pretty: true)) }
    print(try report.grids().map(\.markdown).joined(separator: "\n\n"))
  }
}
