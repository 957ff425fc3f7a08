import Discourse
import Workbench

/// How many times as frequent words are in one part as in the other, each a dot with its interval. Words that only one part has have no such figure, and
/// stand in the table alone.
struct KeynessChart: Sendable {
  let specification: JSON

  /// Words of each part.
  static let shown = 20

  init(_ found: CorpusKeyness) {
    let more = found.words.filter { $0.row.g2 > 0 }.filter { $0.row.logRatio.value != nil }.prefix(Self.shown)
    let fewer = found.words.filter { $0.row.g2 < 0 }.filter { $0.row.logRatio.value != nil }.prefix(
      Self.shown)
    let words = (Array(more) + Array(fewer)).sorted {
      ($0.row.logRatio.value ?? 0) > ($1.row.logRatio.value ?? 0)
    }
    let x: JSON = [
      "field": "ratio", "type": "quantitative",
      "title": "log ratio: 1 is twice as frequent",
      "scale": ["zero": true],
    ]
    specification = Chart.specification(
      description: "Words by how many times as frequent they are", height: 20 * max(1, words.count),
      values: words.compactMap { word in
        guard case .value(let ratio, let low, let high) = word.row.logRatio else { return nil }
        return [
          "word": .string(word.text.onPage), "ratio": .number(ratio), "low": .number(low),
          "high": .number(high),
          "part": .string(ratio > 0 ? "more in the part asked about" : "more in the other"),
          "about": .string("\(word.text.onPage): \(ratio.fixed(2)) (\(low.fixed(2)) to \(high.fixed(2)))"),
        ]
      },
      encoding: [
        "y": ["field": "word", "type": "nominal", "title": nil, "sort": nil],
        "color": ["field": "part", "type": "nominal", "title": nil, "sort": nil],
        "tooltip": ["field": "about", "type": "nominal"],
      ],
      layers: [
        [
          "mark": ["type": "rule"],
          "encoding": [
            "x": [
              "field": "low", "type": "quantitative",
              "title": .string("log ratio: 1 is twice as frequent"),
            ],
            "x2": ["field": "high"],
          ],
        ],
        ["mark": ["type": "point", "filled": true, "size": 60, "opacity": 1], "encoding": ["x": x]],
      ])
  }
}
