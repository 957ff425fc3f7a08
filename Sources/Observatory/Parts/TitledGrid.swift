import Interchange

/// Any table with its title and notes.
struct TitledGrid: Sendable {
  struct Cell: Sendable {
    let text: String
    let isNumber: Bool
  }

  let title: String
  let header: [Cell]
  let rows: [[Cell]]
  let notes: [String]?

  init(_ grid: Grid) {
    func cells(_ texts: [String]) -> [Cell] {
      texts.enumerated().map { Cell(text: $1.onPage, isNumber: grid.numeric.contains($0)) }
    }
    title = grid.title.onPage
    header = cells(grid.header)
    rows = grid.rows.map(cells)
    notes = grid.notes.map(\.onPage).unlessEmpty
  }

  static let template = """
    <div class="scroll" role="region" tabindex="0" aria-label="{{title}}"><table>
    <caption><bdi>{{title}}</bdi></caption>
    <thead><tr>{{#header}}<th scope="col"{{#isNumber}} class="number"{{/isNumber}}><bdi>{{text}}</bdi></th>{{/header}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#.}}<td{{#isNumber}} class="number"{{/isNumber}}><bdi>{{text}}</bdi></td>{{/.}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{#.notes}}<p class="soft"><bdi>{{.}}</bdi></p>
    {{/.notes}}
    """
}
