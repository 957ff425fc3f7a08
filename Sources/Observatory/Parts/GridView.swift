import Interchange

/// A table as it is printed elsewhere, on a page.
struct GridView: Sendable {
  let name: String
  let rows: Fragment
  let notes: [String]

  /// - Parameter most: rows that are shown.
  init(_ grid: Grid, named name: String, most: Int) {
    self.name = name
    notes =
      grid.notes
      + (grid.rows.count > most ? ["The first \(most) of \(grid.rows.count) rows; all are in the data."] : [])
    var rows = Fragment()
    func cells(_ texts: [String], isHead: Bool) {
      for (column, text) in texts.enumerated() {
        let isNumber = grid.numeric.contains(column)
        if isHead {
          rows.add(isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
        } else if column == 0 {
          rows.add("<th scope=\"row\"><bdi>")
        } else {
          rows.add(isNumber ? "<td class=\"number\"><bdi>" : "<td><bdi>")
        }
        rows.add(text: text.onPage)
        rows.add(isHead ? "</th>" : column == 0 ? "</bdi></th>" : "</bdi></td>")
      }
    }
    rows.add("<thead><tr>")
    cells(grid.header, isHead: true)
    rows.add("</tr></thead><tbody>\n")
    for row in grid.rows.prefix(most) {
      rows.add("<tr>")
      cells(row, isHead: false)
      rows.add("</tr>\n")
    }
    rows.add("</tbody>")
    self.rows = rows
  }

  static let template = """
    <div class="scroll" role="region" tabindex="0" aria-label="{{name}}"><table class="counts">{{{rows.markup}}}</table></div>
    {{#notes}}<p class="soft">{{.}}</p>
    {{/notes}}
    """
}
