public import Discourse
import Foundation
import GRDB

/// A codebook on record, with all of its versions.
public struct FiledCodebook: Sendable {
  /// When a version came in, and from where.
  public struct Imprint: Hashable, Sendable {
    public let file: String
    public let coder: String
    public let note: String
    public let recordedAt: String
  }

  public let id: Int64
  public let name: String
  public let versions: CodebookVersions
  /// Of each version, in their order.
  public let imprints: [Imprint]
}

/// Reads and writes codebooks.
enum Codebooks {
  /// - Throws: `ArchiveError.unknownCodebook`.
  static func find(_ name: String, _ database: Database) throws -> FiledCodebook {
    guard
      let id = try Int64.fetchOne(database, sql: "SELECT id FROM codebook WHERE name = ?", arguments: [name])
    else {
      throw ArchiveError.unknownCodebook(
        name, known: try String.fetchAll(database, sql: "SELECT name FROM codebook ORDER BY name"))
    }
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM codebook_version WHERE codebook = ? ORDER BY version", arguments: [id])
    return FiledCodebook(
      id: id, name: name,
      versions: CodebookVersions(try rows.map { try version($0["version"], of: id, database) }),
      imprints: rows.map {
        .init(file: $0["file"], coder: $0["coder"], note: $0["note"], recordedAt: $0["recorded_at"])
      })
  }

  private static func version(_ number: Int, of codebook: Int64, _ database: Database) throws -> Codebook {
    try Codebook(
      Row.fetchAll(
        database, sql: "SELECT * FROM code WHERE codebook = ? AND version = ? ORDER BY position",
        arguments: [codebook, number]
      ).map { row in
        try Code(
          id: row["id"], parent: row["parent"], name: row["name"],
          rule: .init(
            definition: row["definition"], rules: list(row["rules"]), examples: list(row["examples"])),
          isGiven: row["is_given"], color: row["color"])
      })
  }

  static func write(_ codebook: Codebook, version: Int, of id: Int64, _ database: Database) throws {
    let adding = try database.cachedStatement(
      sql: "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, code) in codebook.codes.enumerated() {
      try adding.execute(arguments: [
        id, version, code.id, position, code.parent, code.name, code.rule.definition,
        code.rule.rules.jsonList,
        code.rule.examples.jsonList, code.isGiven, code.color,
      ])
    }
  }

  /// The texts of a JSON array as `jsonList` writes it. Throws SQLite's error for a damaged file where it is none: a rule must not be lost unseen.
  static func list(_ json: String) throws -> [String] {
    do { return try JSONDecoder().decode([String].self, from: Data(json.utf8)) } catch {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a list of texts cannot be read: \(json.prefix(80))")
    }
  }
}

extension ArchiveStore {
  /// Names of the codebooks, in their order.
  public func codebooks() throws -> [String] {
    try Self.guarding(path) {
      try read { try String.fetchAll($0, sql: "SELECT name FROM codebook ORDER BY name") }
    }
  }

  /// - Throws: `ArchiveError.unknownCodebook`.
  public func codebook(_ name: String) throws -> FiledCodebook {
    try Self.guarding(path) { try read { try Codebooks.find(name, $0) } }
  }

  /// Keeps a version of a codebook, which is made where there is none of that name. What the latest version says already is not kept again.
  ///
  /// - Returns: the version's number, and whether it is new.
  public func keep(
    _ codebook: Codebook, as name: String, file: String = "", coder: String = "", note: String = "",
    at moment: String
  ) throws -> (version: Int, isNew: Bool) {
    try Self.guarding(path) {
      try change { database in
        try database.execute(
          sql: "INSERT INTO codebook (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
        let filed = try Codebooks.find(name, database)
        guard filed.versions.current != codebook else { return (filed.versions.latest, false) }
        let version = filed.versions.latest + 1
        try database.execute(
          sql: "INSERT INTO codebook_version VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [filed.id, version, file, coder, note, moment])
        try Codebooks.write(codebook, version: version, of: filed.id, database)
        return (version, true)
      }
    }
  }
}
