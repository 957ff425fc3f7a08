import Discourse
import Workbench

/// Two parts of a corpus compared by their words.
struct KeynessPage: Page {
  static let template = "keyness"

  struct Fields: Sendable {
    let from: String
    let to: String
    let outlet: String
    let language: String
    let theme: String

    init(_ values: [String: String], _ prefix: String) {
      func field(_ name: String) -> String { (values[prefix + name] ?? "").shown(atMost: 200) }
      (from, to, outlet, language) = (field("from"), field("to"), field("outlet"), field("language"))
      theme = field("theme")
    }
  }

  struct Row: Sendable {
    let word: String
    let address: String
    let target: String
    let reference: String
    let g2: String
    let ratio: String
    let interval: String
    let q: String
  }

  let title: String
  let address: String
  let downloads: [Link]
  let corpus: CorpusHead
  let base: String
  let target: Fields
  let reference: Fields
  let isCoded: Bool
  let least: String
  let copies: [Choice]
  let trouble: String?
  let waiting: String?
  let notes: [String]?
  let chart: String?
  let more: [Row]?
  let hasMore: Bool
  let fewer: [Row]?
  let hasFewer: Bool
  var isLive: Bool { true }
  var hasCharts: Bool { chart != nil || waiting != nil }
  var isProvisional: Bool { waiting != nil }

  init(_ ask: Ask, _ record: Record) throws {
    let asked = try KeynessAsked(ask)
    let isSearched = try record.archive.corpus(asked.corpus).duplicates != nil
    let finding = try Finding { asked.isAsked ? try record.keyness(asked) : nil }
    let found = finding.value
    title = "Parts of \(asked.corpus.onPage) compared"
    address = asked.address()
    downloads = found == nil ? [] : Link.data(asked.data())
    corpus = CorpusHead(asked.corpus, at: .keyness)
    base = Address.corpus(asked.corpus, .keyness)
    (target, reference) = (Fields(asked.values, ""), Fields(asked.values, "against_"))
    isCoded = try !record.archive.codebooks(of: asked.corpus).isEmpty
    least = String(asked.least)
    let isWithout = asked.values["copies"] == WordsAsked.Copies.without.rawValue
    copies = [("with", "counted"), ("without", "left out")].filter {
      isSearched || isWithout || $0.0 == "with"
    }.map {
      Choice($0.0, $0.1, isChosen: ($0.0 == "without") == isWithout)
    }
    trouble = finding.trouble
    waiting = finding.isWaiting ? asked.address() : nil
    notes = found?.notes.map { $0.shown(atMost: 600) }
    let hasFigures = found?.words.contains { $0.row.logRatio.value != nil } ?? false
    chart = hasFigures ? asked.data("/chart") : nil
    more = found?.words.filter { $0.row.g2 > 0 }.map { Row($0, asked.corpus) }.unlessEmpty
    fewer = found?.words.filter { $0.row.g2 < 0 }.map { Row($0, asked.corpus) }.unlessEmpty
    (hasMore, hasFewer) = (more != nil, fewer != nil)
  }
}

extension KeynessPage.Row {
  fileprivate init(_ word: CorpusKeyness.Word, _ corpus: String) {
    let row = word.row
    self.word = word.text.onPage
    address = Address.context(of: word.text, in: corpus)
    target = String(row.target).withGroupedDigits
    reference = String(row.reference).withGroupedDigits
    g2 = row.g2.fixed(1)
    switch row.logRatio {
    case .value(let value, let low, let high):
      (ratio, interval) = (value.fixed(2), "\(low.fixed(2)) to \(high.fixed(2))")
    case .absentFromTarget: (ratio, interval) = ("undefined", "not in the part asked about")
    case .absentFromReference: (ratio, interval) = ("undefined", "not in the other part")
    }
    q = row.q.asChance
  }
}

enum KeynessTemplate {
  static let text = """
    {{<layout}}{{$main}}
    {{#page.corpus}}{{> corpushead}}{{/page.corpus}}
    <h1>Parts compared</h1>
    <p class="lead">Which words one part of the corpus has more of than another.</p>
    <form class="ask" action="{{page.base}}" aria-label="Which parts">
    {{#page.target}}<label for="from">From<input id="from" name="from" value="{{from}}" placeholder="2015" maxlength="200"></label>
    <label for="to">To<input id="to" name="to" value="{{to}}" maxlength="200"></label>
    <label for="outlet">Outlet<input id="outlet" name="outlet" value="{{outlet}}" maxlength="200"></label>
    <label for="language">Language<input id="language" name="language" value="{{language}}" placeholder="en" maxlength="200"></label>
    {{#page.isCoded}}<label for="theme">Theme<input id="theme" name="theme" value="{{theme}}" maxlength="200"></label>{{/page.isCoded}}{{/page.target}}
    <p class="wide soft">compared with (all other documents, where this is left empty)</p>
    {{#page.reference}}<label for="against-from">From<input id="against-from" name="against_from" value="{{from}}" maxlength="200"></label>
    <label for="against-to">To<input id="against-to" name="against_to" value="{{to}}" placeholder="2014" maxlength="200"></label>
    <label for="against-outlet">Outlet<input id="against-outlet" name="against_outlet" value="{{outlet}}" maxlength="200"></label>
    <label for="against-language">Language<input id="against-language" name="against_language" value="{{language}}" maxlength="200"></label>
    {{#page.isCoded}}<label for="against-theme">Theme<input id="against-theme" name="against_theme" value="{{theme}}" maxlength="200"></label>{{/page.isCoded}}{{/page.reference}}
    <label for="least">Words that come at least so often<input id="least" name="least" type="number" min="1" max="1000000" value="{{page.least}}"></label>
    <label for="copies">Copies of a text<select id="copies" name="copies">{{#page.copies}}{{> choice}}{{/page.copies}}</select></label>
    <button type="submit">Compare</button>
    </form>
    <div id="answer">
    {{#page}}{{> wordsfound}}{{/page}}
    {{#page.chart}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="How many times as frequent words are, with intervals of 95 %. The tables below have the same."></figure>{{/page.chart}}
    {{#page.hasMore}}<h2>More frequent in the part asked about</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="More frequent in the part asked about"><table class="counts">{{> keynesshead}}<tbody>
    {{#page.more}}{{> keynessrow}}
    {{/page.more}}
    </tbody></table></div>{{/page.hasMore}}
    {{#page.hasFewer}}<h2>More frequent in the other part</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="More frequent in the other part"><table class="counts">{{> keynesshead}}<tbody>
    {{#page.fewer}}{{> keynessrow}}
    {{/page.fewer}}
    </tbody></table></div>{{/page.hasFewer}}
    </div>
    {{/main}}{{/layout}}
    """

  static let head = """
    <thead><tr><th scope="col">Word</th><th scope="col" class="number">Here</th><th scope="col" class="number">There</th><th scope="col" class="number">G²</th>\
    <th scope="col" class="number">Log ratio</th><th scope="col" class="number">95 %</th><th scope="col" class="number">q</th></tr></thead>
    """

  static let row = """
    <tr><th scope="row"><a href="{{address}}"><bdi>{{word}}</bdi></a></th><td class="number">{{target}}</td><td class="number">{{reference}}</td><td class="number">{{g2}}</td>\
    <td class="number">{{ratio}}</td><td class="number">{{interval}}</td><td class="number">{{q}}</td></tr>
    """
}
