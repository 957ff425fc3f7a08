import Chronology
import Workbench

/// Published figures of a study beside what the record comes to, by status, a page at a time.
struct StudyChecksPage: Page {
  static let template = "studychecks"

  let title: String
  let address: String
  let downloads: [Link]
  let study: Link
  let jumps: [Jump]
  let count: String
  let checks: [CheckView]?
  let next: String?
  let waiting: String?
  let isProvisional: Bool
  var isLive: Bool { true }

  init(_ outcome: StudyOutcome, _ wanted: CheckFilter, in record: Record) throws {
    let id = outcome.study.id
    study = Link(address: Address.study(id), text: outcome.study.title.onPage)
    title = "Published figures: \(outcome.study.title.onPage)"
    address = wanted.address(id)
    let data = "/api/v1/studies/" + Address.part(id)
    downloads = Link.data(data)
    jumps =
      [
        Jump(
          text: "all", count: "\(outcome.checks.count)", address: study.address + "/checks",
          isHere: wanted.status == nil && wanted.figure == nil)
      ]
      + CheckStatus.allCases.map { status in
        Jump(
          text: status.rawValue, count: "\(outcome.count(status))", address: Address.checks(id, status),
          isHere: wanted.status == status)
      }
    let (shown, matching, next) = try wanted.page(outcome.checks)
    self.next = next.map { wanted.address(id, after: $0) }
    count = matching.of("published figure")
    let weights = try record.weights()
    checks = try CheckView.all(shown, ranges: Self.ranges(weights, of: id), in: record.archive).unlessEmpty
    isProvisional = weights.isWeighing
    waiting = isProvisional ? address : nil
  }

  /// What each figure that moves can come to.
  private static func ranges(_ weights: Weights, of study: String) -> [String: String] {
    guard case .weighed(let sensitivity) = weights else { return [:] }
    return Dictionary(
      sensitivity.figures.filter { $0.study == study && $0.isSensitive }.map { ($0.figure.id, $0.rangeText) }
    ) { first, _ in first }
  }
}

/// Which published figures a visitor wants to see.
struct CheckFilter: Sendable {
  let status: CheckStatus?
  /// One by its identifier.
  let figure: String?
  let after: String?
  private static let shown = 60

  init(_ ask: Ask) throws {
    status = ask.query["status"].flatMap(CheckStatus.init)
    if let name = ask.query["status"], status == nil {
      throw ObservatoryError.badParameter(
        name: "status", found: name, expected: CheckStatus.words.joined(separator: ", "))
    }
    figure = ask.query["figure"]
    after = ask.query["after"]
  }

  /// Those of the page, how many match altogether, and after which the next page begins.
  func page(_ all: [CheckResult]) throws -> (shown: [CheckResult], count: Int, next: String?) {
    let matching = all.filter {
      (status ?? $0.status) == $0.status && (figure ?? $0.figure.id) == $0.figure.id
    }
    if let figure, matching.isEmpty {
      throw ObservatoryError.nothing(kind: "published figure", called: figure)
    }
    var rest = matching[...]
    if let after {
      guard let place = rest.firstIndex(where: { $0.figure.id == after }) else {
        throw ObservatoryError.badParameter(
          name: "after", found: after, expected: "the identifier of a published figure")
      }
      rest = rest[(place + 1)...]
    }
    let shown = Array(rest.prefix(Self.shown))
    return (shown, matching.count, rest.count > shown.count ? shown.last?.figure.id : nil)
  }

  func address(_ study: String, after: String? = nil) -> String {
    Address.asking(
      Address.study(study) + "/checks",
      [("status", status?.rawValue), ("figure", figure), ("after", after ?? self.after)])
  }

  static let parameters = [
    Route.Parameter(
      name: "status", about: "Those that fared so only.",
      schema: ["type": "string", "enum": .array(CheckStatus.words.map(JSON.string))]),
    Route.Parameter(name: "figure", about: "The one of that identifier.", schema: ["type": "string"]),
    Route.Parameter(
      name: "after", about: "The identifier of the last one seen: those after it.", schema: ["type": "string"]
    ),
  ]
}

enum StudyChecksTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <nav class="crumbs" aria-label="Where it sits"><a href="/studies">Studies</a> <span aria-hidden="true">▸</span> \
    <a href="{{page.study.address}}"><bdi>{{page.study.text}}</bdi></a> <span aria-hidden="true">▸</span></nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    {{#page}}{{> jumps}}{{/page}}
    <div id="checks"{{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:2s" hx-select="#checks" hx-swap="outerHTML"{{/page.waiting}}>
    <p role="status">{{page.count}}{{#page.waiting}}; how far they depend on what is contested is being weighed{{/page.waiting}}</p>
    {{#page.checks}}{{> checks}}{{/page.checks}}
    {{^page.checks}}<p>None fared so.</p>{{/page.checks}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    </div>
    {{/main}}{{/layout}}
    """
}
