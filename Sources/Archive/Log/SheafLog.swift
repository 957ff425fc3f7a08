import Diplomacy
import Foundation
import GRDB

/// The packed part of the log: the statements of large batches, some ten thousand in a row of `sheaf`.
struct SheafLog {
  let database: Database

  /// One packed sheaf in the log. Its statements are numbered on from `first`.
  struct Entry {
    let id: Int64
    let kind: EntityKind
    let batch: Int64
    let first: Int64
    let count: Int
  }

  /// Packs and writes a sheaf. Its statements get the numbers from `first` on.
  func write(_ sheaf: Sheaf, batch: Int64, first: Int64) throws {
    let packer = SheafPacker(sheaf)
    for start in stride(from: 0, to: sheaf.count, by: SheafPacker.rows) {
      let rows = start..<min(start + SheafPacker.rows, sheaf.count)
      let (content, hashes) = packer.pack(rows)
      try database.cachedStatement(
        sql: "INSERT INTO sheaf (batch, kind, first, count, hashes, content) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        batch, sheaf.kind.rawValue, first + Int64(start), rows.count, Data(hashes), Data(content),
      ])
    }
  }

  func entries() throws -> [Entry] {
    try Row.fetchAll(
      try database.cachedStatement(sql: "SELECT id, kind, batch, first, count FROM sheaf ORDER BY first")
    ).compactMap { row in
      EntityKind(rawValue: row["kind"]).map {
        Entry(id: row["id"], kind: $0, batch: row["batch"], first: row["first"], count: row["count"])
      }
    }
  }

  /// Unpacks a sheaf's columns. Throws `ArchiveError.damagedSheaf`.
  func content(of entry: Entry) throws -> PackedSheaf {
    let query = try database.cachedStatement(sql: "SELECT content FROM sheaf WHERE id = ?")
    let content = try Data.fetchOne(query, arguments: [entry.id]) ?? Data()
    guard let sheaf = try? PackedSheaf([UInt8](content), kind: entry.kind), sheaf.count == entry.count else {
      throw ArchiveError.damagedSheaf(batch: entry.batch)
    }
    return sheaf
  }

  /// Where the packed statements on these entities stand: for each, the sheaf and the rows in it.
  func locate(_ entities: Set<EntityReference>) throws -> [EntityReference: [(entry: Entry, row: Int)]] {
    var found: [EntityReference: [(entry: Entry, row: Int)]] = [:]
    for entry in try entries() {
      let hashes = Set(entities.filter { $0.kind == entry.kind }.map { EntityHash.of($0.id.utf8) })
      guard !hashes.isEmpty else { continue }
      let rows = try rows(of: entry, where: hashes.contains)
      guard !rows.isEmpty else { continue }
      let content = try content(of: entry)
      for row in rows {
        let entity = EntityReference(entry.kind, String(decoding: content.entity(row), as: UTF8.self))
        if entities.contains(entity) { found[entity, default: []].append((entry, row)) }
      }
    }
    return found
  }

  /// The rows whose entity's hash is one that is looked for.
  private func rows(of entry: Entry, where isWanted: (UInt32) -> Bool) throws -> [Int] {
    let query = try database.cachedStatement(sql: "SELECT hashes FROM sheaf WHERE id = ?")
    let hashes = try Data.fetchOne(query, arguments: [entry.id]) ?? Data()
    return hashes.withUnsafeBytes { bytes in
      (0..<min(entry.count, bytes.count / 4)).filter { row in
        isWanted(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self)))
      }
    }
  }
}
