import Archive
import Diplomacy
import Foundation
import Workbench

/// A folder with files to import and an archive to import them into; removed when it goes.
final class Desk {
  let folder: String
  let archive: ArchiveStore

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    archive = try ArchiveStore.create(at: folder + "/desk.entente")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  func plan(_ mapping: String) throws -> ImportPlan {
    try Importer(archive, coder: "x").plan(mappingAt: folder + "/" + mapping)
  }

  @discardableResult
  func bring(_ mapping: String, at moment: String = "2026-01-31T12:00:00.000Z") throws -> Receipt {
    try Importer(archive, coder: "x").carryOut(try plan(mapping), at: moment)
  }

  func rows(_ sql: String) throws -> [[String]] { try archive.query(sql).rows.map { $0.map(\.text) } }

  /// How much the log and the snapshot hold.
  func counts() throws -> [String] {
    try rows(
      """
      SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM statement), (SELECT count(*) FROM source),
        (SELECT count(*) FROM actor), (SELECT count(*) FROM partnership)
      """)[0]
  }

  static let sources = #"[{"id":"s","type":"book","title":"A survey"}]"#

  static let actorMapping = """
    file: actors.csv
    source: {value: s}
    locator: {value: ""}
    entities:
      - {kind: actor, id: "{id}", says: {name: {column: name}, alias: {column: alias, split: ";"}}}
    """

  static let actors =
    "id,name,alias\npl-lodz,Łódź,Lodsch\ncn-sichuan,Sichuan,四川省\nfr-paris,Paris,\nus-paris,Paris,\n"

  static let tieMapping = """
    file: ties.csv
    source: {column: source, default: s}
    locator: {column: locator}
    entities:
      - {kind: partnership, id: "{id}", says: {party: [{column: a, side: partner}, {column: b, side: cn}]}}
    """

  /// A desk with the actors recorded and a table of ties at hand.
  static func withActors(_ ties: String, mapping: String = tieMapping) throws -> Desk {
    let desk = try Desk([
      "sources.json": sources, "actors.yml": actorMapping, "actors.csv": actors, "ties.yml": mapping,
      "ties.csv": ties,
    ])
    try desk.bring("actors.yml")
    return desk
  }
}
