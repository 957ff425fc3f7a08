import Archive
import Chronology
import Workbench

/// A corpus: how much it has of what.
struct CorpusPage: Page {
  static let template = "corpus"

  struct Cluster: Sendable {
    let documents: String
    let earliest: DocumentView
  }

  struct Copies: Sendable {
    let rule: String
    let exactGroups: String
    let clusters: String
    let duplicates: String
    /// What has come in since they were looked for; nil where nothing has.
    let later: String?
    let list: [Cluster]?
    let previous: String?
    let next: String?
  }

  let title: String
  let address: String
  /// Its address without what is asked.
  let base: String
  let downloads: [Link]
  let head: CorpusHead
  let name: String
  let lead: String
  let search: String
  let parts: [Choice]
  let units: [Choice]
  let trouble: String?
  let chart: String?
  let chartLabel: String
  let periodHead: String
  /// Of the periods, the outlets and the languages; nil where there is none.
  let periods: Fragment?
  let periodNote: String?
  let outlets: Fragment?
  let outletNote: String?
  let languages: Fragment?
  /// Nil where they were not looked for.
  let copies: Copies?
  let command: String
  /// Its address, while its documents are being counted.
  let waiting: String?
  var isLive: Bool { true }
  var isProvisional: Bool { waiting != nil }
  var hasCharts: Bool { chart != nil || waiting != nil }

  /// Rows of a table on the page; the rest is in the data.
  private static let shown = 600
  private static let outletsShown = 100
  /// Up to so many, months tell more.
  private static let fewYears = 3

  init(_ count: CorpusCount, _ record: Record) throws {
    let corpus = try record.archive.corpus(count.corpus)
    name = corpus.name.onPage
    title = "Corpus \(corpus.name.onPage)"
    base = Address.corpus(corpus.name)
    address = Address.asking(base, count.values + [("from", count.first == 0 ? nil : String(count.first))])
    head = CorpusHead(corpus.name, at: .corpus)
    lead = Self.lead(corpus)
    search = Address.corpus(corpus.name, .search)
    command = "entente corpus dedupe \(corpus.name.onPage)"
    let profile = try CorpusProfile?(whenReady: { try record.profile(ofCorpus: corpus.name) })
    let isShort = try (profile?.rows(by: .year, counting: .document).count ?? 0) <= Self.fewYears
    let period = count.part == .month || !count.isPartAsked && isShort ? CorpusProfile.Part.month : .year
    parts = [CorpusProfile.Part.year, .month].map { Choice($0.rawValue, $0.rawValue, isChosen: $0 == period) }
    let offered = corpus.duplicates == nil ? [CorpusProfile.Unit.document] : CorpusProfile.Unit.allCases
    units = offered.map { Choice($0.rawValue, $0.text, isChosen: $0 == count.unit) }
    periodHead = period == .year ? "Year" : "Month"
    let values = [("by", period.rawValue), ("count", count.unit.rawValue)] as [(String, String?)]
    downloads =
      Link.data(Address.asking(Address.corpusData(corpus.name), values))
      + [
        Link(
          address: Address.asking(
            Address.corpusData(corpus.name), [("by", "outlet"), values[1], ("format", "csv")]),
          text: "Outlets (CSV)")
      ]
    copies = try corpus.duplicates.map { try Copies($0, corpus, count, record.archive) }
    waiting = profile == nil ? address : nil
    guard offered.contains(count.unit) else {
      trouble =
        "Copies were not looked for in this corpus, so that they cannot be counted once: \(command) does it."
      (chart, chartLabel, periods, periodNote, outlets, outletNote, languages) = (
        nil, "", nil, nil, nil, nil, nil
      )
      return
    }
    trouble = nil
    let rows = try profile?.rows(by: period, counting: count.unit) ?? []
    chart = rows.isEmpty ? nil : Address.asking(Address.corpusData(corpus.name) + "/chart", values)
    chartLabel = "Documents by \(period.rawValue) as bars. The table below has the same."
    periods = rows.isEmpty ? nil : Self.rows(rows.prefix(Self.shown))
    periodNote = Self.note(profile, count.unit, period, rows)
    let byOutlet = try profile?.rows(by: .outlet, counting: count.unit) ?? []
    outlets = byOutlet.contains { $0.key != nil } ? Self.rows(byOutlet.prefix(Self.outletsShown)) : nil
    outletNote =
      byOutlet.count > Self.outletsShown
      ? "The \(Self.outletsShown) with the most of \(byOutlet.count). All are in the data." : nil
    let byLanguage = try profile?.rows(by: .language, counting: count.unit) ?? []
    languages = byLanguage.contains { $0.key != nil } ? Self.rows(byLanguage.prefix(Self.outletsShown)) : nil
  }

