import Archive
import Workbench

/// The first page: how much is on record, what happened last, what is contested, how the published figures fared.
struct OverviewPage: Page {
  static let template = "overview"
  static let shownEvents = 10

  struct Tally: Sendable {
    let what: String
    let count: Int

    init(_ tally: RecordSummary.Tally) { (what, count) = (tally.what, tally.count) }
  }

  struct StudyRow: Sendable {
    let title: String
    /// In the order of `CheckStatus`.
    let counts: [Int]
  }

  let title = "Overview"
  let address = "/"
  let downloads = [Link(address: "/api/v1/overview", text: "JSON")]
  let tallies: [Tally]
  let contested: [Tally]
  let contradictionCount: Int
  /// "1972 to 2021"; nil where nothing is dated.
  let span: String?
  let events: [HappeningView]
  let statuses: [String]
  let studies: [StudyRow]

  init(
    _ summary: RecordSummary, latest: [Dossier.Happening], checks: [(study: Study, results: [CheckResult])]
  ) {
    tallies = summary.tallies.map(Tally.init)
    contested = summary.contested.map(Tally.init)
    contradictionCount = summary.contested.map(\.count).reduce(0, +)
    span =
      if let earliest = summary.earliest, let latest = summary.latest {
        "\(earliest.prefix(4)) to \(latest.prefix(4))"
      } else { nil }
    events = latest.map { HappeningView($0) }
    statuses = CheckStatus.words
    studies = checks.map { study, results in
      StudyRow(
        title: study.title.onPage,
        counts: CheckStatus.allCases.map { status in results.count { $0.status == status } })
    }
  }
}
