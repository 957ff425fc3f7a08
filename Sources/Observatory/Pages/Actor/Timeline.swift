import Archive
import Interchange
import Workbench

/// Partnerships in time: a line for each, with a mark at each episode and each event under it.
struct Timeline: Sendable {
  struct Mark: Sendable {
    let partnership: String
    let type: String
    /// The first and last day that its date can mean; one and the same where only one is known.
    let earliest: String
    let latest: String
    /// `before` where it may have been any time up to that day, `after` where any time since; else empty.
    let open: String
    let text: String

    /// Nil where neither bound is known: there is no place for it in time.
    init?(_ partnership: String, _ type: String, _ earliest: String?, _ latest: String?, _ text: String) {
      guard let day = earliest ?? latest else { return nil }
      (self.partnership, self.type, self.text) = (partnership, type.onPage, text.onPage)
      (self.earliest, self.latest) = (earliest ?? day, latest ?? day)
      open = earliest == nil ? "before" : latest == nil ? "after" : ""
    }
  }

  let marks: [Mark]
  private let title: String

  /// Of the partnerships in a dossier. What has no bound in time at all is left out.
  init(_ dossier: Dossier) {
    title = dossier.title.onPage
    marks = dossier.ties.prefix(Self.shown).flatMap { tie -> [Mark] in
      let title = tie.title.onPage
      let episodes = tie.episodes.compactMap {
        Mark(title, $0.type, $0.earliest, $0.latest, $0.description)
      }
      let events = dossier.happenings.filter { $0.partnerships.contains(tie.id) }.compactMap {
        Mark(title, "event", $0.earliest, $0.latest, "\($0.date)  \($0.type): \($0.title)")
      }
      return episodes + events
    }
  }

  /// How many partnerships a chart can show.
  private static let shown = 100

  var isEmpty: Bool { marks.isEmpty }

  var table: Grid {
    Grid(
      header: ["partnership", "what", "earliest", "latest", "open", "text"],
      rows: marks.map { [$0.partnership, $0.type, $0.earliest, $0.latest, $0.open, $0.text] })
  }

  /// A date that may be any of several days is a bar over them, a day a dot; one without a bound on a side an arrow to that side.
  var specification: JSON {
    let values = marks.map { mark in
      JSON.object([
        .init("partnership", .string(mark.partnership)), .init("what", .string(mark.type)),
        .init("earliest", .string(mark.earliest)), .init("latest", .string(mark.latest)),
        .init("open", .string(mark.open)),
        .init("text", .string(mark.text)),
      ])
    }
    return Chart.specification(
      description: "Partnerships of \(title) in time", height: 22 * Set(marks.map(\.partnership)).count,
      values: values,
      encoding: [
        "y": [
          "field": "partnership", "type": "nominal", "title": nil, "sort": nil,
        ]
      ],
      layers: (marks.contains { $0.open.isEmpty } ? [Self.bars] : [])
        + (marks.contains { !$0.open.isEmpty } ? [Self.arrows] : []))
  }

  private static let bars: JSON = [
    "transform": [["filter": "datum.open === ''"]],
    "mark": ["type": "rule", "strokeWidth": 9, "opacity": 0.75, "strokeCap": "round"],
    "encoding": ["x": time("earliest"), "x2": ["field": "latest"], "color": color, "tooltip": text],
  ]

  private static let arrows: JSON = [
    "transform": [["filter": "datum.open !== ''"]],
    "mark": ["type": "point", "filled": true, "size": 110],
    "encoding": [
      "x": time("latest"), "color": color, "tooltip": text,
      "shape": [
        "field": "open", "type": "nominal", "legend": nil,
        "scale": ["domain": ["before", "after"], "range": ["triangle-left", "triangle-right"]],
      ],
    ],
  ]

  private static func time(_ field: JSON) -> JSON { ["field": field, "type": "temporal", "title": nil] }
  private static let color: JSON = ["field": "what", "type": "nominal", "title": nil]
  private static let text: JSON = ["field": "text", "type": "nominal"]
}
