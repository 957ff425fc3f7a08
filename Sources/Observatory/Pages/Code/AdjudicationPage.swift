import Archive
import Discourse
import Workbench

/// A document on which coders disagree: who gave what, and what is to hold.
struct AdjudicationPage: Page {
  static let template = "code-adjudicate"

  struct Matter: Sendable {
    let document: String
    let name: String
    let facts: [FactView]?
    let text: CodedText?
    let language: String?
    let decision: RulingsView
    let further: [Choice]
    let seen: Int
  }

  let title = "Where coders disagree"
  let address: String
  let status: String
  let matter: Matter?
  let trouble: String?
  let person: String
  let reason: String
  let contested: [Link]?
  let decided: [Link]?
  let proof: String

  private static let listed = 200

  /// - Parameter document: nil for the earliest that is contested.
  init(
    _ document: String?, at bench: Bench, for session: Session, _ record: Record, draft: RulingDraft? = nil,
    hindrance: Hindrance? = nil
  ) throws {
    let (archive, work) = (record.archive, bench.work)
    let all = try AdjudicationDesk(work, in: archive)
    let found = try document.map { document in
      guard let found = all.documents.first(where: { $0.document == document }) else {
        throw ObservatoryError.nothing(kind: "document that its coders disagree on", called: document)
      }
      return found
    }
    let chosen = found ?? all.contested.first
    let desk = try work.desk(archive)
    address = Address.asking("/code/adjudicate", [("document", document)])
    status =
      "\(all.contested.count) to decide, \(all.decided.count) decided; \(all.waiting) wait for their coders."
    matter = try chosen.map { one in
      let filed = try archive.document(one.document, in: work.corpus)
      let passages = one.coded.flatMap { coded in
        coded.given.compactMap { coding in
          coding.passage.map { ($0, "\(coded.coder): \(desk.path(of: coding.code ?? ""))".onPage) }
        }
      }
      let told = Set(one.contests.map(\.code)).union(one.rulings.keys)
      return Matter(
        document: one.document, name: (filed.title ?? filed.id).onPage,
        facts: [("Identifier", filed.id), ("Date", filed.date), ("Outlet", filed.outlet)].compactMap {
          name, value in value.map { FactView(label: name, value: $0) }
        }.unlessEmpty,
        text: filed.text.map { CodedText($0, passages: passages) }, language: filed.language,
        decision: RulingsView(one, desk, chosen: draft?.rulings ?? [:]),
        further: [Choice("", "none", isChosen: true)]
          + (try desk.current).codes.filter { $0.isGiven && !told.contains($0.id) }.map {
            Choice($0.id, desk.path(of: $0.id).onPage, isChosen: draft?.rulings[$0.id] == true)
          },
        seen: one.seen)
    }
    trouble = hindrance?.text
    person = draft?.person ?? session.name
    reason = draft?.reason ?? ""
    let titles = try archive.titles(
      of: all.documents.prefix(2 * Self.listed).map(\.document), in: work.corpus)
    func links(_ documents: [AdjudicationDesk.Document]) -> [Link]? {
      documents.prefix(Self.listed).map {
        Link(
          address: Address.asking("/code/adjudicate", [("document", $0.document)]),
          text: (titles[$0.document] ?? $0.document).onPage)
      }.unlessEmpty
    }
    (contested, decided) = (links(all.contested), links(all.decided))
    proof = session.proof
  }

  static let text = """
    {{<layout}}{{$main}}
    <p class="crumbs"><a href="/code">Coding</a></p>
    <h1>{{page.title}}</h1>
    <p role="status">{{page.status}}</p>
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{^page.matter}}<p class="lead">Nothing is to be decided now.</p>{{/page.matter}}
    {{#page.matter}}<h2><bdi>{{name}}</bdi></h2>
    {{> facts}}
    <form class="statement" method="post" action="/code/adjudicate">
    <input type="hidden" name="proof" value="{{page.proof}}">
    <input type="hidden" name="document" value="{{document}}">
    <input type="hidden" name="seen" value="{{seen}}">
    {{#decision}}{{> decision}}{{/decision}}
    <fieldset class="ask"><legend>Your decision</legend>
    <label for="further">A further code that holds, which nobody gave<select id="further" name="further">{{#further}}{{> choice}}{{/further}}</select></label>
    <label for="person">Who you are<input id="person" name="person" value="{{page.person}}" maxlength="1000" required autocomplete="off"></label>
    <label class="wide" for="reason">Why<textarea id="reason" name="reason" rows="2" maxlength="1000">
    {{page.reason}}</textarea></label>
    </fieldset>
    <p class="decide"><button type="submit">Decide</button></p>
    </form>
    <h3>Its text</h3>
    {{> coded-text}}{{/page.matter}}
    <section aria-labelledby="all"><h2 id="all">All documents</h2>
    <h3>To decide</h3>{{^page.contested}}<p class="soft">None.</p>{{/page.contested}}
    <ol class="found">{{#page.contested}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/page.contested}}</ol>
    <h3>Decided</h3>{{^page.decided}}<p class="soft">None.</p>{{/page.decided}}
    <ol class="found">{{#page.decided}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/page.decided}}</ol></section>
    {{/main}}{{/layout}}
    """
}
