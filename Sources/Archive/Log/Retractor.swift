import Diplomacy
import GRDB

/// Writes retractions into the log, inside the caller's transaction. A packed statement is lifted first.
struct Retractor {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Withdraws the statements in the name of a batch, and tells of what they spoke: the snapshot is the caller's to bring up to date.
  ///
  /// - Throws: `ArchiveError.unknownStatement`, `.undoneStatement`, `.alreadyRetracted`; a storage error where the batch has no reason.
  func retract(_ ids: [StatementID], batch: Int64) throws -> Set<EntityReference> {
    guard !ids.isEmpty else { return [] }
    let reason = try String.fetchOne(
      database, sql: "SELECT reason FROM batch WHERE id = ?", arguments: [batch])
    guard reason?.contains(where: { !$0.isWhitespace }) == true else {
      throw DatabaseError(
        resultCode: .SQLITE_CONSTRAINT, message: "a statement is withdrawn without a reason")
    }
    return try Set(ids.map { try retract($0, batch: batch) })
  }

  private func retract(_ id: StatementID, batch: Int64) throws -> EntityReference {
    try SheafLog(database: database).lift(id)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT seq, kind, entity, EXISTS (SELECT 1 FROM heard_statement h WHERE h.id = statement.id) AS is_heard, EXISTS (
          SELECT 1 FROM retraction r WHERE r.statement = seq AND r.batch NOT IN (SELECT batch FROM unheard)
        ) AS is_retracted
        FROM statement WHERE id = ?
        """, arguments: [id.text])
    guard let row, let kind = EntityKind(rawValue: row["kind"]) else {
      throw ArchiveError.unknownStatement(id.text)
    }
    guard !(row["is_retracted"] as Bool) else { throw ArchiveError.alreadyRetracted(id.text) }
    guard row["is_heard"] as Bool else { throw ArchiveError.undoneStatement(id.text) }
    try database.execute(
      sql: "INSERT INTO retraction VALUES (?, ?)", arguments: [row["seq"] as Int64, batch])
    return EntityReference(kind, row["entity"])
  }
}
