import Foundation

/// The files of `Tests/Fixtures/tables`, and what Python reads in them (`make_tables.py`).
enum Fixture {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/tables").path

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  static func expected(_ name: String) throws -> Any? {
    let data = Data(try bytes("expected.json"))
    return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?[name]
  }
}
