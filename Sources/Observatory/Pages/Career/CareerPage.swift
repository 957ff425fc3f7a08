import Archive
import Chronology
import Discourse
import Workbench

/// A term through time.
struct CareerPage: Page {
  static let template = "career"

  struct Stage: Sendable {
    let period: String
    let documents: String
    let words: String
    let matches: String
    let perMillion: String
    let before: String
  }

  struct Before: Sendable {
    let text: String
    let matches: String
    let first: String
    let document: DocumentView?
  }

  let title: String
  let address: String
  let downloads: [Link]
  let head: WordsHead
  let lengths: [Choice]
  let periodHead: String
  let chart: String?
  let beforeChart: String?
  let first: Before?
  let stages: [Stage]?
  let hasStages: Bool
  let cut: String?
  let before: [Before]?
  let hasBefore: Bool
  let context: String
  var isLive: Bool { true }
  var hasCharts: Bool { chart != nil || head.waiting != nil }
  var isProvisional: Bool { head.waiting != nil }

  /// Periods on the page; the rest is in the data.
  private static let shown = 400

  init(_ ask: Ask, _ record: Record) throws {
    let asked = try CareerAsked(ask)
    let words = asked.words
    let finding = try Finding { words.term == nil ? nil : try record.career(asked) }
    let found = finding.value
    title = words.term.map { "Career of \($0.onPage), \(words.corpus.onPage)" } ?? "Career of a term"
    address = words.address()
    downloads = found == nil ? [] : Link.data(words.data())
    head = try WordsHead(words, finding, notes: found?.notes, in: record)
    lengths = Career.Period.Length.allCases.map {
      Choice($0.rawValue, $0.rawValue, isChosen: $0 == asked.length)
    }
    periodHead = asked.length.rawValue.prefix(1).uppercased() + asked.length.rawValue.dropFirst()
    let career = found?.career
    let isThere = career.map { $0.matches > 0 && !$0.stages.isEmpty } ?? false
    chart = isThere ? words.data("/chart") : nil
    let hasModifiers = isThere && career?.modifiers.isEmpty == false
    beforeChart = hasModifiers ? words.data("/chart", ["of": CareerChart.Line.before.rawValue]) : nil
    stages = found.flatMap { found in
      found.career.stages.prefix(Self.shown).enumerated().map { Stage($1, $0, of: found) }.unlessEmpty
    }
    hasStages = stages != nil
    let count = career?.stages.count ?? 0
    cut = count > Self.shown ? "The first \(Self.shown) of \(count); all are in the data." : nil
    before = found?.career.modifiers.map { Before($0, of: found, words.corpus) }.unlessEmpty
    hasBefore = before != nil
    first = found.flatMap { found in
      found.career.first.map { appearance in
        Before(
          text: words.term?.onPage ?? "", matches: "", first: appearance.days.description,
          document: found.document(of: appearance).map { DocumentView($0, of: words.corpus) })
      }
    }
    context = Address.context(of: words.term ?? "", in: words.corpus)
  }
}

extension CareerPage.Stage {
  fileprivate init(_ stage: Career.Stage, _ place: Int, of found: CorpusCareer) {
    period = stage.period.name
    documents = stage.documents.description.withGroupedDigits
    words = stage.words.description.withGroupedDigits
    matches = stage.matches.description.withGroupedDigits
    perMillion = stage.perMillion?.shown ?? "undefined"
    before = found.before(place).map { "\($0.text.onPage) \($0.stages[place])" }.joined(separator: ", ")
  }
}

extension CareerPage.Before {
  fileprivate init(_ modifier: Career.Modifier, of found: CorpusCareer?, _ corpus: String) {
    text = modifier.text.onPage
    matches = String(modifier.matches).withGroupedDigits
    first = modifier.first?.days.description ?? "not known"
    document = found?.document(of: modifier.first).map { DocumentView($0, of: corpus) }
  }
}

enum CareerTemplate {
  static let text = """
    {{<layout}}{{$main}}
    {{#page.head.corpus}}{{> corpushead}}{{/page.head.corpus}}
    <h1>Career of a term</h1>
    <form class="ask" action="{{page.head.base}}" aria-label="Whose career">
    {{#page.head.form}}{{> wordterm}}
    {{> wordpart}}{{/page.head.form}}
    <label for="by">By<select id="by" name="by">{{#page.lengths}}{{> choice}}{{/page.lengths}}</select></label>
    <button type="submit">Show</button>
    </form>
    <div id="answer">
    {{#page.head}}{{> wordsfound}}{{/page.head}}
    {{#page.first}}<p>First on record: <b>{{first}}</b>{{#document}}, <a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft"><bdi>{{imprint}}</bdi></span>{{/document}}. \
    <a href="{{page.context}}">All in context</a></p>{{/page.first}}
    {{#page.chart}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="How often it comes in a million words, over time. The table below has the same."></figure>{{/page.chart}}
    {{#page.hasStages}}<div class="scroll" role="region" tabindex="0" aria-label="Over time"><table class="counts">
    <thead><tr><th scope="col">{{page.periodHead}}</th><th scope="col" class="number">Documents</th><th scope="col" class="number">Words</th><th scope="col" class="number">Matches</th>\
    <th scope="col" class="number">In a million words</th><th scope="col">Most often before it</th></tr></thead><tbody>
    {{#page.stages}}<tr><th scope="row">{{period}}</th><td class="number">{{documents}}</td><td class="number">{{words}}</td><td class="number">{{matches}}</td>\
    <td class="number">{{perMillion}}</td><td><bdi>{{before}}</bdi></td></tr>
    {{/page.stages}}
    </tbody></table></div>{{/page.hasStages}}
    {{#page.cut}}<p class="soft">{{.}}</p>{{/page.cut}}
    {{#page.hasBefore}}<h2>What stood before it</h2>
    {{#page.beforeChart}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="What stood before it over time. The tables have the same."></figure>{{/page.beforeChart}}
    <div class="scroll" role="region" tabindex="0" aria-label="What stood before it"><table class="stack brief">
    <thead><tr><th scope="col">Before it</th><th scope="col" class="number">Matches</th><th scope="col">First</th><th scope="col">Where</th></tr></thead><tbody>
    {{#page.before}}<tr><th scope="row"><bdi>{{text}}</bdi></th><td class="number" data-head="Matches">{{matches}}</td><td data-head="First">{{first}}</td>\
    <td data-head="Where">{{#document}}<a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft"><bdi>{{imprint}}</bdi></span>{{/document}}</td></tr>
    {{/page.before}}
    </tbody></table></div>{{/page.hasBefore}}
    </div>
    {{/main}}{{/layout}}
    """
}
