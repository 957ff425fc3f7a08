import Chronology
import GRDB

/// Seals batches: a digest of all that a batch brought, chained to the one before. What was sealed can be told from what was changed.
struct Sealer {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Seals a batch that is all written, in the transaction that writes it. It is the latest.
  func seal(_ batch: Int64) throws {
    let previous = try String.fetchOne(
      database, sql: "SELECT digest FROM seal WHERE batch < ? ORDER BY batch DESC LIMIT 1", arguments: [batch]
    )
    try database.execute(
      sql: "INSERT INTO seal VALUES (?, ?)", arguments: [batch, try digest(of: batch, after: previous)])
  }

  /// Seals batches that have no seal, from the first on.
  func sealAll() throws {
    for batch in try Int64.fetchAll(database, sql: "SELECT id FROM batch ORDER BY id") { try seal(batch) }
  }

  /// What does not hold, the first batch first. A batch after one that was removed or put elsewhere does not hold either, since it is chained
  /// to it.
  func findings(progress: Advance.Listener? = nil) throws -> [Finding] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, digest FROM batch LEFT JOIN seal ON seal.batch = batch.id ORDER BY id")
    var findings: [Finding] = []
    var previous: (batch: Int64, digest: String)?
    for (place, row) in rows.enumerated() {
      progress?(Advance(step: .checking, done: place, total: rows.count))
      let batch: Int64 = row["id"]
      guard let digest = row["digest"] as String? else {
        findings.append(Self.finding("batch \(batch) has no seal"))
        continue
      }
      if try self.digest(of: batch, after: previous?.digest) != digest {
        let place = previous.map { "its place after batch \($0.batch)" } ?? "its place as the first"
        findings.append(
          Self.finding("batch \(batch) does not hold: what it brought, or \(place), is not what was sealed"))
      }
      previous = (batch, digest)
    }
    let loose = try Int.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM source_entry WHERE seq NOT IN (SELECT entry FROM source_delivery))
          + (SELECT count(*) FROM ladder_entry WHERE seq NOT IN (SELECT entry FROM ladder_delivery))
        """)
    if let loose, loose > 0 {
      findings.append(
        Self.finding("\(loose.of("source")) or ladders came in with no batch"))
    }
    return findings
  }

  private static func finding(_ message: String) -> Finding {
    Finding(rule: "broken-chain", message: message, entity: "")
  }

  private func digest(of batch: Int64, after previous: String?) throws -> String {
    var digest = RowDigest(after: previous)
    for (table, sql) in Self.brought { try digest.add(table, sql, of: batch, in: database) }
    return digest.text()
  }

  /// The tables that hold what a batch brought, and its rows in them. A packed statement that was given a row of its own later is left out:
  /// it is sealed in its sheaf.
  private static let brought = [
    (
      "batch",
      """
      SELECT id, kind, file, file_hash, mapping_hash, coder, reason, recorded_at FROM batch WHERE id = ?
      """
    ),
    (
      "source_entry",
      """
      SELECT seq, id, title, issued, issued_earliest, issued_latest, csl
      FROM source_entry JOIN source_delivery ON entry = seq WHERE batch = ? ORDER BY seq
      """
    ),
    (
      "ladder_entry",
      """
      SELECT seq, id, title, source, rungs
      FROM ladder_entry JOIN ladder_delivery ON entry = seq WHERE batch = ? ORDER BY seq
      """
    ),
    (
      "statement",
      """
      SELECT seq, id, kind, entity, says, source, locator, rank, certainty, coder, note
      FROM statement WHERE batch = ?1 AND NOT EXISTS (
        SELECT 1 FROM sheaf WHERE sheaf.batch = ?1 AND seq BETWEEN first AND first + sheaf.count - 1)
      ORDER BY seq
      """
    ),
    ("sheaf", "SELECT id, kind, first, count, hashes, content FROM sheaf WHERE batch = ? ORDER BY id"),
    ("redelivery", "SELECT seq, statement FROM redelivery WHERE batch = ? ORDER BY seq"),
    ("retraction", "SELECT statement FROM retraction WHERE batch = ? ORDER BY statement"),
    ("undo", "SELECT undone FROM undo WHERE batch = ?"),
  ]
}
