import Archive
import Chronology
import Diplomacy
import Workbench

/// A published figure beside what the record comes to, as pages show it.
struct CheckView: Sendable {
  let id: String
  let locator: String
  let says: String
  let why: String?
  let missing: String?
  let published: String
  let computed: String
  let unit: String?
  let status: StatusView
  /// What it can come to under all policies and settlements; nil where nothing moves it, or that is not known yet.
  let range: String?
  let count: String
  let statements: [Link]?
  let hasStatements: Bool
  let more: String?

  private static let shown = 20

  /// - Parameter ranges: what figures that move can come to, by identifier.
  static func all(_ results: [CheckResult], ranges: [String: String], in archive: ArchiveStore) throws
    -> [CheckView]
  {
    let ids = Set(results.flatMap { $0.statements.prefix(shown) }).sorted()
    let known = Dictionary(try archive.log(ids: ids).map { ($0.statement.id, $0.statement) }) { first, _ in
      first
    }
    return results.map { CheckView($0, range: ranges[$0.figure.id], known) }
  }

  private init(_ result: CheckResult, range: String?, _ known: [StatementID: Diplomacy.Statement]) {
    let figure = result.figure
    id = figure.id.onPage
    locator = figure.locator.onPage
    says = figure.says.onPage
    why = figure.why.isEmpty ? nil : figure.why.shown(atMost: 2000)
    missing = result.missing?.onPage
    (published, computed) = (result.publishedText.onPage, result.computedText.onPage)
    unit = figure.unit.isEmpty ? nil : figure.unit.onPage
    status = StatusView(result.status, count: 1)
    self.range = range?.onPage
    count = result.statements.count.of("statement")
    statements =
      result.statements.prefix(Self.shown).compactMap { id in
        known[id].map {
          Link(
            address: Address.statement(id.text, of: $0.source.text),
            text: "\($0.source), \($0.locator)".onPage)
        }
      }.unlessEmpty
    hasStatements = statements != nil
    let rest = result.statements.count - Self.shown
    more = rest > 0 ? "and \(rest) more: all are in the data below" : nil
  }

  static let template = """
    <article class="check" id="{{id}}">
    <p><span class="{{status.style}}">{{status.mark}} {{status.word}}</span> <b><bdi>{{says}}</bdi></b> <span class="soft">{{id}}, <bdi>{{locator}}</bdi></span></p>
    <dl class="pair"><dt>published</dt><dd>{{published}} {{unit}}</dd><dt>computed</dt><dd>{{computed}}</dd>{{#.range}}<dt>range</dt><dd>{{.}}</dd>{{/.range}}</dl>
    {{#.why}}<p class="soft"><bdi>{{.}}</bdi></p>{{/.why}}{{#.missing}}<p class="soft">Missing: <bdi>{{.}}</bdi></p>{{/.missing}}
    {{#.hasStatements}}<details><summary>{{count}}</summary><ul class="plain">{{#statements}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/statements}}</ul>{{#.more}}<p class="soft">{{.}}</p>{{/.more}}</details>{{/.hasStatements}}
    </article>
    """
}
