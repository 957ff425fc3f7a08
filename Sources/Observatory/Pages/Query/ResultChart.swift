import Archive
import Workbench

/// The rows of a query as bars, where it has a column of texts and one of numbers.
struct ResultChart: Sendable {
  let specification: JSON

  /// How many rows a chart shows.
  private static let shown = 60

  /// Nil where there is no such pair of columns, or no row.
  init?(_ table: ResultTable) {
    let rows = table.rows.prefix(Self.shown)
    func first(where holds: (ResultTable.Cell) -> Bool) -> Int? {
      table.columns.indices.first { column in
        rows.contains { holds($0[column]) } && rows.allSatisfy { holds($0[column]) || $0[column] == .null }
      }
    }
    guard let label = first(where: { if case .text = $0 { true } else { false } }),
      let number = first(where: { $0.number != nil })
    else { return nil }
    // Two rows of one name are two bars.
    var seen: [String: Int] = [:]
    let values = rows.map { row -> JSON in
      let name = row[label] == .null ? "NULL" : row[label].text.onPage
      seen[name, default: 0] += 1
      let count = seen[name] ?? 1
      return [
        "label": .string(count == 1 ? name : "\(name) (\(count))"),
        "number": row[number].number.map(JSON.number) ?? .null,
      ]
    }
    specification = Chart.specification(
      description: "\(table.columns[number].onPage) by \(table.columns[label].onPage)",
      height: 22 * values.count,
      values: values,
      encoding: [
        "y": [
          "field": "label", "type": "nominal", "sort": nil, "title": .string(table.columns[label].onPage),
        ],
        "x": ["field": "number", "type": "quantitative", "title": .string(table.columns[number].onPage)],
      ],
      layers: [["mark": "bar"]])
  }
}
