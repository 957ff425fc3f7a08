import Archive
import Diplomacy
import Workbench

/// A contradiction: the rivals side by side, what each policy makes of them, what hangs on it, and the statements.
struct ContradictionPage: Page {
  static let template = "contradiction"

  struct Reading: Sendable {
    let policy: String
    let value: String
    /// Whether the record is read so now.
    let isHere: Bool
  }

  let title: String
  let address: String
  let downloads: [Link]
  let type: String
  let entity: Link?
  let contradictions: [ContradictionView]
  /// Nil for a contradiction between entities, which no policy decides.
  let readings: [Reading]?
  let hasReadings: Bool
  let weight: WeightView
  /// Why it is not weighed; nil where it is, or is to be.
  let unweighed: String?
  let waiting: String?
  let isProvisional: Bool
  let sources: [SourceView]
  var isLive: Bool { true }

  init(_ contest: ContestList.Contest, in record: Record) throws {
    let contradiction = contest.contradiction
    title = contest.title.onPage
    address = Address.contradiction(contradiction.id)
    let data = "/api/v1" + address
    downloads = Link.data(data)
    type = contradiction.type.rawValue
    entity = Address.page(of: contradiction.entity.kind.rawValue, contradiction.entity.id).map {
      Link(address: $0, text: contradiction.entity.id.onPage)
    }
    let titles = try Titles(record.archive)
    let logged = try record.statements(on: [contest])
    let known = Dictionary(logged.map { ($0.statement.id, $0) }) { first, _ in first }
    contradictions = [ContradictionView(contradiction, statements: known, titles: titles)]
    readings = try Self.readings(contradiction, in: record.archive)
    hasReadings = readings != nil
    let weights = try record.weights()
    weight = WeightView(contradiction, weights)
    isProvisional = weights.isWeighing
    if case .unweighed(let reason) = weights { unweighed = reason } else { unweighed = nil }
    waiting = isProvisional ? address : nil
    sources = SourceView.all(logged, titles: titles)
  }

  private static func readings(_ contradiction: Contradiction, in archive: ArchiveStore) throws -> [Reading]?
  {
    let policies = try archive.policies()
    let own = try archive.lens().policy
    let values = try archive.values(of: [contradiction], under: policies)
    return zip(policies, values).compactMap { policy, value in
      value[0].map { Reading(policy: policy.description.onPage, value: $0.onPage, isHere: policy == own) }
    }.unlessEmpty
  }
}

enum ContradictionTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <nav class="crumbs" aria-label="Where it sits"><a href="/contradictions">Contradictions</a> <span aria-hidden="true">▸</span></nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    <p class="soft"><span class="tag">{{page.type}}</span>{{#page.entity}} of <a href="{{address}}"><bdi>{{text}}</bdi></a>{{/page.entity}}</p>
    <section class="alone" aria-labelledby="rivals">
    <h2 id="rivals">What the sources say</h2>
    {{#page}}{{> contradictions}}{{/page}}
    </section>
    <section aria-labelledby="choice">
    <h2 id="choice">What each policy makes of it</h2>
    {{^page.readings}}<p>No policy decides it: it stands between things, not between statements of one thing, and takes a new statement to \
    settle.</p>{{/page.readings}}
    {{#page.hasReadings}}<div class="scroll" role="region" tabindex="0" aria-label="Policies"><table>
    <thead><tr><th scope="col">Policy</th><th scope="col">Comes to</th></tr></thead><tbody>
    {{#page.readings}}<tr><th scope="row"><bdi>{{policy}}</bdi>{{#isHere}} <span class="tag">here</span>{{/isHere}}</th><td><bdi>{{value}}</bdi></td></tr>
    {{/page.readings}}
    </tbody></table></div>{{/page.hasReadings}}
    </section>
    <section aria-labelledby="weight" id="weights"{{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:2s" hx-select="#weights" hx-swap="outerHTML"{{/page.waiting}}>
    <h2 id="weight">What hangs on it</h2>
    <p role="status">{{page.weight.summary}}.{{#page.unweighed}} {{.}}{{/page.unweighed}}</p>
    {{#page}}{{> weight}}{{/page}}
    </section>
    <section aria-labelledby="statements">
    <h2 id="statements">The statements</h2>
    {{#page}}{{> sources}}{{/page}}
    </section>
    {{/main}}{{/layout}}
    """
}
