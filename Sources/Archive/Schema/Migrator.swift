import Diplomacy
import GRDB

/// Versioned migrations: each released schema is migrated forward, in one transaction. A new archive is made as it is to be.
enum Schema {
  /// "ENTT": marks the file as one of ours (SQLite's `application_id`).
  static let applicationID = 0x454E_5454
  static let version = 3

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("\(version)", merging: ["1", "2"]) { database, applied in
      guard !applied.contains("2") else { return try fromVersion2(database) }
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
        "DROP INDEX partnership_row_kind; DROP INDEX partnership_row_established; PRAGMA user_version = \(version);"
        + ledger)
  }

  private static func create(in database: Database) throws {
    for part in [log, snapshot, snapshotOfEvents, partnershipViews, record] {
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
