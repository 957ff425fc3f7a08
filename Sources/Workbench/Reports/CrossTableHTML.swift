import Diplomacy
import Interchange

/// A study's table as HTML: what was computed, what was published where it differs, and behind each number its statements.
struct CrossTableHTML {
  private let table: CrossTable
  private let id: String
  private let sources: SourceCatalogue

  init(_ table: CrossTable, id: String, sources: SourceCatalogue) {
    self.table = table
    self.id = id
    self.sources = sources
  }

  var html: String {
    let hasPublished = allCells.contains { $0.cell.publishedText != nil }
    let legend =
      hasPublished
      ? "<p class=\"note\">Small figures are the published ones; red where what was computed rules them out.</p>"
      : ""
    let notes = table.notes.map { "<p class=\"note\">\(HTML.text($0))</p>" }.joined()
    return HTML.scrolling(grid, label: table.title) + legend + notes + evidence
  }

  private var grid: String {
    let totals = !table.rowTotals.isEmpty
    let columns = table.columns.map { "<th scope=\"col\" class=\"number\">\(HTML.text($0.name))</th>" }
      .joined()
    let head =
      "<thead><tr><th scope=\"col\">\(HTML.text(table.rowCaption))</th>\(columns)"
      + (totals ? "<th scope=\"col\" class=\"number total\">Total</th>" : "") + "</tr></thead>"
    let rows = table.rows.indices.map { row in
      "<tr><th scope=\"row\">\(HTML.text(table.rows[row].name))</th>"
        + table.columns.indices.map { data(table.cells[row][$0], "\(row)-\($0)") }.joined()
        + (totals ? data(table.rowTotals[row], "\(row)-t", "total") : "") + "</tr>"
    }
    let foot =
      table.columnTotals.isEmpty
      ? ""
      : "<tr class=\"total\"><th scope=\"row\">Total</th>"
        + table.columnTotals.indices.map { data(table.columnTotals[$0], "t-\($0)") }.joined()
        + (table.total.map { data($0, "t-t") } ?? "") + "</tr>"
    let caption = [
      table.unit.isEmpty ? "" : "Unit: \(table.unit).",
      table.columnCaption.isEmpty ? "" : "Columns: \(table.columnCaption).",
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
    return
      "<table><caption>\(HTML.text(caption))</caption>\(head)<tbody>\n\(rows.joined(separator: "\n"))\n\(foot)</tbody></table>"
  }

  private func data(_ cell: CrossTable.Cell, _ place: String, _ style: String = "") -> String {
    var classes = ["number"] + (style.isEmpty ? [] : [style])
    if cell.differs { classes.append("off") }
    var content: String
    switch cell.computed {
    case nil: content = ""
    case .some(let bounds) where bounds.isZero: content = "<span class=\"zero\">0</span>"
    case .some(let bounds):
      content =
        cell.statements.isEmpty
        ? HTML.text(bounds.text) : "<a href=\"#\(HTML.text(id))-\(place)\">\(HTML.text(bounds.text))</a>"
    }
    if let published = cell.publishedText, cell.computed.map({ $0.text != published }) ?? true {
      content += "<span class=\"printed\">\(HTML.text(published))</span>"
    }
    return "<td class=\"\(classes.joined(separator: " "))\">\(content)</td>"
  }

  private var allCells: [(place: String, name: String, cell: CrossTable.Cell)] {
    var cells: [(place: String, name: String, cell: CrossTable.Cell)] = []
    for row in table.rows.indices {
      for column in table.columns.indices {
        let name = "\(table.rows[row].name), \(table.columns[column].name)"
        cells.append((place: "\(row)-\(column)", name: name, cell: table.cells[row][column]))
      }
    }
    for (row, cell) in table.rowTotals.enumerated() {
      cells.append((place: "\(row)-t", name: "\(table.rows[row].name), total", cell: cell))
    }
    for (column, cell) in table.columnTotals.enumerated() {
      cells.append((place: "t-\(column)", name: "Total, \(table.columns[column].name)", cell: cell))
    }
    if let total = table.total { cells.append((place: "t-t", name: "Grand total", cell: total)) }
    return cells
  }

  /// The list that the numbers link to. A browser opens it when a link leads inside.
  private var evidence: String {
    let items = allCells.filter { !$0.cell.statements.isEmpty }.map { place, name, cell in
      let links = cell.statements.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.map {
        id in
        HTML.link(sources.address(of: StatementID(id)), id)
      }
      return
        "<li id=\"\(HTML.text(id))-\(place)\"><b>\(HTML.text(name))</b>: \(HTML.text(cell.computed?.text ?? "")) ← "
        + links.joined(separator: ", ") + "</li>"
    }
    guard !items.isEmpty else { return "" }
    return HTML.details(
      "The statements behind each number", "<ul class=\"plain\">\(items.joined(separator: "\n"))</ul>")
  }
}
