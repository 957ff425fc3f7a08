import Archive

/// What a search finds.
struct SearchPage: Page {
  static let template = "search"

  struct Found: Sendable {
    let kind: String
    let id: String
    let title: String
    /// Its page; nil where it has none.
    let address: String?
  }

  let title: String
  let address: String
  let downloads: [Link]
  let query: String
  /// Nil where nothing was found.
  let found: [Found]?
  let count: Int
  var isLive: Bool { true }

  init(_ query: String, _ matches: [Match]) {
    self.query = query.onPage
    title = query.isEmpty ? "Search" : "Search: \(query.onPage)"
    address = Address.search(query)
    let data = "/api/v1" + address
    downloads = Link.data(data)
    count = matches.count
    found =
      matches.isEmpty
      ? nil
      : matches.map { match in
        Found(
          kind: match.kind, id: match.id.onPage, title: match.title.onPage,
          address: Address.page(of: match.kind, match.id))
      }
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>Search</h1>
    <div id="results" hx-get="/search" hx-trigger="input changed delay:200ms from:#search" hx-include="#search" hx-select="#results" \
    hx-swap="outerHTML" hx-push-url="true">
    <p class="lead" role="status">{{page.count}} found for “<bdi>{{page.query}}</bdi>”</p>
    <ol class="found">
    {{#page.found}}<li><span class="tag">{{kind}}</span> {{#.address}}<a href="{{.}}"><bdi>{{title}}</bdi></a>{{/.address}}\
    {{^.address}}<bdi>{{title}}</bdi>{{/.address}} <code class="soft">{{id}}</code></li>
    {{/page.found}}
    </ol>
    {{^page.found}}<p>Every word must be in the name; the last may be a beginning. Case and accents do not matter: Lodz finds Łódź. Chinese is \
    found by substring.</p>{{/page.found}}
    </div>
    {{/main}}{{/layout}}
    """
}
