import Archive
import Workbench

/// The corpora on record.
struct CorporaPage: Page {
  static let template = "corpora"

  struct Row: Sendable {
    let link: Link
    let documents: String
    let span: String
    /// As what follows: what is still being counted says so.
    let outlets: String
    let languages: String
    let clusters: String
    let coding: String
  }

  let title = "Corpora"
  let address = "/corpora"
  let downloads: [Link]
  let rows: [Row]?
  let hasRows: Bool
  /// Its address, while something is being counted.
  let waiting: String?
  var isLive: Bool { true }
  var isProvisional: Bool { waiting != nil }

  init(_ record: Record) throws {
    let corpora = try record.archive.corpora()
    let profiles = try corpora.map { corpus in
      try CorpusProfile?(whenReady: { try record.profile(ofCorpus: corpus.name) })
    }
    let waves = try record.archive.query("SELECT corpus, count(*) FROM wave GROUP BY corpus").rows
    let counts = Dictionary(uniqueKeysWithValues: waves.map { ($0[0].text, Int($0[1].number ?? 0)) })
    rows = try zip(corpora, profiles).map { corpus, profile in
      let books = try record.archive.codebooks(of: corpus.name)
      return Row(corpus, profile, books, waves: counts[String(corpus.id)] ?? 0)
    }.unlessEmpty
    hasRows = rows != nil
    downloads = Link.data("/api/v1/corpora")
    waiting = profiles.contains { $0 == nil } ? "/corpora" : nil
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>Corpora</h1>
    <p class="lead">Articles, posts and speeches: what was published. They are searched, read and counted here, with copies of one text counted once where they were looked for.</p>
    {{^page.rows}}<p>There is none in this archive yet. Documents come in from a table, JSON or a folder:</p>
    <pre><code>entente corpus import news.csv --name news --id id --text body --title headline --date day --outlet paper
    entente corpus dedupe news</code></pre>{{/page.rows}}
    {{#page.hasRows}}<div id="corpora" class="scroll" role="region" tabindex="0" aria-label="Corpora"\
    {{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:2s" hx-select="#corpora" hx-swap="outerHTML"{{/page.waiting}}><table class="stack brief">
    <thead><tr><th scope="col">Corpus</th><th scope="col" class="number">Documents</th><th scope="col">From – to</th><th scope="col">Outlets</th>\
    <th scope="col">Languages</th><th scope="col">Copies</th><th scope="col">Coding</th></tr></thead><tbody>
    {{#page.rows}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a></th><td class="number" data-head="Documents">{{documents}}</td>\
    <td class="whole" data-head="From – to">{{span}}</td><td data-head="Outlets">{{outlets}}</td><td data-head="Languages"><bdi>{{languages}}</bdi></td>\
    <td data-head="Copies">{{clusters}}</td><td data-head="Coding"><bdi>{{coding}}</bdi></td></tr>
    {{/page.rows}}
    </tbody></table></div>{{/page.hasRows}}
    {{/main}}{{/layout}}
    """
}

extension CorporaPage.Row {
  fileprivate init(_ corpus: Corpus, _ profile: CorpusProfile?, _ books: [String], waves: Int) {
    link = Link(address: Address.corpus(corpus.name), text: corpus.name.onPage)
    documents = String(corpus.documents).withGroupedDigits
    span = corpus.spanText ?? "not known"
    outlets =
      profile.map { $0.outlets == 0 ? "not known" : String($0.outlets).withGroupedDigits } ?? Self.waiting
    languages =
      profile.map { $0.languages.isEmpty ? "not known" : $0.languages.joined(separator: ", ").onPage }
      ?? Self.waiting
    clusters =
      corpus.duplicates.map {
        $0.clusters == 0
          ? "none found"
          : "\($0.duplicates.of("copy", "copies")) in \($0.clusters.of("cluster"))".withGroupedDigits
      } ?? "not looked for"
    coding =
      books.isEmpty
      ? "none" : books.joined(separator: ", ").onPage + (waves == 0 ? "" : "; \(waves.of("wave"))")
  }

  private static let waiting = "being counted"
}

extension Corpus {
  /// From the first to the last day of its documents; nil where no date is known.
  var spanText: String? {
    guard earliest != nil || latest != nil else { return nil }
    return "\(earliest ?? "open") – \(latest ?? "open")"
  }
}

extension Int {
  /// So many of what the nouns name.
  func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
