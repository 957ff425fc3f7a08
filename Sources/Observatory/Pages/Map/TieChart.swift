import Chronology
import Workbench

/// The map as a Vega-Lite specification: land, borders, ties as great circles, places. Equal Earth, which keeps areas, turned to the middle
/// of what is shown.
enum TieChart {
  /// The map of a year's end with its data; 960 by 480 pixels.
  static func specification(_ map: TieMap, outlines: JSON, year: Int) -> JSON {
    specification(
      extent: map.extent, width: 960, height: 480, outlines: outlines, ties: lines(map, year),
      places: points(map, year))
  }

  /// Without data and size, which the page gives.
  static func specification(extent: String) -> JSON {
    specification(extent: extent, width: 0, height: 0, outlines: .array([]), ties: [], places: [])
  }

  private static func specification(
    extent: String, width: Int64, height: Int64, outlines: JSON, ties: [JSON], places: [JSON]
  ) -> JSON {
    [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
      "description":
        "Map of partnerships: a line joins two places whose actors are tied, as wide as there are partnerships.",
      "width": .integer(width), "height": .integer(height), "autosize": "none",
      "padding": 0, "config": ["view": ["stroke": nil]],
      "params": [
        ["name": "extent", "value": .string(extent)], ["name": "land", "value": "#e9edf1"],
        ["name": "border", "value": "#b4bdc8"], ["name": "ink", "value": "#55606e"],
      ],
      "datasets": ["outlines": outlines, "ties": .array(ties), "places": .array(places)],
      "projection": [
        "type": "equalEarth", "rotate": ["expr": "extent === 'world' ? [-11, 0, 0] : [-60, 0, 0]"],
        "center": ["expr": "extent === 'world' ? [0, 8] : [0, 41]"],
        "scale": ["expr": "extent === 'world' ? width / 5.5 : width / 2.25"],
        "translate": ["expr": "[width / 2, height / 2]"],
      ],
      // A border in dispute is part of some country's outline: that is painted over before it is dashed.
      "layer": [
        land, border("first level", "border", width: 0.4, dash: []),
        border("disputed", "land", width: 4, dash: []),
        border("disputed", "border", width: 1, dash: [3, 2]), Self.ties, dots,
      ],
    ]
  }

  private static let land: JSON = [
    "data": ["name": "outlines"], "transform": [["filter": "datum.properties.layer === 'land'"]],
    "mark": [
      "type": "geoshape", "fill": ["expr": "land"], "stroke": ["expr": "border"], "strokeWidth": 0.6,
      "clip": true,
    ],
  ]

  private static func border(_ layer: String, _ colour: JSON, width: JSON, dash: JSON) -> JSON {
    [
      "data": ["name": "outlines"],
      "transform": [["filter": .string("datum.properties.layer === '\(layer)'")]],
      "mark": [
        "type": "geoshape", "filled": false, "stroke": ["expr": colour], "strokeWidth": width,
        "strokeDash": dash,
        "clip": true,
      ],
    ]
  }

  private static let colour: JSON = [
    "field": "properties.level", "type": "nominal", "title": nil, "legend": nil,
    "scale": [
      "domain": ["states", "regions", "cities", "institutions"],
      "range": ["#c2571a", "#1f78b4", "#2a9d6f", "#9a5fb5"],
    ],
  ]

  private static let ties: JSON = [
    "data": ["name": "ties"],
    "mark": ["type": "geoshape", "filled": false, "opacity": 0.6, "clip": true],
    "encoding": [
      "stroke": colour,
      "strokeWidth": [
        "field": "properties.possible", "type": "quantitative", "legend": nil,
        "scale": ["type": "sqrt", "domain": [1, 40], "range": [0.8, 6], "clamp": true],
      ],
      "strokeDash": [
        "condition": ["test": "datum.properties.certain === 0", "value": [3, 3]], "value": [1, 0],
      ],
      "tooltip": ["field": "properties.text", "type": "nominal"],
    ],
  ]

  private static let dots: JSON = [
    "data": ["name": "places"],
    "mark": ["type": "circle", "color": ["expr": "ink"], "opacity": 0.9, "clip": true],
    "encoding": [
      "longitude": ["field": "longitude", "type": "quantitative"],
      "latitude": ["field": "latitude", "type": "quantitative"],
      "size": [
        "field": "possible", "type": "quantitative", "legend": nil,
        "scale": ["type": "sqrt", "domain": [1, 80], "range": [14, 160], "clamp": true],
      ],
      "tooltip": ["field": "text", "type": "nominal"],
    ],
  ]

  /// A great circle for each two places and level.
  private static func lines(_ map: TieMap, _ year: Int) -> [JSON] {
    struct Edge: Hashable {
      let from: Int
      let to: Int
      let level: TieMap.Level
    }
    var counts: [Edge: Count] = [:]
    for (tie, count) in map.ties where tie.span.isPossible(in: year) {
      for to in tie.places.dropFirst() {
        let edge = Edge(from: tie.places[0], to: to, level: tie.level)
        counts[edge, default: .zero] = counts[edge, default: .zero] + tie.span.count(of: count, in: year)
      }
    }
    return counts.sorted { ($0.key.from, $0.key.to, $0.key.level) < ($1.key.from, $1.key.to, $1.key.level) }
      .map { edge, count in
        let (from, to) = (map.places[edge.from], map.places[edge.to])
        let ends: [JSON] = [from, to].map { .array([.number($0.longitude), .number($0.latitude)]) }
        return [
          "type": "Feature", "geometry": ["type": "LineString", "coordinates": .array(ends)],
          "properties": [
            "level": .string(edge.level.rawValue), "certain": .integer(Int64(count.certain)),
            "possible": .integer(Int64(count.possible)),
            "text": .string(
              "\(from.name.onPage) – \(to.name.onPage): \(count) (\(edge.level.rawValue))"),
          ],
        ]
      }
  }

  private static func points(_ map: TieMap, _ year: Int) -> [JSON] {
    var counts = Array(repeating: Count.zero, count: map.places.count)
    for (tie, count) in map.ties where tie.span.isPossible(in: year) {
      for place in tie.places { counts[place] = counts[place] + tie.span.count(of: count, in: year) }
    }
    return zip(map.places, counts).filter { $1.possible > 0 }.map { place, count in
      [
        "longitude": .number(place.longitude), "latitude": .number(place.latitude),
        "possible": .integer(Int64(count.possible)),
        "text": .string("\(place.name.onPage): \(count)"),
      ]
    }
  }
}

extension TieMap {
  /// What a map of it shows at first: "near" where nine in ten of the partnerships on it lie between the Atlantic and Japan, else the world.
  var extent: String {
    let isNear = places.map { (-25...150).contains($0.longitude) && (5...72).contains($0.latitude) }
    var (near, all) = (0, 0)
    for (tie, count) in ties where !tie.places.isEmpty {
      all += count
      if tie.places.allSatisfy({ isNear[$0] }) { near += count }
    }
    return near * 10 >= all * 9 ? "near" : "world"
  }
}

extension TieMap.Level: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
