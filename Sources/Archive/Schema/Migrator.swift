import Diplomacy
import GRDB

/// Versioned migrations: each released schema is migrated forward, one step a version, and never edited afterwards.
enum Schema {
  /// "ENTT": marks the file as one of ours (SQLite's `application_id`).
  static let applicationID = 0x454E_5454
  static let version = 1

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: log)
      try database.execute(sql: snapshot)
      try database.execute(sql: snapshotOfEvents)
      try database.execute(sql: partnershipViews)
      try database.execute(sql: record)
      try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }
    return migrator
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
