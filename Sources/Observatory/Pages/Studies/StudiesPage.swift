import Workbench

/// All studies, and how their published figures fared.
struct StudiesPage: Page {
  static let template = "studies"

  let title = "Studies"
  let address = "/studies"
  let downloads = [
    Link(address: "/api/v1/studies", text: "JSON"), Link(address: "/api/v1/studies?format=csv", text: "CSV"),
  ]
  let count: String
  let statuses: [StatusView]
  let rows: [StudyRow]

  init(_ outcomes: [StudyOutcome]) {
    count = outcomes.map(\.checks.count).reduce(0, +).of("published figure")
    statuses = CheckStatus.allCases.map { status in
      StatusView(status, count: outcomes.map { $0.count(status) }.reduce(0, +))
    }
    rows = outcomes.map { outcome in
      StudyRow(outcome.study, counts: CheckStatus.allCases.map(outcome.count))
    }
  }
}

/// A study and how its figures fared, with a link to those of each status.
struct StudyRow: Sendable {
  let link: Link
  /// In the order of `CheckStatus`.
  let counts: [Link]

  init(_ study: Study, counts: [Int]) {
    link = Link(address: Address.study(study.id), text: study.title.onPage)
    self.counts = zip(CheckStatus.allCases, counts).map { status, count in
      Link(address: Address.checks(study.id, status), text: "\(count)")
    }
  }
}

/// What became of published figures: the word, its mark, how many.
struct StatusView: Sendable {
  let word: String
  let mark: String
  let style: String
  let meaning: String
  let count: Int

  init(_ status: CheckStatus, count: Int) {
    word = status.rawValue
    (mark, style, meaning) = (status.mark, status.style, status.meaning)
    self.count = count
  }
}

enum StudiesTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <h1>Studies</h1>
    <p class="lead">{{page.count}}, computed again from sourced statements.</p>
    <div class="scroll" role="region" tabindex="0" aria-label="Studies"><table>
    <thead><tr><th scope="col">Study</th>{{#page.statuses}}<th scope="col" class="number"><span class="{{style}}">{{mark}} {{word}}</span></th>{{/page.statuses}}</tr></thead>
    <tbody>
    {{#page.rows}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a></th>{{#counts}}<td class="number"><a href="{{address}}">{{text}}</a></td>{{/counts}}</tr>
    {{/page.rows}}
    <tr class="total"><th scope="row">All</th>{{#page.statuses}}<td class="number">{{count}}</td>{{/page.statuses}}</tr>
    </tbody></table></div>
    <h2>How to read this</h2>
    <dl class="facts">{{#page.statuses}}<dt><span class="{{style}}">{{mark}} {{word}}</span></dt><dd>{{meaning}}</dd>{{/page.statuses}}</dl>
    {{/main}}{{/layout}}
    """
}
