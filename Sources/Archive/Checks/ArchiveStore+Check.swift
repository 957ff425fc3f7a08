import Diplomacy
import GRDB

extension ArchiveStore {
  /// Looks for damage in the file, for a snapshot that does not follow from the log, and for what cannot be true.
  ///
  /// Reads everything once; the snapshot is made anew in a copy in memory and compared row by row. It is not where the file is damaged or the
  /// log was changed: that has to be mended first.
  ///
  /// - Parameter isDeep: whether the chain of seals is followed as well, which finds a flipped bit anywhere in the log.
  public func check(isDeep: Bool = false, progress: Advance.Listener? = nil) throws -> [Finding] {
    try Self.guarding(path) {
      let (damage, changed, impossible) = try database.read { database in
        let changed = try unreadable(database) + SheafRules(database).findings()
        return (
          try storage(database) + (isDeep ? try Sealer(database).findings(progress: progress) : []),
          try changed + CorpusRules(database: database).findings(isDeep: isDeep)
            + CodingRules(database: database).findings(),
          // What cannot be read is told already.
          try domain(database) + (changed.isEmpty ? try SheafRules(database).dangling() : [])
        )
      }
      return damage + changed + impossible + ((damage + changed).isEmpty ? try differences() : [])
    }
  }

  /// The digest of the last batch's seal, on which all batches bear; nil while there is no batch. Noted down elsewhere, it tells later
  /// whether batches were cut off at the end or the chain was made anew.
  public func lastSeal() throws -> (batch: Int64, digest: String)? {
    try Self.guarding(path) {
      try database.read { database in
        try Row.fetchOne(database, sql: "SELECT batch, digest FROM seal ORDER BY batch DESC LIMIT 1").map {
          ($0["batch"], $0["digest"])
        }
      }
    }
  }

  private func storage(_ database: Database) throws -> [Finding] {
    let damage = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map {
      Finding(rule: "damaged-file", message: $0, entity: "")
    }
    let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
      Finding(
        rule: "broken-foreign-key",
        message: "a row of \(row[0] as String) refers to a missing row of \(row[2] as String)",
        entity: "")
    }
    return damage + orphans
  }

  /// Statements that cannot be read, or whose identifier does not follow from their content: the log was changed behind our back.
  private func unreadable(_ database: Database) throws -> [Finding] {
    let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM statement ORDER BY seq")
    var findings: [Finding] = []
    while let row = try cursor.next() {
      let id: String = row["id"]
      do {
        guard try LogReader.statement(row).contentID.text != id else { continue }
        findings.append(
          Finding(rule: "changed-statement", message: "statement \(id) is not what was recorded", entity: id))
      } catch {
        findings.append(
          Finding(
            rule: "changed-statement", message: "statement \(id) is not what was recorded: \(error)",
            entity: id))
      }
    }
    return findings
  }

  private func domain(_ database: Database) throws -> [Finding] {
    try DomainRules.all.flatMap { rule in
      try Row.fetchAll(database, sql: rule.sql).map { row in
        Finding(rule: rule.name, message: row["message"] ?? "", entity: row["entity"] ?? "")
      }
    }
  }

  /// The snapshot as kept against the snapshot as it would be made anew.
  private func differences() throws -> [Finding] {
    let isCounted = try database.read { try LedgerShelf($0).isTrue() }
    let ledger = Finding(
      rule: "stale-snapshot", message: "the packed ledger differs from the partnerships on record", entity: ""
    )
    let fresh = try copy()
    try fresh.database.write { try SnapshotWriter($0).rebuild() }
    return try ((Self.snapshotTables + ["unheard"]).map { ($0, "*") } + Self.indexTables).compactMap {
      table, columns in
      let kept = try contents(of: table, columns)
      let made = try fresh.contents(of: table, columns)
      guard kept != made else { return nil }
      return Finding(
        rule: "stale-snapshot",
        message:
          "table \(table) differs from what the log comes to (\(kept.count) rows kept, \(made.count) made anew)",
        entity: "")
    } + (isCounted ? [] : [ledger])
  }

  /// The rows of a table as text, sorted: for comparing.
  func contents(of table: String, _ columns: String = "*") throws -> [String] {
    try database.read { database in
      try Row.fetchAll(database, sql: "SELECT \(columns) FROM \(table)").map { row in
        row.map { "\($0)=\($1)" }.joined(separator: "|")
      }.sorted()
    }
  }

  static let snapshotTables =
    Schema.entityTables + [
      "name", "within", "nesting", "succession", "ties", "inventory", "episode_label", "participant",
      "event_channel", "event_initiative", "event_partnership", "observation_part", "contradiction",
      "contradiction_value",
    ]

  /// The search index and what of it follows from the log: not the numbers of its rows.
  static let indexTables = [("search", "kind, entity, text"), ("search_row", "kind, entity")]
}
