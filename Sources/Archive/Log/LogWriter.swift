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
    let sources = try delivery.sources.filter { try !isKnown($0) }
    let ladders = try delivery.ladders.filter { try !isKnown($0) }
    let fresh = try unknown(delivery.statements, &receipt)
    (receipt.sources, receipt.ladders, receipt.statements) = (sources.count, ladders.count, fresh)
    guard !receipt.isEmpty else { return receipt }

    let batch = try insert(delivery.batch)
    receipt.batch = batch
    for source in sources { try insert(source, batch: batch) }
    for ladder in ladders { try insert(ladder) }
    try fresh.forEach(.writing, telling: progress) { try insert($0, batch: batch) }
    let snapshot = SnapshotWriter(database)
    try snapshot.index(sources)
    try snapshot.refresh(Set(fresh.map(\.entity)), progress: progress)
    return receipt
  }

  private func unknown(_ statements: [Statement], _ receipt: inout Receipt) throws -> [Statement] {
    let lookup = try database.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM retraction WHERE statement = seq) FROM statement WHERE id = ?
        """)
    var fresh: [Statement] = []
    var seen: Set<StatementID> = []
    for statement in statements where seen.insert(statement.id).inserted {
      if let isRetracted = try Bool.fetchOne(lookup, arguments: [statement.id.text]) {
        receipt.known += 1
        if isRetracted { receipt.retracted += 1 }
      } else {
        fresh.append(statement)
      }
    }
    return fresh
  }

  private func insert(_ batch: Batch) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO batch (kind, file, file_hash, mapping_hash, coder, recorded_at) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [batch.kind.rawValue, batch.file, batch.fileHash, batch.mappingHash, batch.coder, moment])
    return database.lastInsertedRowID
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

  private func insert(_ statement: Statement, batch: Int64) throws {
    try refuseZero(in: statement)
    let insertion = try database.cachedStatement(
      sql: """
        INSERT INTO statement
          (id, batch, kind, entity, says, source, locator, rank, certainty, coder, note, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insertion.execute(arguments: [
      statement.id.text, batch, statement.entity.kind.rawValue, statement.entity.id,
      StatementText.encode(statement.says), statement.source.text, statement.locator, statement.rank.rawValue,
      statement.certainty.rawValue, statement.coder, statement.note, moment,
    ])
  }

  private func isKnown(_ source: Source) throws -> Bool {
    let csl = try String.fetchOne(
      database, sql: "SELECT csl FROM source WHERE id = ?", arguments: [source.id.text])
    guard csl == nil || csl == source.csl else { throw ArchiveError.sourceDiffers(id: source.id.text) }
    return csl != nil
  }

  private func insert(_ source: Source, batch: Int64) throws {
    let issued = DateColumns(source.issued)
    try database.execute(
      sql: "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        source.id.text, source.title, issued.text, issued.earliest, issued.latest, source.csl, batch,
      ])
  }

  private func isKnown(_ ladder: Ladder) throws -> Bool {
    let row = try Row.fetchOne(
      database, sql: "SELECT title, source FROM ladder WHERE id = ?", arguments: [ladder.id])
    guard let row else { return false }
    let names = try String.fetchAll(
      database, sql: "SELECT name FROM rung WHERE ladder = ? ORDER BY position", arguments: [ladder.id])
    let rows = try Row.fetchAll(
      database, sql: "SELECT position, label FROM rung_label WHERE ladder = ?", arguments: [ladder.id])
    let recorded = Set(rows.map { "\($0["position"] as Int) \($0["label"] as String)" })
    let offered = Set(
      ladder.rungs.enumerated().flatMap { position, rung in rung.labels.map { "\(position) \($0)" } })
    guard row["title"] == ladder.title, row["source"] == ladder.source.text,
      names == ladder.rungs.map(\.name),
      recorded == offered
    else { throw ArchiveError.ladderDiffers(id: ladder.id) }
    return true
  }

  private func insert(_ ladder: Ladder) throws {
    try database.execute(
      sql: "INSERT INTO ladder VALUES (?, ?, ?)", arguments: [ladder.id, ladder.title, ladder.source.text])
    for (position, rung) in ladder.rungs.enumerated() {
      try database.execute(
        sql: "INSERT INTO rung VALUES (?, ?, ?)", arguments: [ladder.id, position, rung.name])
      for label in rung.labels {
        try database.execute(
          sql: "INSERT INTO rung_label VALUES (?, ?, ?, ?)",
          arguments: [ladder.id, label.folded, position, label])
      }
    }
  }
}
