import Diplomacy
import GRDB

/// Tells of delivered sheaves what is new: a statement is in the log once.
struct SheafWriter {
  /// What sheaves bring.
  struct Met {
    /// The rows that the log does not hold, each statement once.
    var fresh: [Sheaf] = []
    /// The numbers of the statements that it holds, and of which entities: now in rows of their own.
    var known: [Int64: EntityReference] = [:]
    /// Rows of a table that came in before, just so.
    var skipped = 0
  }

  private let database: Database
  private let log: SheafLog

  init(_ database: Database) {
    self.database = database
    log = SheafLog(database: database)
  }

  func look(_ sheaves: [Sheaf], of batch: Batch) throws -> Met {
    var met = Met()
    guard !sheaves.isEmpty else { return met }
    if try isOnRecord(batch) {
      met.skipped = sheaves.reduce(0) { $0 + $1.count }
      return met
    }
    for sheaf in sheaves {
      let known = try known(in: sheaf)
      met.known.merge(known.seqs) { $1 }
      let dropped = known.rows.union(repeated(in: sheaf))
      let fresh = dropped.isEmpty ? sheaf : sheaf.rows((0..<sheaf.count).filter { !dropped.contains($0) })
      if fresh.count > 0 { met.fresh.append(fresh) }
    }
    return met
  }

  /// Whether the same file came in by the same mapping, and counts.
  private func isOnRecord(_ batch: Batch) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM batch JOIN sheaf ON sheaf.batch = batch.id
          WHERE file_hash = ? AND mapping_hash = ? AND coder = ? AND batch.id NOT IN (SELECT batch FROM unheard))
        """, arguments: [batch.fileHash, batch.mappingHash, batch.coder]) ?? false
  }

  /// Rows that say word for word what an earlier row says.
  private func repeated(in sheaf: Sheaf) -> Set<Int> {
    var keys = (0..<sheaf.count).map { row in
      UInt64(EntityHash.of(sheaf.entities.bytes[sheaf.entities.range(row)])) << 32 | UInt64(row)
    }
    keys.sort()
    var repeated: Set<Int> = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
      if end > start + 1 {
        var seen: Set<StatementID> = []
        for key in keys[start..<end] {
          let row = Int(key & 0xFFFF_FFFF)
          if !seen.insert(sheaf.statement(row).id).inserted { repeated.insert(row) }
        }
      }
      start = end
    }
    return repeated
  }

  /// Rows that the log holds already; those that it holds packed are given rows of their own.
  private func known(in sheaf: Sheaf) throws -> (rows: Set<Int>, seqs: [Int64: EntityReference]) {
    let recorded = try SnapshotWriter(database).recordedHashes(sheaf.kind)
    guard !recorded.isEmpty else { return ([], [:]) }
    var candidates: [StatementID: Int] = [:]
    var entities: Set<EntityReference> = []
    for row in 0..<sheaf.count
    where recorded.contains(EntityHash.of(sheaf.entities.bytes[sheaf.entities.range(row)])) {
      let statement = sheaf.statement(row)
      candidates[statement.id] = row
      entities.insert(statement.entity)
    }
    var rows: Set<Int> = []
    var seqs: [Int64: EntityReference] = [:]
    let own = try database.cachedStatement(sql: "SELECT seq, id FROM statement WHERE entity = ? AND kind = ?")
    for entity in entities {
      for found in try Row.fetchAll(own, arguments: [entity.id, entity.kind.rawValue]) {
        guard let row = candidates[StatementID(found["id"])] else { continue }
        rows.insert(row)
        seqs[found["seq"]] = entity
      }
    }
    try log.visit(entities) { entry, packed, places in
      for place in places {
        let statement = try packed.statement(place)
        let seq = entry.first + Int64(place)
        guard let row = candidates[statement.id], seqs[seq] == nil else { continue }
        try StatementWriter(database).insert(statement, batch: entry.batch, seq: seq)
        rows.insert(row)
        seqs[seq] = statement.entity
      }
    }
    return (rows, seqs)
  }
}
