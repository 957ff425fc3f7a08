import Interchange
import Workbench

extension TieMap {
  /// `{years, levels, kinds, places, ties, absent, chart}`: all that a slider needs, in columns. `ties.level` and `ties.kind` are numbers in
  /// `levels` and `kinds`, `ties.places` in the columns of `places`; the chart has no data of its own.
  var value: JSON {
    let kinds = kinds
    let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    return [
      "years": .array([Self.json(years.lowerBound), Self.json(years.upperBound)]),
      "levels": .array(Level.allCases.map { .string($0.rawValue) }),
      "kinds": .array(kinds.map { .string($0.onPage) }),
      "places": [
        "code": .array(places.map { .string($0.code) }),
        "name": .array(places.map { .string($0.name.onPage) }),
        "longitude": .array(places.map { .number($0.longitude) }),
        "latitude": .array(places.map { .number($0.latitude) }),
      ],
      "ties": [
        "places": .array(ties.map { .array($0.tie.places.map(Self.json)) }),
        "level": column { Level.allCases.firstIndex(of: $0.level) }, "kind": column { numbers[$0.kind] },
        "possibleFrom": column(\.span.possibleFrom), "certainFrom": column(\.span.certainFrom),
        "certainUntil": column(\.span.certainUntil), "possibleUntil": column(\.span.possibleUntil),
        "count": .array(ties.map { Self.json($0.count) }),
      ],
      "absent": .array(absent.map { ["why": .string($0.absence.rawValue), "count": Self.json($0.count)] }),
      "chart": TieChart.specification(extent: extent),
    ]
  }

  /// A row a year and level.
  var table: Grid {
    Grid(
      header: ["year", "level", "certain", "possible"],
      rows: years.flatMap { year in
        Level.allCases.map { level in
          let count = count(in: year, level: level)
          return ["\(year)", level.rawValue, "\(count.certain)", "\(count.possible)"]
        }
      })
  }

  private func column(_ value: (Tie) -> Int?) -> JSON {
    .array(ties.map { value($0.tie).map(Self.json) ?? .null })
  }

  private static func json(_ number: Int) -> JSON { .integer(Int64(number)) }
}
