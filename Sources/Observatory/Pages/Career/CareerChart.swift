import Discourse
import Workbench

/// A term's career as a line, with what vague dates leave open as a band about it; or what stood before it as lines.
struct CareerChart: Sendable {
  enum Line: String, CaseIterable { case term, before }

  let specification: JSON

  /// What stood before the term that is told apart by colours.
  static let told = 6

  init(_ career: Career, _ asked: CareerAsked, of lines: Line) {
    let x: JSON = [
      "field": "period", "type": "ordinal", "title": nil, "sort": nil,
      "axis": ["labelOverlap": true, "labelAngle": 0],
    ]
    let tooltip: JSON = ["field": "about", "type": "nominal"]
    let term = asked.words.term?.onPage ?? ""
    switch lines {
    case .term:
      specification = Chart.specification(
        description: "\(term) in a million words of \(asked.words.corpus.onPage)", height: 260,
        values: career.stages.compactMap { stage in
          // Where no word is known of, there is no figure, and no point.
          stage.perMillion.map { rate in
            [
              "period": .string(stage.period.name), "low": .number(rate.low), "high": .number(rate.high),
              "middle": .number((rate.low + rate.high) / 2),
              "about": .string("\(stage.period.name): \(rate.shown) in a million words"),
            ]
          }
        },
        encoding: ["x": x, "tooltip": tooltip],
        layers: [
          [
            "mark": ["type": "area", "opacity": 0.2],
            "encoding": ["y": Self.number("low", "in a million words"), "y2": ["field": "high"]],
          ],
          [
            "mark": ["type": "line", "point": true],
            "encoding": ["y": Self.number("middle", "in a million words")],
          ],
        ])
    case .before:
      specification = Chart.specification(
        description: "What stood before \(term) in \(asked.words.corpus.onPage)", height: 260,
        values: career.modifiers.prefix(Self.told).flatMap { modifier in
          zip(career.stages, modifier.stages).map { stage, count in
            [
              "period": .string(stage.period.name), "before": .string(modifier.text.onPage),
              "matches": .integer(Int64(count.possible)),
              "about": .string("\(modifier.text.onPage), \(stage.period.name): \(count)"),
            ]
          }
        },
        encoding: [
          "x": x, "tooltip": tooltip,
          "color": ["field": "before", "type": "nominal", "title": nil, "sort": nil],
        ],
        layers: [
          [
            "mark": ["type": "line", "point": true],
            "encoding": ["y": Self.number("matches", "matches, at most")],
          ]
        ])
    }
  }

  private static func number(_ field: JSON, _ title: JSON) -> JSON {
    ["field": field, "type": "quantitative", "title": title, "stack": nil]
  }
}

extension Rate {
  /// As a page shows it: "376.5", "12.0–14.3".
  var shown: String { low == high ? low.fixed(1) : "\(low.fixed(1))–\(high.fixed(1))" }
}
