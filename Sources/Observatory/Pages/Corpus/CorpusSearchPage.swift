import Archive
import Chronology
import Discourse
import Workbench

/// Documents of a corpus that are found.
struct CorpusSearchPage: Page {
  static let template = "corpussearch"

  struct Row: Sendable {
    let document: DocumentView
    let copies: String?
    /// What is found, marked, with some of what stands around it.
    let excerpt: Fragment
  }

  let title: String
  let address: String
  let base: String
  let downloads: [Link]
  let head: CorpusHead
  let query: String
  let from: String
  let to: String
  let outlet: String
  let trouble: String?
  /// Nil where nothing is asked, or what is asked cannot be read.
  let count: String?
  let outlets: [Jump]?
  let rows: [Row]?
  let span: String?
  let previous: String?
  let next: String?
  var isLive: Bool { true }

  private static let outletsShown = 12

  init(_ asked: DocumentSearch, _ found: DocumentSearch.Found?) { self.init(asked, found, trouble: nil) }

  init(_ asked: DocumentSearch, trouble: Trouble) { self.init(asked, nil, trouble: trouble.detail) }

  private init(_ asked: DocumentSearch, _ found: DocumentSearch.Found?, trouble: String?) {
    func field(_ name: String) -> String { (asked.values[name] ?? "").onPage }
    title = (asked.text.map { "\($0.onPage) in \(asked.corpus.onPage)" } ?? "Search \(asked.corpus.onPage)")
    let base = Address.corpus(asked.corpus, .search)
    self.base = base
    address = asked.address(base, first: asked.first)
    head = CorpusHead(asked.corpus, at: .search)
    downloads =
      found == nil
      ? [] : Link.data(asked.address(Address.corpusData(asked.corpus, .search), first: asked.first))
    (query, from, to, outlet) = (
      (asked.text ?? "").shown(atMost: 400), field("from"), field("to"), field("outlet")
    )
    self.trouble = trouble
    count = found.map(Self.count)
    let asksOutlet = asked.values["outlet"] != nil
    outlets =
      asksOutlet || found.map { $0.answer.outlets.count < 2 } ?? true
      ? nil
      : found?.answer.outlets.prefix(Self.outletsShown).map { outlet in
        Jump(
          text: outlet.outlet?.onPage ?? "not known", count: String(outlet.documents).withGroupedDigits,
          address: outlet.outlet.map { Address.asking(asked.address(base), [("outlet", $0)]) }, isHere: false)
      }
    rows =
      found?.answer.documents.map { document in
        Row(
          document: DocumentView(document, of: asked.corpus),
          copies: document.copies.flatMap { $0 > 1 ? "one of \($0) copies" : nil },
          excerpt: Self.excerpt(found?.search.piece(of: document)))
      }.unlessEmpty
    let last = asked.first + (found?.answer.documents.count ?? 0)
    span =
      found.flatMap { found in
        found.answer.documents.count == found.answer.found || found.answer.documents.isEmpty
          ? nil : "\(asked.first + 1) to \(last), the most relevant first".withGroupedDigits
      }
    previous =
      asked.first == 0 ? nil : asked.address(base, first: max(0, asked.first - DocumentSearch.page))
    next = found?.next.map { asked.address(base, first: $0) }
  }

  private static func count(_ found: DocumentSearch.Found) -> String {
    let answer = found.answer
    let copies = answer.distinct.map { $0 == answer.found ? "" : ", \($0) when copies count once" } ?? ""
    let more = answer.isMore ? "; they are ranked among the first \(answer.found)" : ""
    return ((answer.isMore ? "More than " : "") + answer.found.of("document") + copies + more)
      .withGroupedDigits
  }

  private static func excerpt(_ excerpt: Excerpt?) -> Fragment {
    var fragment = Fragment()
    guard let excerpt else { return fragment }
    if excerpt.isCutBefore { fragment.add("…") }
    for part in excerpt.parts {
      if part.isFound { fragment.add("<mark>") }
      fragment.add(text: String(part.text.asWritten.unicodeScalars.prefix(2_000)))
      if part.isFound { fragment.add("</mark>") }
    }
    if excerpt.isCutAfter { fragment.add("…") }
    return fragment
  }
}

enum CorpusSearchTemplate {
  static let text = """
    {{<layout}}{{$main}}
    {{#page.head}}{{> corpushead}}{{/page.head}}
    <h1>Search the documents</h1>
    <form class="ask" action="{{page.base}}" aria-label="What to look for">
    <label class="wide" for="words">Words<input id="words" name="q" value="{{page.query}}" maxlength="400" autocomplete="off" dir="auto"></label>
    <label for="from">From<input id="from" name="from" value="{{page.from}}" placeholder="2014" maxlength="200"></label>
    <label for="to">To<input id="to" name="to" value="{{page.to}}" placeholder="2017-06" maxlength="200"></label>
    <label for="outlet">Outlet<input id="outlet" name="outlet" value="{{page.outlet}}" maxlength="200"></label>
    <button type="submit">Search</button>
    </form>
    <div id="results">
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.count}}<p class="lead" role="status">{{.}}</p>{{/page.count}}
    {{^page.count}}<p class="soft">All words must be there. "trade war" in quotes is these words side by side; partner* is any word that begins so; \
    a OR b is either; a NOT b is a without b. Case and accents do not matter. Chinese is found wherever its characters stand together.</p>{{/page.count}}
    {{#page.outlets}}<a class="pill" href="{{address}}"><bdi>{{text}}</bdi> <span class="soft">{{count}}</span></a> {{/page.outlets}}
    {{#page.span}}<p class="soft">{{.}}</p>{{/page.span}}
    <ol class="found">
    {{#page.rows}}<li><a href="{{document.link.address}}"><bdi>{{document.link.text}}</bdi></a> <span class="soft"><bdi>{{document.imprint}}</bdi></span>\
    {{#.copies}} <span class="tag">{{.}}</span>{{/.copies}}<p dir="auto">{{{excerpt.markup}}}</p></li>
    {{/page.rows}}
    </ol>
    {{#page.previous}}<p><a href="{{.}}" rel="prev">The ones before</a></p>{{/page.previous}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    </div>
    {{/main}}{{/layout}}
    """
}