  private static func lead(_ corpus: Corpus) -> String {
    let outside =
      corpus.withoutText == 0
      ? "" : " Of \(corpus.withoutText.of("document")) the text is kept outside the archive."
    return
      (corpus.documents.of("document") + (corpus.spanText.map { ", \($0)" } ?? "") + "." + outside)
      .withGroupedDigits
  }

  private static func note(
    _ profile: CorpusProfile?, _ unit: CorpusProfile.Unit, _ part: CorpusProfile.Part,
    _ rows: [CorpusProfile.Row]
  ) -> String? {
    guard let profile else { return nil }
    let undated = profile.undated(unit) ?? 0
    var notes: [String] = []
    if undated > 0 {
      notes.append(
        "\(undated.of("document")) without a date \(undated == 1 ? "is" : "are") of no \(part.rawValue).")
    }
    if rows.contains(where: { !$0.count.isExact }) {
      notes.append(
        "3–5 means that three are of that \(part.rawValue) for certain, and two more may be. Full bar: certain. Faint bar: possible."
      )
    }
    if rows.count > shown { notes.append("The first \(shown) of \(rows.count); all are in the data.") }
    if rows.isEmpty, undated < profile.corpus.documents {
      notes.append("Dates are so far apart that there would be too many to show: look for a slip in them.")
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ").withGroupedDigits
  }

  private static func rows(_ rows: ArraySlice<CorpusProfile.Row>) -> Fragment {
    var fragment = Fragment()
    for row in rows {
      fragment.add("<tr><th scope=\"row\">")
      if let key = row.key {
        fragment.add("<bdi>")
        fragment.add(text: key.onPage)
        fragment.add("</bdi>")
      } else {
        fragment.add("<span class=\"soft\">not known</span>")
      }
      fragment.add("</th><td class=\"number\">")
      fragment.add(text: row.count.description.withGroupedDigits)
      fragment.add("</td></tr>\n")
    }
    return fragment
  }
}

extension CorpusPage.Copies {
  fileprivate init(
    _ summary: DuplicateSummary, _ corpus: Corpus, _ count: CorpusCount, _ archive: ArchiveStore
  ) throws {
    rule = summary.rule.sentence
    exactGroups = String(summary.exactGroups).withGroupedDigits
    clusters = String(summary.clusters).withGroupedDigits
    duplicates = String(summary.duplicates).withGroupedDigits
    let since = corpus.documents - corpus.withoutText - summary.documents
    later = since == 0 ? nil : "The corpus has changed since they were looked for."
    let found = try CorpusClusters(count, archive)
    list =
      found.clusters.map { documents, earliest in
        CorpusPage.Cluster(
          documents: String(documents), earliest: DocumentView(earliest, of: corpus.name))
      }.unlessEmpty
    func page(_ first: Int) -> String {
      Address.asking(
        Address.corpus(corpus.name), count.values + [("from", first == 0 ? nil : String(first))]) + "#copies"
    }
    previous = count.first == 0 ? nil : page(max(0, count.first - CorpusClusters.page))
    next = found.next.map(page)
  }
}
