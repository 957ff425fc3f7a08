import Archive
import Diplomacy
import Interchange
import Workbench

/// A table of a study: in each cell what the record comes to, below it what was published, and behind it the statements.
struct StudyTablePage: Page {
  static let template = "studytable"

  struct Cell: Sendable {
    let text: String
    /// Where its statements are listed below; nil where there are none.
    let evidence: String?
    /// What was published, where it is printed otherwise than what was computed.
    let published: String?
    let differs: Bool
    let isTotal: Bool
  }

  struct Row: Sendable {
    let name: String
    let cells: [Cell]
    let isTotal: Bool
  }

  struct Evidence: Sendable {
    let id: String
    let name: String
    let statements: [Link]
    let more: String?
  }

  private static let shown = 12

  let title: String
  let address: String
  let downloads: [Link]
  let study: Link
  let locator: String?
  let rowCaption: String
  let columns: [String]
  let rows: [Row]
  let caption: String
  let hasPublished: Bool
  let notes: [String]
  let evidence: [Evidence]?

  init(_ outcome: StudyOutcome, _ table: (table: StudyTable, result: CrossTable), in archive: ArchiveStore)
    throws
  {
    let result = table.result
    let own = Address.table(outcome.study.id, table.table.id)
    title = table.table.title.onPage
    address = own
    let data = "/api/v1/studies/\(Address.part(outcome.study.id))/tables/\(Address.part(table.table.id))"
    downloads = Link.data(data)
    study = Link(address: Address.study(outcome.study.id), text: outcome.study.title.onPage)
    locator = table.table.locator.isEmpty ? nil : table.table.locator.onPage
    rowCaption = result.rowCaption.onPage
    let hasTotals = !result.rowTotals.isEmpty
    columns = result.columns.map(\.name.onPage) + (hasTotals ? ["Total"] : [])
    caption = [result.unit, result.columnCaption].filter { !$0.isEmpty }.joined(separator: ", by ").onPage
    notes = result.notes.map { $0.shown(atMost: 2000) }
    var lines = result.rows.indices.map { row in
      (result.rows[row].name, result.cells[row], hasTotals ? result.rowTotals[row] : nil, false)
    }
    if !result.columnTotals.isEmpty { lines.append(("Total", result.columnTotals, result.total, true)) }
    rows = lines.enumerated().map { place, line in
      let (name, cells, total, isTotal) = line
      let shown =
        cells.enumerated().map { Self.cell($1, "c\(place)-\($0)", isTotal: false) }
        + (total.map { [Self.cell($0, "c\(place)-t", isTotal: true)] } ?? [])
      return Row(name: name.onPage, cells: shown, isTotal: isTotal)
    }
    let all = lines.enumerated().flatMap { place, line in
      line.1.enumerated().map {
        (id: "c\(place)-\($0)", name: "\(line.0), \(result.columns[$0].name)", cell: $1)
      }
        + (line.2.map { [(id: "c\(place)-t", name: "\(line.0), total", cell: $0)] } ?? [])
    }
    hasPublished = all.contains { $0.cell.publishedText != nil }
    evidence = try Self.evidence(all.filter { !$0.cell.statements.isEmpty }, in: archive).unlessEmpty
  }

  private static func cell(_ cell: CrossTable.Cell, _ id: String, isTotal: Bool) -> Cell {
    let text = cell.computed.map { $0.isZero ? "0" : $0.text } ?? ""
    let published = cell.publishedText.flatMap { $0 == text ? nil : $0.onPage }
    return Cell(
      text: text, evidence: cell.statements.isEmpty || text.isEmpty ? nil : "#" + id, published: published,
      differs: cell.differs, isTotal: isTotal)
  }

  private static func evidence(
    _ cells: [(id: String, name: String, cell: CrossTable.Cell)], in archive: ArchiveStore
  ) throws -> [Evidence] {
    let ids = Set(cells.flatMap { $0.cell.statements.prefix(shown) }).map { StatementID($0) }.sorted()
    let known = Dictionary(try archive.log(ids: ids).map { ($0.statement.id.text, $0.statement) }) {
      first, _ in first
    }
    return cells.map { id, name, cell in
      let rest = cell.statements.count - shown
      return Evidence(
        id: id, name: "\(name): \(cell.computed?.text ?? "")".onPage,
        statements: cell.statements.prefix(shown).compactMap { own in
          known[own].map {
            Link(
              address: Address.statement(own, of: $0.source.text), text: "\($0.source), \($0.locator)".onPage)
          }
        },
        more: rest > 0 ? "and \(rest) more: all are in the CSV below" : nil)
    }
  }
}

enum StudyTableTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <nav class="crumbs" aria-label="Where it sits"><a href="/studies">Studies</a> <span aria-hidden="true">▸</span> \
    <a href="{{page.study.address}}"><bdi>{{page.study.text}}</bdi></a> <span aria-hidden="true">▸</span></nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    {{#page.locator}}<p class="soft">{{.}}</p>{{/page.locator}}
    {{#page.hasPublished}}<p>What the record comes to; below it, where it is printed otherwise, what was published, marked ≠ where the record rules \
    it out.</p>{{/page.hasPublished}}
    <div class="scroll" role="region" tabindex="0" aria-label="The table"><table class="cross"><caption>{{page.caption}}</caption>
    <thead><tr><th scope="col">{{page.rowCaption}}</th>{{#page.columns}}<th scope="col" class="number"><bdi>{{.}}</bdi></th>{{/page.columns}}</tr></thead><tbody>
    {{#page.rows}}<tr{{#isTotal}} class="total"{{/isTotal}}><th scope="row"><bdi>{{name}}</bdi></th>{{#cells}}<td class="number{{#isTotal}} total{{/isTotal}}">\
    {{#.evidence}}<a href="{{.}}">{{/.evidence}}{{text}}{{#.evidence}}</a>{{/.evidence}}{{#.published}}<span class="printed">{{/.published}}{{#differs}}≠ {{/differs}}{{published}}{{#.published}}</span>{{/.published}}</td>{{/cells}}</tr>
    {{/page.rows}}
    </tbody></table></div>
    {{#page.notes}}<p class="soft"><bdi>{{.}}</bdi></p>{{/page.notes}}
    <section aria-labelledby="evidence">
    <h2 id="evidence">The statements behind each number</h2>
    {{^page.evidence}}<p class="soft">None.</p>{{/page.evidence}}
    <ul class="plain lines">{{#page.evidence}}<li id="{{id}}"><b><bdi>{{name}}</bdi></b>
    <ul class="inline soft">{{#statements}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/statements}}{{#.more}}<li>{{.}}</li>{{/.more}}</ul></li>
    {{/page.evidence}}</ul>
    </section>
    {{/main}}{{/layout}}
    """
}
