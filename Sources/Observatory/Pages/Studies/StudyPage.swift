import Chronology
import Workbench

/// A study: how its figures fared, its tables and figures, what differs and why.
struct StudyPage: Page {
  static let template = "study"

  struct Part: Sendable {
    let link: Link
    let locator: String?
  }

  struct Figure: Sendable {
    let id: String
    let title: String
    let alt: String
    let chart: String
    let picture: String
    let downloads: [Link]
    let header: [String]
    let rows: [[String]]
    let more: String?
  }

  private static let shownRows = 400

  let title: String
  let address: String
  let downloads: [Link]
  let about: [String]
  let source: Link
  let statuses: [Counted]
  let tables: [Part]?
  let figures: [Figure]?
  let differing: [CheckView]?
  let differs: String
  let allChecks: Link
  var hasCharts: Bool { figures != nil }

  struct Counted: Sendable {
    let status: StatusView
    let address: String
  }

  init(_ outcome: StudyOutcome, in record: Record) throws {
    let study = outcome.study
    title = study.title.onPage
    address = Address.study(study.id)
    let data = "/api/v1/studies/" + Address.part(study.id)
    downloads = Link.data(data)
    about = study.about.split(separator: "\n\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").shown(atMost: 5000)
    }
    source = Link(
      address: Address.source(study.source.text),
      text: (try record.archive.title(of: study.source) ?? study.source.text).onPage)
    statuses = CheckStatus.allCases.map {
      Counted(status: StatusView($0, count: outcome.count($0)), address: Address.checks(study.id, $0))
    }
    tables =
      outcome.tables.map { table, _ in
        Part(
          link: Link(address: Address.table(study.id, table.id), text: table.title.onPage),
          locator: table.locator.isEmpty ? nil : table.locator.onPage)
      }.unlessEmpty
    figures = outcome.drawings.map { Self.figure($0, of: study.id) }.unlessEmpty
    let own = outcome.checks.filter { $0.status == .differs }
    differing = try CheckView.all(own, ranges: [:], in: record.archive).unlessEmpty
    differs = own.count.of("published figure")
    allChecks = Link(
      address: Address.study(study.id) + "/checks", text: "All \(outcome.checks.count.of("published figure"))"
    )
  }

  private static func figure(_ drawing: FigureDrawing, of study: String) -> Figure {
    let figure = drawing.figure
    let data = "/api/v1/studies/\(Address.part(study))/figures/\(Address.part(figure.id))"
    let picture = "\(Address.study(study))/figure/\(Address.part(figure.id))"
    let grid = ResultRendering.grid(drawing.data)
    let more = grid.rows.count - shownRows
    return Figure(
      id: figure.id.onPage, title: figure.title.onPage, alt: figure.alt.onPage, chart: data,
      picture: picture + "/svg",
      downloads: [
        Link(address: data, text: "specification"), Link(address: data + "?format=csv", text: "CSV"),
        Link(address: picture + "/svg", text: "SVG"), Link(address: picture + "/png", text: "PNG"),
      ],
      header: grid.header.map(\.onPage), rows: grid.rows.prefix(shownRows).map { $0.map(\.onPage) },
      more: more > 0 ? "and \(more) more rows: all are in the CSV" : nil)
  }
}

enum StudyTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <nav class="crumbs" aria-label="Where it sits"><a href="/studies">Studies</a> <span aria-hidden="true">▸</span></nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    <p class="soft">Recomputed: <a href="{{page.source.address}}"><bdi>{{page.source.text}}</bdi></a></p>
    {{#page.about}}<p><bdi>{{.}}</bdi></p>{{/page.about}}
    <ul class="tallies">{{#page.statuses}}<li><a href="{{address}}"><b>{{status.count}}</b> <span class="{{status.style}}">{{status.mark}} {{status.word}}</span></a></li>{{/page.statuses}}</ul>
    <p><a href="{{page.allChecks.address}}">{{page.allChecks.text}}</a></p>

    <section aria-labelledby="tables">
    <h2 id="tables">Tables</h2>
    {{^page.tables}}<p class="soft">It recomputes none.</p>{{/page.tables}}
    <ul class="plain lines">{{#page.tables}}<li><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>{{#.locator}} <span class="soft">{{.}}</span>{{/.locator}}</li>{{/page.tables}}</ul>
    </section>

    <section aria-labelledby="differs">
    <h2 id="differs">What differs, and why</h2>
    <p>{{page.differs}}</p>
    {{#page.differing}}{{> checks}}{{/page.differing}}
    </section>

    <section aria-labelledby="figures">
    <h2 id="figures">Figures</h2>
    {{^page.figures}}<p class="soft">It draws none.</p>{{/page.figures}}
    {{#page.figures}}
    <h3 id="{{id}}"><bdi>{{title}}</bdi></h3>
    <figure class="chart drawn" data-chart="{{chart}}" role="img" aria-label="{{alt}}"><noscript><img src="{{picture}}" alt="{{alt}}"></noscript></figure>
    <p class="soft"><bdi>{{alt}}</bdi> {{#downloads}}<a href="{{address}}" class="download">{{text}}</a>{{/downloads}}</p>
    <details><summary>The figure as a table</summary>
    <div class="scroll" role="region" tabindex="0" aria-label="The figure as a table"><table><thead><tr>{{#header}}<th scope="col">{{.}}</th>{{/header}}</tr></thead><tbody>
    {{#rows}}<tr>{{#.}}<td><bdi>{{.}}</bdi></td>{{/.}}</tr>
    {{/rows}}</tbody></table></div>{{#.more}}<p class="soft">{{.}}</p>{{/.more}}</details>
    {{/page.figures}}
    </section>
    {{/main}}{{/layout}}
    """
}
