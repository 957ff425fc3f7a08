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
    let deliveries = DeliveryReader(database)
    let (entries, rungs) = (sources.map(\.entry), ladders.map(\.entry))
    let isAllKnown = !met.contains { $0.seq == nil } && !(entries + rungs).contains(nil)
    /// Batches of the same file that brought all this, and these statements.
    func alike(_ statements: [Int64]) throws -> [Int64] {
      guard isAllKnown else { return [] }
      return try deliveries.alike(delivery.batch).filter { batch in
        try deliveries.delivered(
          met.compactMap(\.seq) + statements, sources: entries.compactMap(\.self),
          ladders: rungs.compactMap(\.self),
          in: batch)
      }
    }
    let sheaves = try SheafWriter(database).look(
      delivery.sheaves, alike: delivery.sheaves.isEmpty ? [] : alike([]))
    receipt.packed = sheaves.fresh.reduce(0) { $0 + $1.count } + sheaves.new.count
    for seq in sheaves.known { try count(seq, &receipt) }
    receipt.known += sheaves.held
    receipt.retracted += sheaves.retracted
    receipt.sources = sources.count { !$0.isOnRecord }
    receipt.ladders = ladders.count { !$0.isOnRecord }
    receipt.withdrawn = delivery.retracting.count
    if receipt.isEmpty {
      receipt.holder =
        try sheaves.holder ?? alike(sheaves.known).first
        ?? deliveries.holder(
          of: met.compactMap(\.seq) + sheaves.known, sources: entries.compactMap(\.self),
          ladders: rungs.compactMap(\.self))
      if receipt.holder != nil { return receipt }
    }

    let batch = try insert(delivery.batch)
    receipt.batch = batch
    for source in sources { try works.insert(source, batch: batch) }
    for ladder in ladders { try works.insert(ladder, batch: batch) }
    try works.requireSources(
      Set(
        delivery.statements.map(\.source) + delivery.ladders.map(\.source) + sheaves.new.map(\.source)
          + sheaves.fresh.flatMap(\.citedSources)))
    var place = try nextPlace()
    let statements = StatementWriter(database)
    try met.forEach(.writing, telling: progress) { one in
      if let seq = one.seq {
        try redeliver(seq, batch: batch, place: place)
      } else {
        try statements.insert(one.statement, batch: batch, seq: place)
      }
      place += 1
    }
    let corrected = try Retractor(database).retract(delivery.retracting, batch: batch)
    for row in sheaves.loose {
      switch row {
      case .known(let seq, _): try redeliver(seq, batch: batch, place: place)
      case .new(let statement): try statements.insert(statement, batch: batch, seq: place)
      }
      place += 1
    }
    let snapshot = SnapshotWriter(database)
    try snapshot.index(sources: sources.filter { !$0.isOnRecord }.map(\.work.id.text))
    // One core packs the log while the other makes the snapshot.
    let fresh = sheaves.fresh
    let packing = Background { fresh.map { SheafPacker($0).packs() } }
    let packed = try snapshot.load(fresh, progress: progress)
    for (sheaf, packs) in zip(fresh, packing.value) {
      progress?(Advance(step: .packing, done: 0, total: sheaf.count))
      try SheafLog(database: database).write(packs, kind: sheaf.kind, batch: batch, first: place)
      place += Int64(sheaf.count)
    }
    let spokenOf = packed.entities.union(receipt.statements.map(\.entity)).union(sheaves.loose.map(\.entity))
      .union(corrected)
    try snapshot.refresh(spokenOf, contestable: packed.contestable, progress: progress)
    try snapshot.keepLedger(packed.ledger, changed: spokenOf)
    try Sealer(database).seal(batch)
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
    let lookup = try database.cachedStatement(sql: "SELECT seq FROM statement WHERE id = ?")
    try SheafLog(database: database).lift(on: Set(statements.map(\.entity)))
    var met: [Met] = []
    var seen: Set<StatementID> = []
    for statement in statements where seen.insert(statement.id).inserted {
      let seq = try Int64.fetchOne(lookup, arguments: [statement.id.text])
      met.append(Met(statement: statement, seq: seq))
      guard let seq, try standing(of: seq).isOnRecord else {
        receipt.statements.append(statement)
        continue
      }
      try count(seq, &receipt)
    }
    return met
  }

  /// Counts a statement that the log holds: as known, or as new again where only batches that were undone had brought it.
  private func count(_ seq: Int64, _ receipt: inout Receipt) throws {
    let standing = try standing(of: seq)
    if standing.isOnRecord { receipt.known += 1 } else { receipt.packed += 1 }
    if standing.isRetracted { receipt.retracted += 1 }
  }

  /// Whether a statement stands on record, or was retracted there.
  private func standing(of seq: Int64) throws -> (isOnRecord: Bool, isRetracted: Bool) {
    let lookup = try database.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM heard_statement h WHERE h.seq = ?1) AS is_heard, EXISTS (
          SELECT 1 FROM retraction r WHERE r.statement = ?1 AND r.batch NOT IN (SELECT batch FROM unheard)
        ) AS is_retracted
        """)
    let row = try Row.fetchOne(lookup, arguments: [seq])
    let isRetracted: Bool = row?["is_retracted"] ?? false
    return (isRetracted || row?["is_heard"] ?? false, isRetracted)
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
        SELECT 1 + max(coalesce((SELECT max(seq) FROM statement), 0), coalesce((SELECT max(seq) FROM redelivery), 0),
          coalesce((SELECT max(first + count - 1) FROM sheaf), 0))
        """) ?? 1
  }

  private func redeliver(_ statement: Int64, batch: Int64, place: Int64) throws {
    try database.cachedStatement(sql: "INSERT INTO redelivery VALUES (?, ?, ?)")
      .execute(arguments: [place, statement, batch])
  }
}
