import Diplomacy
import GRDB

/// Writes a delivery into the log, inside the caller's transaction.
struct LogWriter {
  let database: Database
  let moment: String
  private let progress: Advance.Listener?

  init(_ database: Database, moment: String, progress: Advance.Listener?) {
    self.database = database
    self.moment = moment
    self.progress = progress
  }

  func append(_ delivery: Delivery) throws -> Receipt {
    var receipt = Receipt()
    let works = WorkWriter(database)
    let sources = try works.look(delivery.sources)
    let ladders = try works.look(delivery.ladders)
    let met = try look(delivery.statements, &receipt)
    receipt.sources = sources.count { !$0.isOnRecord }
    receipt.ladders = ladders.count { !$0.isOnRecord }
    if receipt.isEmpty,
      try DeliveryReader(database).holdsBatch(
        of: met.compactMap(\.seq), sources: sources.compactMap(\.entry), ladders: ladders.compactMap(\.entry))
    {
      return receipt
    }

    let batch = try insert(delivery.batch)
    receipt.batch = batch
    for source in sources { try works.insert(source, batch: batch) }
    for ladder in ladders { try works.insert(ladder, batch: batch) }
    try works.requireSources(of: delivery.statements, and: delivery.ladders)
    var place = try nextPlace()
    try met.forEach(.writing, telling: progress) { one in
      if let seq = one.seq {
        try redeliver(seq, batch: batch, place: place)
      } else {
        try insert(one.statement, batch: batch, seq: place)
      }
      place += 1
    }
    let snapshot = SnapshotWriter(database)
    try snapshot.index(sources: sources.filter { !$0.isOnRecord }.map(\.work.id.text))
    try snapshot.refresh(Set(receipt.statements.map(\.entity)), progress: progress)
    return receipt
  }

  /// A statement as the log has met it: its number there, nil when it never came in.
  private struct Met {
    let statement: Statement
    let seq: Int64?
  }

  /// Each statement once, in the order delivered. Those that the record does not hold are new, though the log may know them from a
  /// batch that was undone.
  private func look(_ statements: [Statement], _ receipt: inout Receipt) throws -> [Met] {
    let lookup = try database.cachedStatement(
      sql: """
        SELECT seq, EXISTS (SELECT 1 FROM heard_statement h WHERE h.id = statement.id) AS is_heard, EXISTS (
          SELECT 1 FROM retraction r WHERE r.statement = seq AND r.batch NOT IN (SELECT batch FROM unheard)
        ) AS is_retracted
        FROM statement WHERE id = ?
        """)
    var met: [Met] = []
    var seen: Set<StatementID> = []
    for statement in statements where seen.insert(statement.id).inserted {
      let row = try Row.fetchOne(lookup, arguments: [statement.id.text])
      met.append(Met(statement: statement, seq: row?["seq"]))
      if let row, row["is_heard"] || row["is_retracted"] {
        receipt.known += 1
        if row["is_retracted"] { receipt.retracted += 1 }
      } else {
        receipt.statements.append(statement)
      }
    }
    return met
  }

  /// Writes the batch's own row and gives its number.
  func insert(_ batch: Batch) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO batch (kind, file, file_hash, mapping_hash, coder, reason, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        batch.kind.rawValue, batch.file, batch.fileHash, batch.mappingHash, batch.coder, batch.reason, moment,
      ])
    let number = database.lastInsertedRowID
    try Hearing(database).refresh()
    return number
  }

  /// The next place in the order of all deliveries.
  private func nextPlace() throws -> Int64 {
    try Int64.fetchOne(
      database,
      sql: """
        SELECT 1 + max(coalesce((SELECT max(seq) FROM statement), 0), coalesce((SELECT max(seq) FROM redelivery), 0))
        """) ?? 1
  }

  private func redeliver(_ statement: Int64, batch: Int64, place: Int64) throws {
    try database.cachedStatement(sql: "INSERT INTO redelivery VALUES (?, ?, ?)")
      .execute(arguments: [place, statement, batch])
  }

  /// SQLite's texts end at U+0000: a statement that holds one would come back cut short.
  private func refuseZero(in statement: Statement) throws {
    let claims = statement.says.values.joined()
    let texts =
      [statement.entity.id, statement.source.text, statement.locator, statement.coder, statement.note]
      + claims.flatMap { $0.alternatives.map(\.description) } + claims.compactMap(\.side)
    guard texts.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw DatabaseError(
        resultCode: .SQLITE_CONSTRAINT,
        message: "a statement on \(statement.entity) holds the character U+0000")
    }
  }

  private func insert(_ statement: Statement, batch: Int64, seq: Int64) throws {
    try refuseZero(in: statement)
    let insertion = try database.cachedStatement(
      sql: """
        INSERT INTO statement
          (seq, id, batch, kind, entity, says, source, locator, rank, certainty, coder, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insertion.execute(arguments: [
      seq, statement.id.text, batch, statement.entity.kind.rawValue, statement.entity.id,
      StatementText.encode(statement.says), statement.source.text, statement.locator, statement.rank.rawValue,
      statement.certainty.rawValue, statement.coder, statement.note,
    ])
  }
}
