import Foundation
import TestSupport
import Testing

/// A folder with a sound archive, `a.entente`, and files beside it that import well; in it a malformed file is tried.
struct Workplace {
  static let load = ["import", "t.yml", "--archive", "a.entente"]
  static let study = ["study", "check", "s", "--archive", "a.entente"]
  static let initialise = ["init", "--bundled", "--archive", "new.entente"]

  static let mapping = """
    file: t.csv
    source: {value: survey}
    locator: {column: page}
    entities:
      - kind: actor
        id: "{id}"
        says:
          name: {column: name}
          kind: {column: kind}
          founded: {column: founded}

    """
  static let table = "id,name,kind,founded,page\nit,Italy,state,1861,p. 1\n"
  static let sources = ImportFolder.sources
  static let ladder = "ladder: l\ntitle: L\nsource: survey\nrungs: [{name: low, labels: [A]}]\n"
  static let manifest = "sources: sources.json\nladders: [l.yml]\nmappings: [t.yml]\n"
  static let studyHead = "study: s\ntitle: S\nsource: survey\nabout: For tests.\n"

  private static let files: [String: String] = [
    "t.yml": mapping, "t.csv": table, "sources.json": sources,
    "Evidence/t.yml": mapping, "Evidence/t.csv": table, "Evidence/sources.json": sources,
    "Evidence/l.yml": ladder, "Evidence/evidence.yml": manifest,
    "Studies/s/study.yml": studyHead,
  ]

  /// With two states of one name, and a third, made by the program itself.
  private static let sound = Result {
    let place = try ImportFolder(
      "t", mapping: mapping,
      table:
        "id,name,kind,founded,page\ncd,Congo,state,1960-06,p. 1\ncg,Congo,state,1960-08,p. 1\nfr,France,state,,p. 2\n"
    )
    #expect(try place.load().code == 0)
    return try Data(contentsOf: URL(filePath: place.folder.path + "/a.entente"))
  }

  let folder: ScratchFolder

  init(_ differing: [String: Malformed.Content] = [:]) throws {
    folder = try ScratchFolder()
    try Self.sound.get().write(to: URL(filePath: folder.path + "/a.entente"))
    for (name, text) in Self.files where differing[name] == nil { try folder.write(text, to: name) }
    for (name, content) in differing {
      switch content {
      case .bytes(let bytes):
        try folder.write("", to: name)
        try Data(bytes).write(to: URL(filePath: folder.path + "/" + name))
      case .folder:
        try FileManager.default.removeItem(atPath: folder.path + "/" + name, ifThere: true)
        try FileManager.default.createDirectory(
          atPath: folder.path + "/" + name, withIntermediateDirectories: true)
      case .nothing: try FileManager.default.removeItem(atPath: folder.path + "/" + name, ifThere: true)
      }
    }
  }

  /// Every file below with what is in it, but for the counters of changes and of schemas in SQLite's header (its file format, 1.3):
  /// opening an archive to write advances them. Of SQLite's side files, which readers leave, only a log with something in it counts.
  func contents() throws -> [String: Data] {
    let names = try folder.files().filter { !$0.hasSuffix("-shm") }
    return Dictionary(
      uniqueKeysWithValues: try names.compactMap { name in
        var data = try Data(contentsOf: URL(filePath: folder.path + "/" + name))
        if data.isEmpty && name.hasSuffix("-wal") { return nil }
        if data.count > 100, data.starts(with: Data("SQLite format 3\0".utf8)) {
          for place in [24, 40, 92] { data.replaceSubrange(place..<(place + 4), with: Data(count: 4)) }
        }
        return (name, data)
      })
  }

  /// The sound archive with some of its bytes changed.
  static func archive(_ change: (inout Data) -> Void) -> Malformed.Content {
    var data = (try? sound.get()) ?? Data()
    change(&data)
    return .bytes(Array(data))
  }
}

extension FileManager {
  fileprivate func removeItem(atPath path: String, ifThere: Bool) throws {
    if !ifThere || fileExists(atPath: path) { try removeItem(atPath: path) }
  }
}
