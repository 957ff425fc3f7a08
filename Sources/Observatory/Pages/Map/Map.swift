import Foundation
import Interchange
import Workbench

extension Section {
  /// The map of ties: its data and drawings. It is shown on the overview.
  static let map = Section(
    routes: [
      Route(
        path: "/api/v1/map", kind: .data(schema: "TieMap", isTable: true),
        summary:
          "Partnerships by place, level, kind and time; as CSV how many there are at the end of each year",
        example: "/api/v1/map"
      ) { _, record in
        let map = try record.tieMap()
        return .data(map.value, table: map.table, isCompact: true)
      },
      Route(
        path: "/api/v1/map/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The map of today as a Vega-Lite specification with all its data",
        example: "/api/v1/map/chart"
      ) { _, record in
        .data(try record.tieChart(), table: nil, isCompact: true)
      },
      picture(.svg), picture(.png),
    ],
    templates: ["map": MapView.template])

  private static func picture(_ format: Picture) -> Route {
    Route(
      path: "/map/\(format.rawValue)", kind: .picture(type: format.type), summary: "The map of today, drawn",
      example: "/map/\(format.rawValue)"
    ) { _, record in
      try record.picture("map", as: format, record.patient.tieChart)
    }
  }
}

extension Record {
  func tieMap() throws -> TieMap {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    return try made(ties, "\(year)") { [patient] in
      try TieMap(patient.ledger(), of: patient.archive, gazetteer: Gazetteer(patient.home), present: year)
    }
  }

  fileprivate func tieChart() throws -> JSON {
    let text = try String(contentsOfFile: home.evidence + "/outlines/world.geojson", encoding: .utf8)
    let map = try tieMap()
    return TieChart.specification(
      map, outlines: try JSON(text: text)["features"] ?? .array([]), year: map.years.upperBound)
  }
}
