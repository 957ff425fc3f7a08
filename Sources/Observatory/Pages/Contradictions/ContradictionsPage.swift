import Archive
import Chronology
import Diplomacy
import Workbench

/// The contradictions on record, those that a visitor looks for.
struct ContradictionsPage: Page {
  static let template = "contradictionlist"

  struct Row: Sendable {
    let view: ContradictionView
    let address: String
    let weight: String
  }

  let title = "Contradictions"
  let address: String
  let downloads: [Link]
  let query: String
  let type: String
  let types: [Choice]
  let jumps: [Jump]
  let count: String
  let rows: [Row]?
  let next: String?
  /// Where the page is to be asked for again, while what hangs on them is being weighed.
  let waiting: String?
  let isProvisional: Bool
  var isLive: Bool { true }

  init(_ wanted: ContestFilter, _ page: ContestList.Page, weights: Weights, in record: Record) throws {
    address = wanted.address(type: wanted.type, after: wanted.after)
    downloads = Link.data("/api/v1" + address, table: "/api/v1" + wanted.address(type: wanted.type))
    query = wanted.query.onPage
    type = wanted.type?.rawValue ?? ""
    let everything = page.counts.map(\.count).reduce(0, +)
    let counts = [(type: ContradictionType?.none, count: everything)] + page.counts.map { ($0, $1) }
    jumps = counts.map { type, count in
      Jump(
        text: type?.rawValue ?? "all", count: "\(count)", address: wanted.address(type: type),
        isHere: type == wanted.type)
    }
    types = counts.map { type, count in
      Choice(
        type?.rawValue ?? "", "\(type?.rawValue ?? "all") (\(count))", isChosen: type == wanted.type)
    }
    count = page.count.of("contradiction")
    let statements = Dictionary(
      try record.statements(on: page.contests).map { ($0.statement.id, $0) }
    ) { first, _ in first }
    let titles = try Titles(record.archive)
    rows =
      page.contests.map { contest in
        Row(
          view: ContradictionView(contest.contradiction, statements: statements, titles: titles),
          address: Address.contradiction(contest.contradiction.id),
          weight: WeightView(contest.contradiction, weights).summary)
      }.unlessEmpty
    next = page.next.map { wanted.address(type: wanted.type, after: $0) }
    isProvisional = weights.isWeighing && rows != nil
    waiting = isProvisional ? address : nil
  }
}

enum ContradictionsTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <h1>Contradictions</h1>
    <p class="lead">Statements of one rank that cannot all be true of one thing. None is settled by hand: every reading is carried, as \
    bounds, until a new statement settles it.</p>
    <form class="filter" action="/contradictions">
    <label>Words <input name="q" value="{{page.query}}" maxlength="200" autocomplete="off"></label>
    <label>Type <select name="type">{{#page.types}}{{> choice}}{{/page.types}}</select></label>
    <button>Show</button>
    </form>
    {{#page}}{{> jumps}}{{/page}}
    <div id="contests"{{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:2s" hx-select="#contests" hx-swap="outerHTML"{{/page.waiting}}>
    <p role="status">{{page.count}}</p>
    {{#page.rows}}
    <article class="contest" aria-label="Contradiction">
    <h2 class="small"><span class="tag">{{view.type}}</span> <a href="{{address}}"><bdi>{{view.what}}</bdi></a></h2>
    <ul class="rivals">
    {{#view.rivals}}<li><b><bdi>{{value}}</bdi></b>
    <ul>{{#places}}<li class="soft"><cite title="{{title}}"><bdi>{{source}}</bdi></cite>, <bdi>{{locator}}</bdi></li>{{/places}}</ul>
    {{#.more}}<p class="soft">{{.}}</p>{{/.more}}</li>
    {{/view.rivals}}
    </ul>
    <p class="soft">{{weight}}.{{#view.rule}} Found by the rule {{.}}.{{/view.rule}}</p>
    </article>
    {{/page.rows}}
    {{^page.rows}}<p>None of those on record has all these words.</p>{{/page.rows}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    </div>
    {{/main}}{{/layout}}
    """
}
