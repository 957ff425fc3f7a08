import Diplomacy
import GRDB

/// Versioned migrations: each released schema is migrated forward, in one transaction. A new archive is made as it is to be.
enum Schema {
  /// "ENTT": marks the file as one of ours (SQLite's `application_id`).
  static let applicationID = 0x454E_5454
  static let version = 5

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("\(version)", merging: ["1", "2", "3", "4"]) { database, applied in
      if applied.contains("2") { try fromVersion2(database) }
      if !applied.isDisjoint(with: ["2", "3"]) { try fromVersion3(database) }
      if !applied.isDisjoint(with: ["2", "3", "4"]) { return try fromVersion4(database) }
      let old = applied.isEmpty ? nil : try Version1(database)
      try create(in: database)
      try old?.record()
    }
    return migrator
  }

  /// Version 2 kept no ledger, and indexes on kinds and dates.
  private static func fromVersion2(_ database: Database) throws {
    try database.execute(
      sql:
        "DROP INDEX partnership_row_kind; DROP INDEX partnership_row_established; PRAGMA user_version = 3;"
        + ledger)
  }

  /// Version 3 knew of no edits that withdraw a statement, and so of none with a reason. What the rule says changes nothing on the disk: SQLite
  /// has it changed in the schema's own text ("Making Other Kinds Of Table Schema Changes", www.sqlite.org/lang_altertable.html).
  private static func fromVersion3(_ database: Database) throws {
    let old = "CHECK ((trim(reason) <> '') = (kind IN ('retraction', 'undo')))"
    try database.execute(sql: "PRAGMA writable_schema = ON")
    try database.execute(
      sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'batch'",
      arguments: [old, "CHECK (\(reasons))"])
    try database.execute(sql: "PRAGMA writable_schema = RESET; PRAGMA user_version = 4")
  }

  /// Version 4 had no corpora and no codings.
  private static func fromVersion4(_ database: Database) throws {
    try database.execute(sql: corpora + codings + "PRAGMA user_version = \(version)")
  }

  private static func create(in database: Database) throws {
    for part in [log, snapshot, snapshotOfEvents, partnershipViews, record, corpora, codings] {
      try database.execute(sql: part)
    }
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }

  /// The snapshot tables that hold one row an entity; everything else of the snapshot hangs on these.
  static func table(of kind: EntityKind) -> String {
    switch kind {
    case .partnership, .episode: "\(kind.rawValue)_row"
    case .actor, .event, .flow, .observation: kind.rawValue
    }
  }

  static let entityTables = EntityKind.allCases.map(table)
}
