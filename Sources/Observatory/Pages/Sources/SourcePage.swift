import Archive
import Chronology
import Diplomacy
import Workbench

/// A source: its imprint, its part of the record, whom it speaks of, and its statements, a page at a time.
struct SourcePage: Page {
  static let template = "source"

  struct Subject: Sendable {
    let link: Link
    let kind: String
    let count: String
  }

  /// A statement, and the page of what it speaks of; nil where that has none.
  struct Row: Sendable {
    let view: StatementView
    let page: String?
  }

  let title: String
  let address: String
  let downloads: [Link]
  let id: String
  let imprint: String
  let facts: [FactView]
  let jumps: [Jump]
  let subjects: [Subject]?
  let rows: [Row]?
  let next: String?

  init(_ profile: SourceProfile, _ wanted: SourceFilter, in archive: ArchiveStore) throws {
    let share = profile.share
    title = (share.title.isEmpty ? share.id : share.title).onPage
    id = share.id.onPage
    address = wanted.address(share.id, kind: wanted.kind, after: wanted.after)
    let data = "/api/v1/sources/" + address.dropFirst("/source/".count)
    downloads = Link.data(data)
    imprint = [profile.imprint, share.issued].filter { !$0.isEmpty }.joined(separator: ". ").onPage
    facts = [
      (
        "share of the record",
        "\(share.statements.of("statement"))\(share.share.map { ", \($0.brief) %" } ?? "")"
      ),
      ("speaks of", share.entities == 1 ? "1 entity" : "\(share.entities) entities"),
      ("reaches", profile.span.map { "from \($0.first) to \($0.last)" } ?? "over nothing dated"),
      (
        "census",
        profile.census.map { "counts \($0.of("partnership")): within it a zero means none" }
          ?? "none: what it does not name is not known to be absent"
      ),
      ("contested", "\(profile.contradictions.of("contradiction")) with a statement of it"),
    ].map { FactView(label: $0.0, value: $0.1) }
    jumps =
      [
        Jump(
          text: "all", count: "\(profile.kinds.map(\.statements).reduce(0, +))",
          address: Address.source(share.id), isHere: wanted.kind == nil)
      ]
      + profile.kinds.map { kind in
        Jump(
          text: "on \(kind.kind)s", count: "\(kind.statements)",
          address: wanted.address(share.id, kind: EntityKind(rawValue: kind.kind)),
          isHere: kind.kind == wanted.kind?.rawValue)
      }
    subjects =
      profile.subjects.map { subject in
        Subject(
          link: Link(address: Address.page(of: subject.kind, subject.id) ?? "/", text: subject.title.onPage),
          kind: subject.kind, count: subject.statements.of("statement"))
      }.unlessEmpty
    let found = try wanted.page(of: share.id, in: archive)
    rows =
      found.statements.map { logged in
        let entity = logged.statement.entity
        return Row(view: StatementView(logged), page: Address.page(of: entity.kind.rawValue, entity.id))
      }.unlessEmpty
    next = found.next.map { wanted.address(share.id, kind: wanted.kind, after: $0) }
  }
}

enum SourceTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <nav class="crumbs" aria-label="Where it sits"><a href="/sources">Sources</a> <span aria-hidden="true">▸</span></nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    <p class="soft"><bdi>{{page.imprint}}</bdi> <code>{{page.id}}</code></p>
    {{#page}}{{> facts}}{{/page}}
    <section aria-labelledby="subjects">
    <h2 id="subjects">Of whom it says most</h2>
    {{^page.subjects}}<p class="soft">Of no actor or partnership.</p>{{/page.subjects}}
    <ul class="circle">{{#page.subjects}}<li><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft">{{kind}}, {{count}}</span></li>
    {{/page.subjects}}</ul>
    </section>
    <section aria-labelledby="says">
    <h2 id="says">What it says</h2>
    {{#page}}{{> jumps}}{{/page}}
    {{^page.rows}}<p class="soft">Nothing of that kind.</p>{{/page.rows}}
    <ul class="statements">
    {{#page.rows}}<li id="{{view.id}}">
    <b><bdi>{{view.locator}}</bdi></b> <span class="soft">{{#.page}}<a href="{{.}}">{{/.page}}<bdi>{{view.entity}}</bdi>{{#.page}}</a>{{/.page}} · <code>{{view.id}}</code>{{#view.marks}} · {{.}}{{/view.marks}}</span>
    <dl>{{#view.claims}}<dt>{{property}}</dt><dd><bdi>{{value}}</bdi></dd>{{/view.claims}}</dl>
    {{#view.note}}<p class="soft"><bdi>{{.}}</bdi></p>{{/view.note}}
    {{#view}}{{> edits}}{{/view}}</li>
    {{/page.rows}}
    </ul>
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    </section>
    {{/main}}{{/layout}}
    """
}
