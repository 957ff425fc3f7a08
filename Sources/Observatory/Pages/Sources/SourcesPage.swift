import Chronology
import Workbench

/// The sources, and their parts of the record.
struct SourcesPage: Page {
  static let template = "sourcelist"

  struct Row: Sendable {
    let link: Link
    let id: String
    let issued: String
    let statements: String
    let entities: String
    let share: String
  }

  let title = "Sources"
  let address: String
  let downloads: [Link]
  let query: String
  let count: String
  let rows: [Row]?
  let hasRows: Bool
  let next: String?

  init(_ wanted: SourceListFilter, _ page: SourceListFilter.Page) {
    address = wanted.address(after: wanted.after)
    downloads = Link.data("/api/v1" + address, table: "/api/v1" + wanted.address(after: nil))
    query = wanted.query.onPage
    count = page.count.of("source")
    rows =
      page.shares.map { share in
        Row(
          link: Link(
            address: Address.source(share.id), text: (share.title.isEmpty ? share.id : share.title).onPage),
          id: share.id.onPage, issued: share.issued.onPage, statements: "\(share.statements)",
          entities: "\(share.entities)", share: share.share.map { "\($0.brief) %" } ?? "")
      }.unlessEmpty
    hasRows = rows != nil
    next = page.next.map { wanted.address(after: $0) }
  }
}

enum SourcesTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <h1>Sources</h1>
    <p class="lead">Each statement on record has one of them, and the place in it.</p>
    <form class="filter" action="/sources"><label>Words <input name="q" value="{{page.query}}" maxlength="200" autocomplete="off"></label> <button>Show</button></form>
    <p role="status">{{page.count}}</p>
    {{^page.rows}}<p>None of those on record has all these words.</p>{{/page.rows}}
    {{#page.hasRows}}<div class="scroll" role="region" tabindex="0" aria-label="Sources"><table class="stack brief">
    <thead><tr><th scope="col">Source</th><th scope="col">Issued</th><th scope="col" class="number">Statements</th>\
    <th scope="col" class="number">Entities</th><th scope="col" class="number">Share of the record</th></tr></thead><tbody>
    {{#page.rows}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft"><bdi>{{id}}</bdi></span></th><td data-head="Issued">{{issued}}</td>\
    <td class="number" data-head="Statements">{{statements}}</td><td class="number" data-head="Entities">{{entities}}</td><td class="number" data-head="Share of the record">{{share}}</td></tr>
    {{/page.rows}}
    </tbody></table></div>{{/page.hasRows}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    {{/main}}{{/layout}}
    """
}
