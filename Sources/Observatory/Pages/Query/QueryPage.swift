import Archive
import Chronology
import Workbench

/// SQL of the visitor's own, and what it gives.
struct QueryPage: Page {
  static let template = "query"

  struct Column: Sendable {
    let name: String
    let isNumber: Bool
  }

  struct Cell: Sendable {
    let text: String
    let isNumber: Bool
    let isNull: Bool
  }

  struct Result: Sendable {
    let columns: [Column]
    let rows: [[Cell]]
    let count: String
  }

  struct Table: Sendable {
    let name: String
    let columns: String
  }

  let title = "Query"
  let address: String
  let downloads: [Link]
  let sql: String
  let result: Result?
  let trouble: String?
  let chart: String?
  let tables: [Table]
  /// Whether tables of codings are left out, since documents are being coded blind.
  let isBlind: Bool
  /// Codings are no part of the record's version: when they are shown again, what was refused is asked anew.
  var isProvisional: Bool { isBlind }
  var hasCharts: Bool { chart != nil }

  /// How large the rows may be on a page, in bytes; all are in the data.
  private static let budget = 200_000
  private static let example =
    "SELECT kind, count(*) AS partnerships\nFROM partnership\nGROUP BY kind\nORDER BY partnerships DESC"

  init(_ sql: String?, answer: GuardedAnswer?, tables: [DocumentedTable], isBlind: Bool) {
    self.init(sql, answer, nil, tables, isBlind)
  }

  init(_ sql: String, trouble: Trouble, tables: [DocumentedTable], isBlind: Bool) {
    self.init(sql, nil, trouble.detail, tables, isBlind)
  }

  private init(
    _ sql: String?, _ answer: GuardedAnswer?, _ trouble: String?, _ tables: [DocumentedTable], _ isBlind: Bool
  ) {
    self.isBlind = isBlind
    address = Address.asking("/query", [("sql", sql)])
    downloads = answer == nil ? [] : Link.data("/api/v1" + address)
    // An example to begin with. A text area keeps its lines: no text of it is shortened.
    self.sql = sql ?? Self.example
    self.trouble = trouble
    result = answer.map(Self.result)
    chart = answer.flatMap { ResultChart($0.table) }.map { _ in
      Address.asking("/api/v1/query/chart", [("sql", sql)])
    }
    self.tables = tables.map { Table(name: $0.name, columns: $0.columns.joined(separator: ", ")) }
  }

  private static func result(_ answer: GuardedAnswer) -> Result {
    let table = answer.table
    let numeric = ResultRendering.grid(table).numeric
    var left = budget
    var rows: [[Cell]] = []
    for row in table.rows {
      let cells = row.enumerated().map {
        Cell(text: $1.text.onPage, isNumber: numeric.contains($0), isNull: $1 == .null)
      }
      left -= cells.reduce(16) { $0 + $1.text.utf8.count + 40 }
      guard left >= 0 else { break }
      rows.append(cells)
    }
    let shown =
      rows.count < table.rows.count
      ? "\(rows.count) of \(table.rows.count.of("row")) shown" : rows.count.of("row")
    return Result(
      columns: table.columns.enumerated().map { Column(name: $1.onPage, isNumber: numeric.contains($0)) },
      rows: rows, count: answer.isCut ? "The first \(shown); there are more" : shown)
  }

  static let text = """
    {{<layout}}{{$main}}
    <h1>{{page.title}}</h1>
    <p class="lead">Ask the record in SQL. Nothing can be changed this way; a query has a second, and gives 1,000 rows.</p>
    <div class="beside">
    <div>
    <form class="ask" action="/query" aria-label="SQL">
    <label class="wide" for="sql">SQL<textarea id="sql" name="sql" rows="10" maxlength="4000" spellcheck="false">
    {{page.sql}}</textarea></label>
    <button type="submit">Run</button>
    </form>
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.chart}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="The rows as bars. The table below has the same."></figure>{{/page.chart}}
    {{#page.result}}<p role="status">{{count}}</p>
    <div class="scroll" role="region" tabindex="0" aria-label="Rows"><table>
    <thead><tr>{{#columns}}<th scope="col"{{#isNumber}} class="number"{{/isNumber}}><bdi>{{name}}</bdi></th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#.}}<td{{#isNumber}} class="number"{{/isNumber}}>{{#isNull}}<span class="soft">NULL</span>{{/isNull}}{{^isNull}}<bdi>{{text}}</bdi>{{/isNull}}</td>{{/.}}</tr>
    {{/rows}}
    </tbody></table></div>{{/page.result}}
    </div>
    <section aria-labelledby="tables">
    <h2 id="tables">Tables</h2>
    <p class="soft">A date is kept as written, beside the first and the last day that it can mean. certain is 1 where there is one reading. NULL is unknown, never no.</p>
    {{#page.isBlind}}<p class="soft">Documents are being coded: the tables of codings are shown again when all is coded and decided.</p>{{/page.isBlind}}
    <dl class="narrow" role="region" tabindex="0" aria-label="Tables and their columns">
    {{#page.tables}}<dt><code>{{name}}</code></dt><dd class="soft">{{columns}}</dd>
    {{/page.tables}}
    </dl>
    </section>
    </div>
    {{/main}}{{/layout}}
    """
}
