import Diplomacy
import Foundation
import GRDB

/// The packed part of the log: the statements of large batches, some ten thousand in a row of `sheaf`.
struct SheafLog {
  let database: Database
  /// Where sheaves stay unpacked; nil where each is unpacked when it is looked into.
  var shelf: SheafShelf? = nil

  /// One packed sheaf in the log. Its statements are numbered on from `first`.
  struct Entry {
    let id: Int64
    let kind: EntityKind
    let batch: Int64
    let first: Int64
    let count: Int
  }

  /// Writes a packed sheaf. Its statements get the numbers from `first` on.
  func write(_ packs: [SheafPacker.Pack], kind: EntityKind, batch: Int64, first: Int64) throws {
    var start = 0
    for pack in packs {
      let (rows, content, hashes) = (pack.rows, pack.content, pack.hashes)
      defer { start += rows }
      try database.cachedStatement(
        sql: "INSERT INTO sheaf (batch, kind, first, count, hashes, content) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        batch, kind.rawValue, first + Int64(start), rows, Data(hashes), Data(content),
      ])
    }
  }

  /// All packed sheaves, in the order of their statements.
  func entries() throws -> [Entry] {
    guard let shelf else { return try readEntries() }
    let last = try Int64.fetchOne(try database.cachedStatement(sql: "SELECT max(id) FROM sheaf"))
    return try shelf.entries(upTo: last, read: readEntries)
  }

  private func readEntries() throws -> [Entry] {
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
    return try reading(entry) {
      let sheaf = try PackedSheaf([UInt8](content), kind: entry.kind)
      guard sheaf.count == entry.count else { throw PackedSheaf.Damaged() }
      return sheaf
    }
  }

  /// Turns what is wrong with a sheaf's bytes into our error.
  private func reading<T>(_ entry: Entry, _ body: () throws -> T) throws -> T {
    do { return try body() } catch is PackedSheaf.Damaged {
      throw ArchiveError.damagedSheaf(batch: entry.batch)
    } catch is StatementTextError {
      throw ArchiveError.damagedSheaf(batch: entry.batch)
    }
  }

  /// The numbers of the statements of a sheaf that stand in `statement` as well: those that were withdrawn or brought again one by one.
  func lifted(from entry: Entry) throws -> Set<Int64> {
    try Int64.fetchSet(
      try database.cachedStatement(sql: "SELECT seq FROM statement WHERE seq BETWEEN ? AND ?"),
      arguments: [entry.first, entry.first + Int64(entry.count) - 1])
  }

  /// A packed statement.
  struct Packed {
    let seq: Int64
    let batch: Int64
    let statement: Statement
  }

  /// The packed statements on these entities, whether their batches are heard or not, in their order; without those that are lifted.
  func statements(on entities: Set<EntityReference>) throws -> [Packed] {
    var found: [Packed] = []
    try visit(entities) { entry, sheaf, rows in
      let lifted = try lifted(from: entry)
      for row in rows where !lifted.contains(entry.first + Int64(row)) {
        found.append(
          Packed(seq: entry.first + Int64(row), batch: entry.batch, statement: try sheaf.statement(row)))
      }
    }
    return found
  }

  /// Goes through the packed statements of batches that are heard, in their order, without those that are lifted.
  func eachHeard(_ body: (_ seq: Int64, _ batch: Int64, PackedSheaf, _ row: Int) throws -> Void) throws {
    try eachHeard(from: 0, on: nil) { seq, batch, packed, row in
      try body(seq, batch, packed, row)
      return true
    }
  }

  /// The same from a number on, on entities of one kind or of all, as long as the body says to go on.
  func eachHeard(
    from start: Int64, on kind: EntityKind?, _ body: (Int64, Int64, PackedSheaf, Int) throws -> Bool
  ) throws {
    let unheard = try Hearing(database).kept()
    for entry in try entries() where !unheard.contains(entry.batch) && kind ?? entry.kind == entry.kind {
      guard entry.first + Int64(entry.count) > start else { continue }
      let lifted = try lifted(from: entry)
      let packed = try content(of: entry)
      let goesOn = try reading(entry) {
        for row in max(0, Int(start - entry.first))..<packed.count
        where !lifted.contains(entry.first + Int64(row)) {
          guard try body(entry.first + Int64(row), entry.batch, packed, row) else { return false }
        }
        return true
      }
      guard goesOn else { return }
    }
  }

  /// Gives a packed statement a row of its own. Nothing happens where it has one, or there is none.
  func lift(_ id: StatementID) throws {
    let hasRow = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM statement WHERE id = ?)", arguments: [id.text])
    guard hasRow != true, let found = try packed(id) else { return }
    try StatementWriter(database).insert(found.statement, batch: found.batch, seq: found.seq)
  }

  /// A packed statement by its identifier; nil where there is none. The whole packed log is gone through.
  func packed(_ id: StatementID) throws -> Packed? {
    for entry in try entries() {
      let sheaf = try content(of: entry)
      let found = try reading(entry) { () -> Packed? in
        try (0..<sheaf.count).first { try sheaf.id($0) == id }.map { row in
          Packed(seq: entry.first + Int64(row), batch: entry.batch, statement: try sheaf.statement(row))
        }
      }
      if let found { return found }
    }
    return nil
  }

  /// Gives the packed statements on these entities rows of their own.
  ///
  /// Where more than one statement speaks of an entity, or rules compare it with others, its statements are asked for again and again, and by
  /// SQL.
  func lift(on entities: Set<EntityReference>, where isMeant: (Statement) -> Bool = { _ in true }) throws {
    let writer = StatementWriter(database)
    for one in try statements(on: entities) where isMeant(one.statement) {
      try writer.insert(one.statement, batch: one.batch, seq: one.seq)
    }
  }

  /// How many statements a batch brought packed, without those that are lifted.
  func count(of batch: Int64) throws -> Int {
    try Int.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT coalesce(sum(count - (
            SELECT count(*) FROM statement WHERE seq BETWEEN first AND first + sheaf.count - 1)), 0)
          FROM sheaf WHERE batch = ?
          """), arguments: [batch]) ?? 0
  }

  /// The sheaves of a batch, whole.
  func sheaves(of batch: Int64) throws -> [Sheaf] {
    try entries().filter { $0.batch == batch }.map { entry in
      try sheaf(of: entry)
    }
  }

  /// All rows of a packed sheaf. Throws `ArchiveError.damagedSheaf`.
  func sheaf(of entry: Entry) throws -> Sheaf {
    let packed = try content(of: entry)
    return try reading(entry) { try packed.sheaf() }
  }

  /// The packed bytes of the statements on entities of a kind that a batch brought.
  func contents(of batch: Int64, kind: EntityKind) throws -> [Data] {
    try Data.fetchAll(
      database, sql: "SELECT content FROM sheaf WHERE batch = ? AND kind = ? ORDER BY first",
      arguments: [batch, kind.rawValue])
  }

  /// Every entity that the packed statements of these batches speak of.
  func entities(of batches: Set<Int64>) throws -> Set<EntityReference> {
    try entries().filter { batches.contains($0.batch) }.reduce(into: []) { found, entry in
      for id in try ids(in: entry) { found.insert(EntityReference(entry.kind, id)) }
    }
  }

  /// The identifiers of the actors that the packed statements of these batches speak of.
  func actors(of batches: Set<Int64>) throws -> Set<String> {
    try entries().filter { $0.kind == .actor && batches.contains($0.batch) }.reduce(into: []) {
      $0.formUnion(try ids(in: $1))
    }
  }

  private func ids(in entry: Entry) throws -> [String] {
    let packed = try content(of: entry)
    return (0..<packed.count).map { String(decoding: packed.entity($0), as: UTF8.self) }
  }

  /// Visits the sheaves that hold statements on these entities, with the rows they stand in.
  func visit(
    _ entities: Set<EntityReference>, _ body: (Entry, PackedSheaf, [Int]) throws -> Void
  ) throws {
    let wanted = Dictionary(grouping: entities, by: \.kind).mapValues { some in
      Set(some.map { EntityHash.of($0.id.utf8) })
    }
    for entry in try entries() {
      guard let hashes = wanted[entry.kind] else { continue }
      let kept = try shelf?.sheaf(entry.id) {
        SheafShelf.Kept(try self.content(of: entry), hashes: try self.hashes(of: entry))
      }
      let rows = try kept?.rows(where: hashes) ?? self.rows(of: entry, where: hashes)
      guard !rows.isEmpty else { continue }
      let content = try kept?.packed ?? self.content(of: entry)
      let found = rows.filter { row in
        entities.contains(EntityReference(entry.kind, String(decoding: content.entity(row), as: UTF8.self)))
      }
      if !found.isEmpty { try reading(entry) { try body(entry, content, found) } }
    }
  }

  /// The rows whose entity's hash is one of those that are looked for.
  private func rows(of entry: Entry, where wanted: Set<UInt32>) throws -> [Int] {
    // Most rows are told apart by their last bits, without a look into the set.
    var isPossible = [Bool](repeating: false, count: 1 << 12)
    for hash in wanted { isPossible[Int(hash & 0xFFF)] = true }
    return try withHashes(of: entry) { bytes in
      var rows: [Int] = []
      isPossible.withUnsafeBufferPointer { isPossible in
        for row in 0..<min(entry.count, bytes.count / 4) {
          let hash = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
          if isPossible[Int(hash & 0xFFF)], wanted.contains(hash) { rows.append(row) }
        }
      }
      return rows
    }
  }

  /// The hash of each row's entity.
  func hashes(of entry: Entry) throws -> [UInt32] {
    try withHashes(of: entry) { bytes in
      (0..<min(entry.count, bytes.count / 4)).map { row in
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
      }
    }
  }

  private func withHashes<T>(of entry: Entry, _ body: (UnsafeRawBufferPointer) throws -> T) throws -> T {
    let query = try database.cachedStatement(sql: "SELECT hashes FROM sheaf WHERE id = ?")
    let hashes = try Data.fetchOne(query, arguments: [entry.id]) ?? Data()
    return try hashes.withUnsafeBytes(body)
  }
}
