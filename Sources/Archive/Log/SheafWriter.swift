import Diplomacy
import Foundation
import GRDB

/// Tells of delivered sheaves what is new: a statement is in the log once.
struct SheafWriter {
  /// What sheaves bring.
  struct Met {
    /// The rows that the log does not hold, each statement once.
    var fresh: [Sheaf] = []
    /// The numbers of the statements that it holds, and of which entities, in the order of the sheaves: now in rows of their own.
    var known: [(seq: Int64, entity: EntityReference)] = []
    /// The heard batch that brought all of it before, just so, and how many statements that are and how many of them are retracted.
    var holder: Int64?
    var held = 0
    var retracted = 0
  }

  private let database: Database
  private let log: SheafLog

  init(_ database: Database) {
    self.database = database
    log = SheafLog(database: database)
  }

  /// - Parameter alike: batches that may have brought all of it before.
  func look(_ sheaves: [Sheaf], alike: [Int64]) throws -> Met {
    var met = Met()
    guard !sheaves.isEmpty else { return met }
    let distinct = sheaves.map { $0.without(repeated(in: $0)) }
    if let holder = try holder(of: distinct, among: alike) {
      met.holder = holder
      met.held = distinct.reduce(0) { $0 + $1.count }
      met.retracted = try retracted(of: holder)
      return met
    }
    for sheaf in distinct {
      let known = try known(in: sheaf)
      met.known += known.sorted { $0.key < $1.key }.map {
        ($0.value, EntityReference(sheaf.kind, sheaf.entities[$0.key]))
      }
      let fresh = sheaf.without(Set(known.keys))
      if fresh.count > 0 { met.fresh.append(fresh) }
    }
    return met
  }

  /// The batch that brought the same in sheaves: the names that a table holds may mean other actors by now.
  private func holder(of sheaves: [Sheaf], among alike: [Int64]) throws -> Int64? {
    let alike = try alike.filter { try log.count(of: $0) > 0 }
    guard !alike.isEmpty else { return nil }
    let packs = sheaves.map { sheaf in (sheaf.kind, SheafPacker(sheaf).packs().map { Data($0.content) }) }
    return try alike.first { batch in
      try packs.allSatisfy { kind, contents in try log.contents(of: batch, kind: kind) == contents }
    }
  }

  /// How many of a batch's packed statements are retracted.
  private func retracted(of batch: Int64) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(DISTINCT r.statement) FROM sheaf JOIN retraction r ON r.statement BETWEEN first AND first + count - 1
        WHERE sheaf.batch = ? AND r.batch NOT IN (SELECT batch FROM unheard)
        """, arguments: [batch]) ?? 0
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

  /// Rows that the log holds already, with their statements' numbers; those that it holds packed are given rows of their own.
  private func known(in sheaf: Sheaf) throws -> [Int: Int64] {
    let recorded = try SnapshotWriter(database).recordedHashes(sheaf.kind)
    guard !recorded.isEmpty else { return [:] }
    // Each statement is there once: repeats are left out by now.
    var candidates: [StatementID: Int] = [:]
    var entities: Set<EntityReference> = []
    for row in 0..<sheaf.count
    where recorded.contains(EntityHash.of(sheaf.entities.bytes[sheaf.entities.range(row)])) {
      let statement = sheaf.statement(row)
      candidates[statement.id] = row
      entities.insert(statement.entity)
    }
    try log.lift(on: entities) { candidates[$0.id] != nil }
    var known: [Int: Int64] = [:]
    let own = try database.cachedStatement(sql: "SELECT seq, id FROM statement WHERE entity = ? AND kind = ?")
    for entity in entities {
      for found in try Row.fetchAll(own, arguments: [entity.id, entity.kind.rawValue]) {
        if let row = candidates[StatementID(found["id"])] { known[row] = found["seq"] }
      }
    }
    return known
  }
}

extension Sheaf {
  fileprivate func without(_ rows: Set<Int>) -> Sheaf {
    rows.isEmpty ? self : self.rows((0..<count).filter { !rows.contains($0) })
  }
}
