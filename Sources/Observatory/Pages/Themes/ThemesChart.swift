import Discourse
import Workbench

/// Shares of themes as dots, each with its interval, and broad between them what coders leave open: by part of the corpus, or of the whole.
struct ThemesChart: Sendable {
  let specification: JSON

  /// Themes that colours can tell apart, and parts that go beside one another.
  static let themes = 8
  static let parts = 60
  /// Where themes are not told apart by colours.
  private static let plain = "#4a90d9"

  init(_ report: ThemeReport) {
    let table = report.table
    let themes = table.themes.indices.prefix(Self.themes)
    let isParted = !table.parts.isEmpty
    func value(_ theme: Int, _ part: String, _ cell: ThemeTable.Cell) -> JSON? {
      guard let share = cell.certain.value, let interval = cell.interval else { return nil }
      let text =
        "\(table.themes[theme].onPage), \(part.onPage): \((100 * share).fixed(1)) % (\((100 * interval.lowerBound).fixed(1)) to \((100 * interval.upperBound).fixed(1)))"
      return [
        "theme": .string(table.themes[theme].onPage), "part": .string(part.onPage), "share": .number(share),
        "most": .number(cell.possible.value ?? share),
        "low": .number(interval.lowerBound), "high": .number(interval.upperBound), "about": .string(text),
      ]
    }
    let values = themes.flatMap { theme in
      isParted
        ? table.parts.indices.prefix(Self.parts).compactMap {
          value(theme, table.parts[$0], table.cell($0, theme))
        }
        : [value(theme, "all", table.total(theme))].compactMap(\.self)
    }
    let axis: JSON = ["format": "%", "tickCount": 8]
    func share(_ field: JSON) -> JSON {
      ["field": field, "type": "quantitative", "title": "share", "axis": axis, "scale": ["zero": true]]
    }
    let place: JSON.Member =
      isParted
      ? .init(
        "x", ["field": "part", "type": "ordinal", "title": nil, "sort": nil, "axis": ["labelOverlap": true]])
      : .init("y", ["field": "theme", "type": "nominal", "title": nil, "sort": nil])
    let (along, end) = isParted ? ("y", "y2") : ("x", "x2")
    var encoding = [place, .init("tooltip", ["field": "about", "type": "nominal"])]
    if isParted {
      encoding.append(.init("xOffset", ["field": "theme", "type": "nominal", "sort": nil]))
      encoding.append(.init("color", ["field": "theme", "type": "nominal", "title": nil, "sort": nil]))
    }
    specification = Chart.specification(
      description: "Shares of themes in \(report.corpus.onPage)",
      height: isParted ? 280 : 26 * max(1, themes.count), values: values, encoding: .object(encoding),
      layers: [
        [
          "mark": ["type": "rule", "strokeWidth": 2, "opacity": 0.6, "color": .string(Self.plain)],
          "encoding": .object([.init(along, share("low")), .init(end, ["field": "high"])]),
        ],
        [
          "mark": ["type": "rule", "strokeWidth": 7, "opacity": 0.35, "color": .string(Self.plain)],
          "encoding": .object([.init(along, share("share")), .init(end, ["field": "most"])]),
        ],
        [
          "mark": ["type": "point", "filled": true, "size": 70, "opacity": 1, "color": .string(Self.plain)],
          "encoding": .object([.init(along, share("share"))]),
        ],
      ])
  }
}
