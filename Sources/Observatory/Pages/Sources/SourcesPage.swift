import Workbench

/// All sources, and their parts of the record.
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
  let address = "/sources"
  let downloads = [
    Link(address: "/api/v1/sources", text: "JSON"), Link(address: "/api/v1/sources?format=csv", text: "CSV"),
  ]
  let count: String
  let rows: [Row]

  init(_ shares: [SourceShare]) {
    count = shares.count.of("source")
    rows = shares.map { share in
      Row(
        link: Link(
          address: Address.source(share.id), text: (share.title.isEmpty ? share.id : share.title).onPage),
        id: share.id.onPage, issued: share.issued.onPage, statements: "\(share.statements)",
        entities: "\(share.entities)", share: share.share.map { "\($0.brief) %" } ?? "")
    }
  }
}

enum SourcesTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <h1>Sources</h1>
    <p class="lead">{{page.count}}. Each statement on record has one of them, and the place in it.</p>
    <div class="scroll" role="region" tabindex="0" aria-label="Sources"><table>
    <thead><tr><th scope="col">Source</th><th scope="col">Issued</th><th scope="col" class="number">Statements</th>\
    <th scope="col" class="number">of entities</th><th scope="col" class="number">Share</th></tr></thead><tbody>
    {{#page.rows}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft"><bdi>{{id}}</bdi></span></th><td>{{issued}}</td>\
    <td class="number">{{statements}}</td><td class="number">{{entities}}</td><td class="number">{{share}}</td></tr>
    {{/page.rows}}
    </tbody></table></div>
    {{/main}}{{/layout}}
    """
}
