import Chronology
import Workbench

/// All studies, and how their published figures fared.
struct StudiesPage: Page {
  static let template = "studies"

  let title = "Studies"
  let address = "/studies"
  let downloads = Link.data("/api/v1/studies")
  let count: String
  /// With the counts of all studies; of those that are recomputed already.
  let statuses: [StatusView]
  let rows: [StudyRow]
  /// Where the page is to be asked for again, while a study is being recomputed.
  let waiting: String?
  /// Whether any study is of a document that the archive has.
  let hasRows: Bool
  var isProvisional: Bool { waiting != nil }
  var isLive: Bool { isProvisional }

  init(_ rows: [StudyRow]) {
    self.rows = rows
    hasRows = !rows.isEmpty
    count = rows.map(\.figureCount).reduce(0, +).of("published figure")
    statuses = CheckStatus.allCases.enumerated().map { place, status in
      StatusView(status, count: rows.compactMap { $0.numbers?[place] }.reduce(0, +))
    }
    waiting = rows.contains(where: \.isWaiting) ? address : nil
  }
}

/// A study and how its figures fared, with a link to those of each status.
struct StudyRow: Sendable {
  let link: Link
  let figureCount: Int
  /// In the order of `CheckStatus`; nil while the study is being recomputed.
  let numbers: [Int]?
  let counts: [Fare]?
  let isWaiting: Bool

  /// How many figures fared so.
  struct Fare: Sendable {
    let status: String
    let link: Link
  }

  init(_ study: Study, _ outcome: StudyOutcome?) {
    link = Link(address: Address.study(study.id), text: study.title.onPage)
    figureCount = study.checks.map(\.figures.count).reduce(0, +)
    let numbers = outcome.map { outcome in CheckStatus.allCases.map(outcome.count) }
    self.numbers = numbers
    counts = numbers.map { numbers in
      zip(CheckStatus.allCases, numbers).map { status, count in
        Fare(
          status: status.rawValue,
          link: Link(address: Address.checks(study.id, status), text: "\(count)"))
      }
    }
    isWaiting = outcome == nil
  }

  static let template = """
    {{#counts}}<td class="number" data-head="{{status}}"><a href="{{link.address}}">{{link.text}}</a></td>{{/counts}}\
    {{#isWaiting}}<td colspan="\(CheckStatus.allCases.count)" class="soft">being recomputed</td>{{/isWaiting}}
    """
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
    {{^page.hasRows}}<p class="lead">No study is of a document that this archive has among its sources.</p>{{/page.hasRows}}
    {{#page.hasRows}}
    <p class="lead">{{page.count}}, computed again from sourced statements.</p>
    <div id="fares" class="scroll" role="region" tabindex="0" aria-label="Studies"{{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:2s" hx-select="#fares" hx-swap="outerHTML"{{/page.waiting}}><table class="stack brief">
    <thead><tr><th scope="col">Study</th>{{#page.statuses}}<th scope="col" class="number"><span class="{{style}}">{{mark}} {{word}}</span></th>{{/page.statuses}}</tr></thead>
    <tbody>
    {{#page.rows}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a></th>{{> fare}}</tr>
    {{/page.rows}}
    <tr class="total"><th scope="row">All{{#page.waiting}} so far{{/page.waiting}}</th>{{#page.statuses}}<td class="number" data-head="{{word}}">{{count}}</td>{{/page.statuses}}</tr>
    </tbody></table></div>
    <h2>How to read this</h2>
    <dl class="facts">{{#page.statuses}}<dt><span class="{{style}}">{{mark}} {{word}}</span></dt><dd>{{meaning}}</dd>{{/page.statuses}}</dl>
    {{/page.hasRows}}
    {{/main}}{{/layout}}
    """
}
