import Chronology
import Diplomacy
import GRDB

/// Reads what batches delivered.
struct DeliveryReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The numbers of the statements that a batch delivered, whether for the first time or again.
  func statements(of batch: Int64) throws -> Set<Int64> {
    try Int64.fetchSet(database, sql: "SELECT statement FROM delivery WHERE batch = ?", arguments: [batch])
  }

  /// The sources that a batch delivered.
  func sources(of batch: Int64) throws -> [Source] {
    try Row.fetchAll(
      database,
      sql:
        "SELECT e.* FROM source_delivery d JOIN source_entry e ON e.seq = d.entry WHERE d.batch = ? ORDER BY e.seq",
      arguments: [batch]
    ).map { row in
      Source(
        id: SourceID(row["id"]), title: row["title"],
        issued: (row["issued"] as String?).flatMap { try? EDTF($0) }, csl: row["csl"])
    }
  }

  /// The ladders that a batch delivered.
  func ladders(of batch: Int64) throws -> [Ladder] {
    try Row.fetchAll(
      database,
      sql:
        "SELECT e.* FROM ladder_delivery d JOIN ladder_entry e ON e.seq = d.entry WHERE d.batch = ? ORDER BY e.seq",
      arguments: [batch]
    ).map { row in
      Ladder(
        id: row["id"], title: row["title"], source: SourceID(row["source"]),
        rungs: Ladder.rungs(of: row["rungs"]) ?? [])
    }
  }

  /// The first batch that is heard and delivered just these statements, sources and ladders, no more and no less.
  func holder(of statements: [Int64], sources: [Int64], ladders: [Int64]) throws -> Int64? {
    let (statements, sources, ladders) = (Set(statements), Set(sources), Set(ladders))
    return try batches(statements.first, sources.first, ladders.first).first { batch in
      try self.works("source", of: batch) == sources && self.works("ladder", of: batch) == ladders
        && self.statements(of: batch) == statements && SheafLog(database: database).count(of: batch) == 0
    }
  }

  /// The batches that are heard and that the same file made by the same mapping, under the same coder or by anyone.
  func alike(_ batch: Batch, byAnyone: Bool = false) throws -> [Int64] {
    guard !batch.fileHash.isEmpty else { return [] }
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM batch WHERE file_hash = ? AND mapping_hash = ? AND (? OR coder = ?)
          AND id NOT IN (SELECT batch FROM unheard) ORDER BY id
        """, arguments: [batch.fileHash, batch.mappingHash, byAnyone, batch.coder])
  }

  /// Whether a batch delivered all of these, perhaps with others: those that the table made when it first came in.
  func delivered(_ statements: [Int64], sources: [Int64], ladders: [Int64], in batch: Int64) throws -> Bool {
    try works("source", of: batch).isSuperset(of: sources)
      && works("ladder", of: batch).isSuperset(of: ladders)
      && self.statements(of: batch).isSuperset(of: statements)
  }

  /// The batches that are heard and delivered one of these.
  private func batches(_ statement: Int64?, _ source: Int64?, _ ladder: Int64?) throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: """
        SELECT batch FROM (
          SELECT batch FROM delivery WHERE statement = ?1
          UNION SELECT batch FROM source_delivery WHERE entry = ?2
          UNION SELECT batch FROM ladder_delivery WHERE entry = ?3)
        WHERE batch NOT IN (SELECT batch FROM unheard) ORDER BY batch
        """,
      arguments: [statement, source, ladder])
  }

  private func works(_ kind: String, of batch: Int64) throws -> Set<Int64> {
    try Int64.fetchSet(
      database, sql: "SELECT entry FROM \(kind)_delivery WHERE batch = ?", arguments: [batch])
  }

  /// The statements that batches delivered or retracted and that now stand: their numbers, and of which entities.
  func standing(touchedBy batches: Set<Int64>) throws -> [Int64: EntityReference] {
    let rows = try touched(
      by: batches, "SELECT seq, kind, entity FROM live_statement WHERE seq IN (SELECT statement FROM touched)"
    )
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        EntityKind(rawValue: row["kind"]).map { (row["seq"] as Int64, EntityReference($0, row["entity"])) }
      })
  }

  /// The entities of which batches delivered or retracted a statement, whether it stands or not.
  func entities(touchedBy batches: Set<Int64>) throws -> Set<EntityReference> {
    let rows = try touched(
      by: batches,
      "SELECT DISTINCT kind, entity FROM statement WHERE seq IN (SELECT statement FROM touched)")
    return Set(
      rows.compactMap { row in EntityKind(rawValue: row["kind"]).map { EntityReference($0, row["entity"]) } })
  }

  /// The identifiers of the actors of which heard batches before this one speak.
  func actors(before batch: Int64) throws -> Set<String> {
    let earlier = try Int64.fetchSet(
      database, sql: "SELECT id FROM batch WHERE id < ? AND id NOT IN (SELECT batch FROM unheard)",
      arguments: [batch])
    let rows = try String.fetchSet(
      database,
      sql: """
        SELECT s.entity FROM statement s JOIN delivery d ON d.statement = s.seq
        WHERE s.kind = 'actor' AND d.batch < ? AND d.batch NOT IN (SELECT batch FROM unheard)
        """, arguments: [batch])
    return rows.union(try SheafLog(database: database).actors(of: earlier))
  }

  private func touched(by batches: Set<Int64>, _ sql: String) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        WITH touched AS (
          SELECT statement FROM delivery WHERE batch IN (SELECT value FROM json_each(?1))
          UNION SELECT statement FROM retraction WHERE batch IN (SELECT value FROM json_each(?1)))
        \(sql)
        """,
      arguments: ["[" + batches.map(String.init).joined(separator: ",") + "]"])
  }
}
