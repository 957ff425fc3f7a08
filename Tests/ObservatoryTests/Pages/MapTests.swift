import Archive
import Foundation
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("The map of ties")
struct MapTests {
  private static func map() throws -> TieMap {
    try TieMap(
      Bundled.archive().ledger(), of: Bundled.archive(), gazetteer: Gazetteer(Project.home()), present: 2026)
  }

  @Test(
    "counts what SQL counts on record at the end of a year", arguments: [1985, 1999, 2004, 2015, 2017, 2026])
  func counts(year: Int) throws {
    let row = try Bundled.archive().query(
      """
      SELECT count(*) FILTER (WHERE coalesce(established_earliest, '') <= :day AND coalesce(ended_latest, '9999') > :day),
        count(*) FILTER (WHERE established_latest <= :day AND (ended IS NULL OR ended_earliest > :day))
      FROM partnership
      """, ["day": "\(year)-12-31"]
    ).rows[0]
    let count = try Self.map().count(in: year)
    #expect(count.possible == Int(row[0].number ?? -1) && count.certain == Int(row[1].number ?? -1))
  }

  @Test("holds every partnership once, on the map or counted as absent")
  func whole() throws {
    let map = try Self.map()
    let all = try Bundled.archive().query("SELECT count(*) FROM partnership").rows[0][0].number
    #expect(Double(map.ties.map(\.count).reduce(0, +)) == all)
    let placed = map.ties.filter { !$0.tie.places.isEmpty }.map(\.count).reduce(0, +)
    #expect(Double(placed + map.absent.map(\.count).reduce(0, +)) == all)
  }

  /// Where the capitals lie, which are within two degrees of the middle of these units: Bologna, Łódź; Chengdu within three of Sichuan's.
  @Test(
    "sets units where they are",
    arguments: [
      ("IT-45", 11.34, 44.49, 2.0), ("PL-10", 19.46, 51.77, 2.0), ("CN-SC", 104.06, 30.66, 3.0),
      ("HK", 114.17, 22.3, 1.0),
    ])
  func positions(code: String, longitude: Double, latitude: Double, near: Double) throws {
    let data = try Data(contentsOf: URL(filePath: Project.home().evidence + "/outlines/places.json"))
    let place = try #require(try JSONDecoder().decode([String: [Double]].self, from: data)[code])
    #expect(abs(place[0] - longitude) < near && abs(place[1] - latitude) < near, "\(place)")
  }

  @Test("puts a city into its first-level unit, and nothing at zero, zero")
  func cities() throws {
    let map = try Self.map()
    let lodz = try #require(map.places.first { $0.code == "PL-10" })
    #expect(lodz.name == "Łódzkie")
    #expect(map.places.allSatisfy { abs($0.longitude) > 0.01 || abs($0.latitude) > 0.01 })
  }

  @Test("leaves out whom no code places, and who may be one of several")
  func absent() throws {
    let map = try TieMap(
      Bundled.archive().ledger(), of: Bundled.archive(), gazetteer: Gazetteer([:]), present: 2026)
    #expect(map.places.isEmpty && map.ties.allSatisfy { $0.tie.places.isEmpty })
    #expect(map.absent.map(\.absence) == [.unplaced])
  }

  @Test("has outlines of less than 600 kB, none of a country around the whole globe, with lines in dispute")
  func outlines() throws {
    let folder = try Project.home().evidence + "/outlines/"
    let world = try Data(contentsOf: URL(filePath: folder + "world.geojson"))
    #expect(try world.count + Data(contentsOf: URL(filePath: folder + "places.json")).count < 600_000)
    let features = try #require(
      (try JSONSerialization.jsonObject(with: world) as? [String: Any])?["features"] as? [[String: Any]])
    let layers = features.compactMap { ($0["properties"] as? [String: Any])?["layer"] as? String }
    #expect(Set(layers) == ["land", "first level", "disputed"])
    for feature in features {
      guard let shape = feature["geometry"] as? [String: Any], shape["type"] as? String == "MultiPolygon"
      else { continue }
      for polygon in shape["coordinates"] as? [[[[Double]]]] ?? [] {
        // The shoelace formula: negative for a ring that runs clockwise, as d3-geo wants it.
        let ring = polygon[0]
        let area = zip(ring, ring.dropFirst()).map { $0[0] * $1[1] - $1[0] * $0[1] }.reduce(0, +)
        #expect(area < 0)
      }
    }
  }
}
