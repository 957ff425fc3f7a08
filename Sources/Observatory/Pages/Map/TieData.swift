import Interchange
import Workbench

extension TieMap {
  /// `{years, places, ties, counts, absent, chart}`: all that a slider needs.
  var value: JSON {
    [
      "years": .array([.integer(Int64(years.lowerBound)), .integer(Int64(years.upperBound))]),
      "places": .array(
        places.map {
          [
            "code": .string($0.code), "name": .string($0.name.onPage), "longitude": .number($0.longitude),
            "latitude": .number($0.latitude),
          ]
        }),
      "ties": .array(
        ties.map { tie, count in
          [
            "places": .array(tie.places.map { .integer(Int64($0)) }), "level": .string(tie.level.rawValue),
            "kind": .string(tie.kind.onPage), "possibleFrom": Self.json(tie.span.possibleFrom),
            "certainFrom": Self.json(tie.span.certainFrom), "certainUntil": Self.json(tie.span.certainUntil),
            "possibleUntil": Self.json(tie.span.possibleUntil), "count": .integer(Int64(count)),
          ]
        }),
      "absent": .array(
        absent.map { ["why": .string($0.absence.rawValue), "count": .integer(Int64($0.count))] }),
      "chart": TieChart.specification(self, outlines: nil),
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

  private static func json(_ year: Int?) -> JSON { year.map { .integer(Int64($0)) } ?? .null }
}
