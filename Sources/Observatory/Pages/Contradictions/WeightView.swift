import Chronology
import Diplomacy
import Workbench

/// What hangs on a contradiction, as pages show it.
struct WeightView: Sendable {
  struct Figure: Sendable {
    let link: Link
    let says: String
    let published: String
    let readings: String
  }

  struct Table: Sendable {
    let link: Link
    let places: String
  }

  /// What settling it does: "Settled by itself it moves 2 published figures and 1 table"; or that it is being weighed.
  let summary: String
  let figures: [Figure]?
  let tables: [Table]?

  init(_ contradiction: Contradiction, _ weights: Weights) {
    guard case .weighed(let sensitivity) = weights else {
      summary = weights.isWeighing ? "What hangs on it is being weighed" : "What hangs on it is not weighed"
      (figures, tables) = (nil, nil)
      return
    }
    let words = SensitivityWords(sensitivity: sensitivity)
    let moved = sensitivity.figures(movedBy: contradiction)
    let cells = sensitivity.tables(movedBy: contradiction)
    figures =
      moved.map { figure, move in
        Figure(
          link: Link(address: Address.check(figure.study, figure.figure.id), text: figure.figure.id.onPage),
          says: figure.figure.says.onPage, published: figure.publishedText.onPage,
          readings: words.readings(move).onPage)
      }.unlessEmpty
    tables =
      cells.map { table, move in
        Table(
          link: Link(address: Address.table(table.study, table.table.id), text: table.table.title.onPage),
          places: words.places(move.places).onPage)
      }.unlessEmpty
    let parts = [(moved.count, "published figure"), (cells.count, "table")].filter { $0.0 > 0 }.map {
      $0.0.of($0.1)
    }
    summary =
      "Settled by itself it moves \(parts.isEmpty ? "nothing published" : parts.joined(separator: " and "))"
  }

  static let template = """
    {{#weight}}
    <ul class="plain weight">
    {{#figures}}<li><a href="{{link.address}}">{{link.text}}</a> <bdi>{{says}}</bdi>: published {{published}}; \
    <bdi>{{readings}}</bdi></li>{{/figures}}
    {{#tables}}<li>Table <a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>: <bdi>{{places}}</bdi></li>{{/tables}}
    </ul>
    {{/weight}}
    """
}
