import Interchange
import Workbench

/// A table of counts drawn: what is certain full, what is possible beyond that faint.
struct TableChart: Sendable {
  let specification: JSON

  /// How many series a chart can tell apart, and how many rows of each form it can show.
  private static let series = 6

  init(_ table: CrossTable, _ view: Inquiry.View) {
    switch view {
    case .heat: specification = Self.heat(table)
    case .line: specification = Self.line(table)
    case .bars, .table: specification = Self.bars(table)
    }
  }

  /// The values of a chart, a column or, where those are too many, the row totals.
  private static func values(_ table: CrossTable, rows: Int, columns: Int, isTotalAllowed: Bool) -> (
    values: [JSON], isOne: Bool
  ) {
    let usesTotals = isTotalAllowed && table.columns.count > columns && !table.rowTotals.isEmpty
    let heads = usesTotals ? [CrossTable.Head(key: "", name: "Total")] : Array(table.columns.prefix(columns))
    let values = table.rows.prefix(rows).enumerated().flatMap { row, head in
      heads.enumerated().compactMap { column, other -> JSON? in
        let cell = usesTotals ? table.rowTotals[row] : table.cells[row][column]
        guard let bounds = cell.computed else { return nil }
        return [
          "row": .string(head.name.onPage), "column": .string(other.name.onPage),
          "certain": .number(bounds.certain), "possible": .number(bounds.possible ?? bounds.certain),
          "text": .string(bounds.isZero ? "" : bounds.text),
          "about": .string("\(head.name.onPage), \(other.name.onPage): \(bounds.text)"),
        ]
      }
    }
    return (values, heads.count == 1)
  }

  private static func bars(_ table: CrossTable) -> JSON {
    let (values, isOne) = values(table, rows: 40, columns: series, isTotalAllowed: true)
    var encoding: [JSON.Member] = [
      .init("y", ["field": "row", "type": "nominal", "title": nil, "sort": nil]),
      .init("tooltip", ["field": "about", "type": "nominal"]),
    ]
    if !isOne {
      encoding.append(.init("yOffset", ["field": "column", "type": "nominal", "sort": nil]))
      encoding.append(.init("color", ["field": "column", "type": "nominal", "title": nil, "sort": nil]))
    }
    let height = min(table.rows.count, 40) * (isOne ? 22 : max(24, 10 * min(table.columns.count, series)))
    return Chart.specification(
      description: table.title.onPage, height: height, values: values, encoding: .object(encoding),
      layers: [
        ["mark": "bar", "encoding": ["x": number("certain", table)]],
        [
          "mark": ["type": "bar", "opacity": 0.35],
          "encoding": ["x": number("certain", table), "x2": ["field": "possible"]],
        ],
        [
          "transform": [["filter": "datum.certain !== datum.possible"]],
          "mark": ["type": "rule", "strokeWidth": 2, "color": "#8a94a0"],
          "encoding": ["x": number("certain", table), "x2": ["field": "possible"]],
        ],
      ])
  }

  private static func heat(_ table: CrossTable) -> JSON {
    let values = values(table, rows: 45, columns: 30, isTotalAllowed: false).values
    return Chart.specification(
      description: table.title.onPage, height: 22 * min(table.rows.count, 45), values: values,
      encoding: [
        "y": ["field": "row", "type": "nominal", "title": nil, "sort": nil],
        "x": ["field": "column", "type": "nominal", "title": nil, "sort": nil],
        "tooltip": ["field": "about", "type": "nominal"],
      ],
      layers: [
        [
          "mark": ["type": "rect", "color": "#4a90d9"],
          "encoding": [
            "opacity": [
              "field": "possible", "type": "quantitative", "legend": nil, "scale": ["range": [0.05, 0.65]],
            ]
          ],
        ],
        [
          "mark": ["type": "text", "fontSize": 11],
          "encoding": ["text": ["field": "text", "type": "nominal"]],
        ],
      ])
  }

  private static func line(_ table: CrossTable) -> JSON {
    let (values, isOne) = values(table, rows: 300, columns: series, isTotalAllowed: true)
    var encoding: [JSON.Member] = [
      .init("x", ["field": "row", "type": "ordinal", "title": nil, "sort": nil]),
      .init("tooltip", ["field": "about", "type": "nominal"]),
    ]
    if !isOne {
      encoding.append(.init("color", ["field": "column", "type": "nominal", "title": nil, "sort": nil]))
    }
    return Chart.specification(
      description: table.title.onPage, height: 320, values: values, encoding: .object(encoding),
      layers: [
        [
          "mark": ["type": "area", "opacity": 0.25],
          "encoding": ["y": number("certain", table), "y2": ["field": "possible"]],
        ],
        [
          "mark": ["type": "line", "strokeDash": [4, 3]], "encoding": ["y": number("possible", table)],
        ],
        ["mark": ["type": "line", "point": true], "encoding": ["y": number("certain", table)]],
      ])
  }

  /// Nothing is stacked: it would not lie where its number is.
  private static func number(_ field: JSON, _ table: CrossTable) -> JSON {
    .object([
      .init("field", field), .init("type", "quantitative"), .init("stack", .null),
      .init("title", .string(table.unit.isEmpty ? "quantity" : table.unit)),
    ])
  }
}
