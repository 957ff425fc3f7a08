import Archive
import Workbench

/// How much of a corpus has which theme, with intervals; and how that differs from year to year, or between two parts.
struct ThemesPage: Page {
  static let template = "themes"

  let title: String
  let address: String
  let downloads: [Link]
  let head: CorpusHead
  let base: String
  let corpus: String
  let parts: [Choice]
  let units: [Choice]
  let books: [Choice]
  let hasBooks: Bool
  let codes: String
  let compare: String
  let isCoded: Bool
  let trouble: String?
  let waiting: String?
  let chart: String?
  let chartNote: String?
  let shares: GridView?
  let comparisons: GridView?
  var isLive: Bool { true }
  var hasCharts: Bool { chart != nil || waiting != nil }
  var isProvisional: Bool { waiting != nil }

  /// Rows of each table; all are in the data.
  private static let shown = 300

  init(_ ask: Ask, _ record: Record) throws {
    let asked = try ThemesAsked(ask)
    let isSearched = try record.archive.corpus(asked.corpus).duplicates != nil
    let names = try record.archive.codebooks(of: asked.corpus)
    let finding = try Finding { names.isEmpty ? nil : try record.themes(asked) }
    let report = finding.value
    corpus = asked.corpus.onPage
    title = "Themes of \(asked.corpus.onPage)"
    address = asked.address()
    head = CorpusHead(asked.corpus, at: .themes)
    base = Address.corpus(asked.corpus, .themes)
    downloads =
      report == nil
      ? []
      : Link.data(asked.data())
        + [
          Link(
            address: Address.asking(asked.data(), [("table", "comparisons"), ("format", "csv")]),
            text: "Compared (CSV)")
        ]
    parts = ThemeQuestion.Part.allCases.map {
      Choice($0.rawValue, $0 == .none ? "not parted" : $0.rawValue, isChosen: $0 == asked.part)
    }
    units = [(ThemeQuestion.Unit.document, "every document"), (.cluster, "copies of a text once")].filter {
      isSearched || $0.0 == asked.unit || $0.0 == .document
    }.map { Choice($0.0.rawValue, $0.1, isChosen: $0.0 == asked.unit) }
    books = Choice.all(names, none: "(choose)", chosen: asked.values["codebook"])
    (hasBooks, isCoded) = (names.count > 1, !names.isEmpty)
    codes = (asked.values["codes"] ?? "").shown(atMost: 400)
    compare = (asked.values["compare"] ?? "").shown(atMost: 400)
    trouble = finding.trouble
    waiting = finding.isWaiting ? asked.address() : nil
    let isThere = report.map { report in
      report.table.themes.indices.contains { report.table.total($0).certain.total > 0 }
    }
    chart = isThere == true ? asked.data("/chart") : nil
    chartNote = report.flatMap { report in
      let (themes, parts) = (report.table.themes.count, report.table.parts.count)
      return themes > ThemesChart.themes || parts > ThemesChart.parts
        ? "The chart has the first \(min(themes, ThemesChart.themes)) of \(themes) themes and \(min(parts, ThemesChart.parts)) of \(parts) parts."
        : nil
    }
    shares = report.map { GridView(ThemeReportText.shares($0), named: "Shares of themes", most: Self.shown) }
    comparisons = report.flatMap { report in
      report.comparisons.isEmpty
        ? nil : GridView(ThemeReportText.comparisons(report), named: "Compared", most: Self.shown)
    }
  }

  static let text = """
    {{<layout}}{{$main}}
    {{#page.head}}{{> corpushead}}{{/page.head}}
    <h1>Themes</h1>
    <p class="lead">How much of the corpus has which theme: what was decided, or all coders of a document agree on. What they disagree on is a bound.</p>
    {{^page.isCoded}}<p>This corpus is not coded yet. It begins with a codebook, and documents given to coders:</p>
    <pre><code>entente codebook import themes.csv --name themes
    entente code assign {{page.corpus}} --coders Ann,Ben,Cem --documents 300 --overlap 0.2 --seed 7</code></pre>{{/page.isCoded}}
    {{#page.isCoded}}<form class="ask" action="{{page.base}}" aria-label="Which shares">
    <label for="by">Parted by<select id="by" name="by">{{#page.parts}}{{> choice}}{{/page.parts}}</select></label>
    <label for="count">Counting<select id="count" name="count">{{#page.units}}{{> choice}}{{/page.units}}</select></label>
    {{#page.hasBooks}}<label for="codebook">Codebook<select id="codebook" name="codebook">{{#page.books}}{{> choice}}{{/page.books}}</select></label>{{/page.hasBooks}}
    <label for="codes">Themes, with semicolons between<input id="codes" name="codes" value="{{page.codes}}" placeholder="those at the top" maxlength="400"></label>
    <label for="compare">Two parts compared<input id="compare" name="compare" value="{{page.compare}}" placeholder="2019,2020" maxlength="400"></label>
    <button type="submit">Show</button>
    </form>{{/page.isCoded}}
    <div id="answer">
    {{#page}}{{> wordsfound}}{{/page}}
    {{#page.chart}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="Shares of themes with their intervals of 95 %. The table below has the same."></figure>{{/page.chart}}
    {{#page.chartNote}}<p class="soft">{{.}}</p>{{/page.chartNote}}
    {{#page.shares}}{{> grid}}{{/page.shares}}
    {{#page.comparisons}}<h2>Compared</h2>
    {{> grid}}{{/page.comparisons}}
    </div>
    {{/main}}{{/layout}}
    """
}
