import Chronology
import Interchange
import Workbench

/// A table of counts as a page shows it: each number leads to what stands behind it.
struct TableView: Sendable {
  struct Cell: Sendable {
    let text: String
    /// Nil where nothing is behind it.
    let address: String?
  }

  struct Row: Sendable {
    let head: String
    let cells: [Cell]
    let isTotal: Bool
  }

  let corner: String
  let columns: [String]
  let rows: [Row]
  let notes: [String]
  /// "and 12 more rows, 3 more columns"; nil where all are shown.
  let more: String?

  /// How large the cells may be on a page, in bytes.
  private static let budget = 160_000
  private static let shownColumns = 40

  init(_ table: CrossTable, _ inquiry: Inquiry) {
    let grid = Grid(table)
    let base = inquiry.address("/explore/cell")
    let width = min(table.columns.count, Self.shownColumns)
    let height = min(
      table.rows.count, 300, max(10, Self.budget / (base.utf8.count + 120) / max(1, width + 1)))
    func address(_ row: CrossTable.Head?, _ column: CrossTable.Head?) -> String {
      inquiry.address("/explore/cell", [("row", row?.key), ("column", column?.key)])
    }
    func cell(_ text: String, _ row: CrossTable.Head?, _ column: CrossTable.Head?) -> Cell {
      Cell(text: text.withGroupedDigits, address: text == "·" || text.isEmpty ? nil : address(row, column))
    }
    let hasRowTotals = !table.rowTotals.isEmpty
    // Where the columns are none, the totals would say the same again.
    let showsTotals = hasRowTotals && inquiry.question.columns != "all"
    func cells(_ texts: [String], _ row: CrossTable.Head?) -> [Cell] {
      let own = texts.dropFirst().prefix(width).enumerated().map { cell($1, row, table.columns[$0]) }
      return showsTotals ? own + [cell(texts.last ?? "", row, nil)] : own
    }
    corner = table.rowCaption.onPage
    columns =
      (inquiry.question.columns == "all"
        ? [table.unit.isEmpty ? "quantity" : table.unit] : table.columns.prefix(width).map(\.name.onPage))
      + (showsTotals ? ["Total"] : [])
    rows =
      table.rows.prefix(height).enumerated().map { index, head in
        Row(head: head.name.onPage, cells: cells(grid.rows[index], head), isTotal: false)
      }
      + (table.columnTotals.isEmpty
        ? [] : [Row(head: "Total", cells: cells(grid.rows[table.rows.count], nil), isTotal: true)])
    let prints = rows.contains { $0.cells.contains { $0.text.contains("[") } }
    notes = (prints ? [Self.brackets] : []) + table.notes.map { Self.spoken($0.onPage) }
    let left = [
      (table.rows.count - height, "row"), (table.columns.count - width, "column"),
    ].filter { $0.0 > 0 }.map { $0.0.of("more " + $0.1) }
    more = left.isEmpty ? nil : "and \(left.joined(separator: ", ")): all are in the CSV below"
  }

  private static let brackets =
    "In [brackets]: what the source prints as a total, where that lies outside what is counted here."

  /// The fields of the form in place of the command line's options.
  private static func spoken(_ note: String) -> String {
    note.replacing("--scope all counts", with: "“Out of: all on record” counts")
      .replacing("--no-margins leaves", with: "“Printed totals: leave the cells as they are” leaves")
  }

  static let template = """
    <div class="scroll" role="region" tabindex="0" aria-label="Table"><table class="counts">
    <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col" class="number"><bdi>{{.}}</bdi></th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}<tr{{#isTotal}} class="total"{{/isTotal}}><th scope="row"><bdi>{{head}}</bdi></th>\
    {{#cells}}<td class="number">{{#.address}}<a href="{{.}}">{{text}}</a>{{/.address}}{{^.address}}{{text}}{{/.address}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{#.more}}<p class="soft">{{.}}</p>{{/.more}}
    <ul class="notes soft">{{#notes}}<li><bdi>{{.}}</bdi></li>{{/notes}}</ul>
    """
}
