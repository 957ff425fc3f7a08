import Interchange
import Workbench

/// A table of counts drawn: what is certain full, what is possible beyond that faint.
struct TableChart: Sendable {
  let specification: JSON
  /// How it is read, and what the table has that it has not; nil where there is nothing to say.
  let note: String?

  /// How many series a chart can tell apart, and how many rows and columns each form can show.
  private static let series = 8
  private static let barRows = 40
  private static let heatRows = 45
  private static let heatColumns = 30
  private static let points = 300

  init(_ table: CrossTable, _ view: Inquiry.View) {
    let values: ChartValues
    let key: String
    switch view {
    case .heat:
      values = ChartValues(table, rows: Self.heatRows, columns: Self.heatColumns, usesTotals: false)
      specification = Self.heat(values, table)
      key = "4–7: four for certain, seven at most; the darker, the more are possible."
    case .line:
      values = ChartValues(table, rows: Self.points, columns: Self.series, usesTotals: true, isInTime: true)
      specification = Self.line(values, table)
      key = "Solid line: certain. Dashed line: possible at most."
    case .bars, .table:
      values = ChartValues(table, rows: Self.barRows, columns: Self.series, usesTotals: true)
      specification = Self.bars(values, table)
      key = "Full bar: certain. Faint bar: possible at most."
    }
    let parts = [values.hasOpen ? key : nil, values.omission].compactMap(\.self)
    note = parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func bars(_ values: ChartValues, _ table: CrossTable) -> JSON {
    var encoding: [JSON.Member] = [
      .init("y", ["field": "row", "type": "nominal", "title": nil, "sort": nil]),
      .init("tooltip", ["field": "about", "type": "nominal"]),
    ]
    if values.columnCount > 1 {
      encoding.append(.init("yOffset", ["field": "column", "type": "nominal", "sort": nil]))
      encoding.append(.init("color", ["field": "column", "type": "nominal", "title": nil, "sort": nil]))
    }
    var layers: [JSON] = [
      ["mark": "bar", "encoding": ["x": number("certain", table)]],
      [
        "mark": ["type": "bar", "opacity": 0.35],
        "encoding": ["x": number("certain", table), "x2": ["field": "possible"]],
      ],
    ]
    if values.hasOpen {
      layers.append([
        "transform": [["filter": "datum.certain !== datum.possible"]],
        "mark": ["type": "rule", "strokeWidth": 2, "color": "#8a94a0"],
        "encoding": ["x": number("certain", table), "x2": ["field": "possible"]],
      ])
    }
    layers.append([
      "mark": ["type": "text", "align": "left", "dx": 4, "fontSize": values.columnCount > 1 ? 9 : 11],
      "encoding": [
        "x": number("possible", table), "text": ["field": "text", "type": "nominal"],
      ],
    ])
    let height = values.rowCount * (values.columnCount > 1 ? max(24, 12 * values.columnCount) : 22)
    return Chart.specification(
      description: table.title.onPage, height: height, values: values.all, encoding: .object(encoding),
      layers: layers)
  }

  private static func heat(_ values: ChartValues, _ table: CrossTable) -> JSON {
    Chart.specification(
      description: table.title.onPage, height: 22 * values.rowCount, values: values.all,
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
      ],
      // Numbers need room: where there are many columns the chart is as wide as they need, and scrolls.
      step: values.columnCount > 8 ? 34 : nil)
  }

  private static func line(_ values: ChartValues, _ table: CrossTable) -> JSON {
    var encoding: [JSON.Member] = [
      .init(
        "x",
        [
          "field": "row", "type": "ordinal", "title": .string(table.rowCaption), "sort": nil,
          "axis": ["labelOverlap": true],
        ]),
      .init("tooltip", ["field": "about", "type": "nominal"]),
    ]
    if values.columnCount > 1 {
      encoding.append(.init("color", ["field": "column", "type": "nominal", "title": nil, "sort": nil]))
    }
    return Chart.specification(
      description: table.title.onPage, height: 320, values: values.all, encoding: .object(encoding),
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

  /// Nothing is stacked: it would not lie where its number is. Half a partnership is none.
  private static func number(_ field: JSON, _ table: CrossTable) -> JSON {
    .object([
      .init("field", field), .init("type", "quantitative"), .init("stack", .null),
      .init("title", .string(table.unit.isEmpty ? "quantity" : table.unit)),
      .init("axis", ["tickMinStep": 1, "tickCount": 8]),
    ])
  }
}
