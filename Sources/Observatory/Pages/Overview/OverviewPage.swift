import Archive
import Workbench

/// The first page: how much is on record, what happened last, what is contested, how the published figures fared.
struct OverviewPage: Page {
  static let template = "overview"
  static let shownEvents = 10

  struct Tally: Sendable {
    let what: String
    let count: Int
    /// Where those are that are counted, of contradictions.
    let address: String

    init(_ tally: RecordSummary.Tally) {
      (what, count) = (tally.what, tally.count)
      address = "/contradictions?type=" + Address.value(tally.what)
    }
  }

  let title = "Overview"
  let address = "/"
  let downloads = [Link(address: "/api/v1/overview", text: "JSON")]
  let tallies: [Tally]
  let contested: [Tally]
  /// Nil while the record is being counted.
  let contradictionCount: Int?
  /// Nil while the partnerships are being placed.
  let map: MapView?
  var hasMap: Bool { true }
  /// "1972 to 2021"; nil where nothing is dated.
  let span: String?
  let events: [HappeningView]
  let statuses: [String]
  let studies: [StudyRow]
  /// Whether any study is of a document that the archive has.
  let hasStudies: Bool
  /// Whether the numbers, the map, and a study, are still being made.
  let awaitsCounts: Bool
  let awaitsMap: Bool
  let awaitsStudies: Bool
  var isProvisional: Bool { awaitsCounts || awaitsMap || awaitsStudies }
  var isLive: Bool { isProvisional }

  init(_ summary: RecordSummary?, latest: [Dossier.Happening], map: MapView?, studies: [StudyRow]) {
    tallies = summary?.tallies.map(Tally.init) ?? []
    contested = summary?.contested.map(Tally.init) ?? []
    contradictionCount = summary?.contested.map(\.count).reduce(0, +)
    span =
      if let earliest = summary?.earliest, let latest = summary?.latest {
        "\(earliest.prefix(4)) to \(latest.prefix(4))"
      } else { nil }
    self.map = map
    events = latest.map { HappeningView($0) }
    statuses = CheckStatus.words
    self.studies = studies
    hasStudies = !studies.isEmpty
    (awaitsCounts, awaitsMap) = (summary == nil, map == nil)
    awaitsStudies = studies.contains(where: \.isWaiting)
  }
}
