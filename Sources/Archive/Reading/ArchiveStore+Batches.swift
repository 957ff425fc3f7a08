public import Diplomacy
import GRDB

/// A batch in the log: what it brought when it came in, and whether it stands.
public struct LoggedBatch: Sendable {
  public let number: Int64
  public let batch: Batch
  public let recordedAt: String
  /// Statements that were not on record until then.
  public let added: Int
  /// Statements that were on record already, word for word.
  public let known: Int
  /// Sources and ladders that were not on record until then.
  public let sources: Int
  public let ladders: Int
  /// The statements that it withdrew: of a retraction or a correction.
  public let retracted: [StatementID]
  /// The batch that it withdrew: of an undoing.
  public let undid: Int64?
  /// The undoing that withdrew it; nil while it stands.
  public let undoneBy: Int64?
}

extension ArchiveStore {
  /// Every batch that the lens lets know of, in the order of the log.
  public func batches() throws -> [LoggedBatch] {
    try Self.guarding(path) { try read { try BatchReader($0).batches() } }
  }

  /// The latest batches that the lens lets know of, the last first.
  public func latestBatches(_ count: Int) throws -> [LoggedBatch] {
    try Self.guarding(path) {
      try read { database in
        let numbers = try Int64.fetchSet(
          database, sql: "SELECT id FROM batch ORDER BY id DESC LIMIT ?", arguments: [count])
        return try BatchReader(database).batches(numbers).reversed()
      }
    }
  }

  /// The batch of that number. Throws `ArchiveError.unknownBatch`.
  public func batch(_ number: Int64) throws -> LoggedBatch {
    try Self.guarding(path) {
      try read { database in
        guard let batch = try BatchReader(database).batches([number]).first else {
          throw ArchiveError.unknownBatch(number)
        }
        return batch
      }
    }
  }

  /// The entities of which a batch says or withdraws something; of an undoing, those of the batch that it undoes.
  public func entities(touchedBy number: Int64) throws -> Set<EntityReference> {
    try Self.guarding(path) {
      try read { database in
        var batches: Set<Int64> = [number]
        while let undone = try Int64.fetchOne(
          database, sql: "SELECT undone FROM undo WHERE batch = ?", arguments: [batches.min()])
        { batches.insert(undone) }
        return try DeliveryReader(database).entities(touchedBy: batches).union(
          SheafLog(database: database).entities(of: batches))
      }
    }
  }

  /// What a batch delivered, as it came in: into an empty archive, batch after batch, it makes the same record. Throws
  /// `ArchiveError.unknownBatch`.
  public func delivery(of number: Int64) throws -> Delivery {
    try Self.guarding(path) {
      try read { database in
        guard let logged = try BatchReader(database).batches([number]).first else {
          throw ArchiveError.unknownBatch(number)
        }
        let reader = DeliveryReader(database)
        return Delivery(
          batch: logged.batch, sources: try reader.sources(of: number),
          ladders: try reader.ladders(of: number),
          statements: try LogReader(database: database).statements(of: number),
          sheaves: try SheafLog(database: database).sheaves(of: number),
          retracting: logged.retracted)
      }
    }
  }
}

/// Reads the log's batches and counts what each brought.
struct BatchReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// All batches that the lens lets know of, or those of them that are given by number.
  func batches(_ numbers: Set<Int64>? = nil) throws -> [LoggedBatch] {
    let lens = try LogReader(database: database).lens()
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT batch.*, (SELECT undone FROM undo WHERE batch = id) AS undid, (
            SELECT max(batch) FROM undo WHERE undone = id AND batch NOT IN (SELECT batch FROM unheard)) AS undone_by, (
            SELECT json_group_array(s.id) FROM retraction r JOIN statement s ON s.seq = r.statement
            WHERE r.batch = batch.id) AS retracted
        FROM batch
        WHERE recorded_at <= coalesce(?, recorded_at) AND id <= coalesce(?, id) ORDER BY id
        """,
      arguments: [lens.knownAt, lens.knownBatch])
    return try rows.filter { numbers?.contains($0["id"]) ?? true }.map(batch)
  }

  private func batch(_ row: Row) throws -> LoggedBatch {
    let number: Int64 = row["id"]
    // What was withdrawn when it came in: a statement that only such batches had brought was not on record.
    let withdrawn = try Hearing(database).unheard(through: Lens(knownBatch: number - 1)).filter {
      $0 < number
    }
    let statements = try count("delivery", "statement", number, withdrawn)
    let packed = try SheafLog(database: database).count(of: number)
    return LoggedBatch(
      number: number,
      batch: Batch(
        kind: Batch.Kind(rawValue: row["kind"]) ?? .edit, file: row["file"], fileHash: row["file_hash"],
        mappingHash: row["mapping_hash"], coder: row["coder"], reason: row["reason"]),
      recordedAt: row["recorded_at"], added: statements.new + packed, known: statements.all - statements.new,
      sources: try count("source_delivery", "entry", number, withdrawn).new,
      ladders: try count("ladder_delivery", "entry", number, withdrawn).new,
      retracted: try String.fetchAll(
        database, sql: "SELECT value FROM json_each(?)", arguments: [row["retracted"] as String]
      ).map { StatementID($0) },
      undid: row["undid"], undoneBy: row["undone_by"])
  }

  /// How many a batch delivered, and how many of them no batch before it had, but for withdrawn ones.
  private func count(
    _ table: String, _ column: String, _ batch: Int64, _ withdrawn: Set<Int64>
  ) throws -> (all: Int, new: Int) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT count(*) AS total, count(*) FILTER (WHERE NOT EXISTS (
            SELECT 1 FROM \(table) earlier
            WHERE earlier.\(column) = own.\(column) AND earlier.batch < own.batch
              AND earlier.batch NOT IN (SELECT value FROM json_each(?2)))) AS new
        FROM \(table) own WHERE own.batch = ?1
        """,
      arguments: [batch, "[" + withdrawn.map(String.init).joined(separator: ",") + "]"])
    return (row?["total"] ?? 0, row?["new"] ?? 0)
  }
}
