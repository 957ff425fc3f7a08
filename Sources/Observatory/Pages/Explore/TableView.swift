import Chronology
import Interchange
import Workbench

/// A table of counts as a page shows it: each number leads to what stands behind it.
struct TableView: Sendable {
  let corner: String
  let columns: [String]
  let rows: Fragment
  let notes: [String]
  /// "and 12 more rows, 3 more columns"; nil where all are shown.
  let more: String?

  /// How large the cells may be on a page, in bytes.
  private static let budget = 160_000
  private static let shownColumns = 40

  init(_ table: CrossTable, _ inquiry: Inquiry) {
    let base = inquiry.address("/explore/cell")
    let width = min(table.columns.count, Self.shownColumns)
    let height = min(
      table.rows.count, 300, max(10, Self.budget / (base.utf8.count + 120) / max(1, width + 1)))
    let hasRowTotals = !table.rowTotals.isEmpty
    // Where the columns are none, the totals would say the same again.
    let showsTotals = hasRowTotals && inquiry.question.columns != "all"
    corner = table.rowCaption.onPage
    columns =
      (inquiry.question.columns == "all"
        ? [table.unit.isEmpty ? "quantity" : table.unit] : table.columns.prefix(width).map(\.name.onPage))
      + (showsTotals ? ["Total"] : [])
    let shown = table.first(rows: height, columns: width)
    var rows = TableRows(
      Grid(shown), columns: shown.columns.map(\.key), hasTotals: showsTotals, address: base)
    for (place, head) in shown.rows.enumerated() { rows.add(place, head.name.onPage, key: head.key) }
    if !shown.columnTotals.isEmpty { rows.add(shown.rows.count, "Total", key: nil) }
    self.rows = rows.fragment
    notes = (rows.printsTotals ? [Self.brackets] : []) + table.notes.map { Self.spoken($0.onPage) }
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
    {{{rows.markup}}}\
    </tbody></table></div>
    {{#.more}}<p class="soft">{{.}}</p>{{/.more}}
    <ul class="notes soft">{{#notes}}<li><bdi>{{.}}</bdi></li>{{/notes}}</ul>
    """
}

extension CrossTable {
  /// Its first rows and columns, with all totals.
  fileprivate func first(rows height: Int, columns width: Int) -> CrossTable {
    var table = self
    table.rows = Array(rows.prefix(height))
    table.columns = Array(columns.prefix(width))
    table.cells = cells.prefix(height).map { Array($0.prefix(width)) }
    table.rowTotals = Array(rowTotals.prefix(height))
    table.columnTotals = Array(columnTotals.prefix(width))
    return table
  }
}
