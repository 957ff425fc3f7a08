import Chronology
import Workbench

/// Counts of a corpus as bars, what is certain full, what is possible beyond that faint.
struct CorpusChart: Sendable {
  let specification: JSON

  /// How many outlets or languages are shown; of years and months all are.
  private static let shown = 40

  init(_ all: [CorpusProfile.Row], _ count: CorpusCount) {
    let isTime = count.part == .year || count.part == .month
    let rows = isTime ? all : Array(all.prefix(Self.shown))
    let (along, across) = isTime ? ("x", "y") : ("y", "x")
    func number(_ field: JSON) -> JSON {
      [
        "field": field, "type": "quantitative", "title": "documents", "stack": nil,
        "axis": ["tickMinStep": 1, "tickCount": 6],
      ]
    }
    func bar(_ opacity: JSON, _ encoding: JSON) -> JSON {
      ["mark": ["type": "bar", "opacity": opacity], "encoding": encoding]
    }
    specification = Chart.specification(
      description: "Documents of \(count.corpus.onPage) by \(count.part.rawValue)",
      height: isTime ? 220 : 22 * max(1, rows.count),
      values: rows.map { row in
        [
          "key": .string(row.key?.onPage ?? "not known"), "certain": .integer(Int64(row.count.certain)),
          "possible": .integer(Int64(row.count.possible)),
          "about": .string("\(row.key?.onPage ?? "not known"): \(row.count.description.withGroupedDigits)"),
        ]
      },
      encoding: .object([
        .init(
          along,
          [
            "field": "key", "type": "ordinal", "title": nil, "sort": nil,
            "axis": ["labelOverlap": true, "labelAngle": 0],
          ]), .init("tooltip", ["field": "about", "type": "nominal"]),
      ]),
      layers: [
        bar(1, .object([.init(across, number("certain"))])),
        bar(0.35, .object([.init(across, number("certain")), .init(across + "2", ["field": "possible"])])),
      ])
  }
}
