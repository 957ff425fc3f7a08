import Diplomacy
import Foundation
import GRDB

/// Tells of delivered sheaves what is new: a statement is in the log once.
struct SheafWriter {
  /// What sheaves bring.
  struct Met {
    /// The rows on entities of which the log holds no row of the same sheaf, each statement once: to be packed.
    var fresh: [Sheaf] = []
    /// The other rows, in the order of the sheaves: new ones beside known ones, as the order of what is said of one entity counts.
    var loose: [Loose] = []
    /// The heard batch that brought all of it before, just so, and how many statements that are and how many of them are retracted.
    var holder: Int64?
    var held = 0
    var retracted = 0

    var known: [Int64] { loose.compactMap { if case .known(let seq, _) = $0 { seq } else { nil } } }
    var new: [Statement] { loose.compactMap { if case .new(let statement) = $0 { statement } else { nil } } }
  }

  /// A row that is not packed.
  enum Loose {
    /// The number of a statement that the log holds, now in a row of its own.
    case known(Int64, EntityReference)
    case new(Statement)

    var entity: EntityReference {
      switch self {
      case .known(_, let entity): entity
      case .new(let statement): statement.entity
      }
    }
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
      let loose = sheaf.rows(onEntitiesOf: known.keys)
      met.loose += loose.map { row in
        known[row].map { .known($0, EntityReference(sheaf.kind, sheaf.entities[row])) }
          ?? .new(sheaf.statement(row))
      }
      let fresh = sheaf.without(Set(loose))
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
  /// All rows on the entities of these rows, in order.
  fileprivate func rows(onEntitiesOf rows: some Collection<Int>) -> [Int] {
    let meant = Set(rows.map { entities[$0] })
    return meant.isEmpty ? [] : (0..<count).filter { meant.contains(entities[$0]) }
  }

  fileprivate func without(_ rows: Set<Int>) -> Sheaf {
    rows.isEmpty ? self : self.rows((0..<count).filter { !rows.contains($0) })
  }
}
