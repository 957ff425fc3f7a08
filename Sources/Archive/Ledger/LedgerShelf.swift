import Diplomacy
import Foundation
import GRDB

/// Keeps the ledger of a large archive in the file, packed, and notes which rows have changed since.
///
/// An archive that never took in a large table has none: its few rows are read.
struct LedgerShelf {
  /// How many changes are noted before the ledger is packed anew.
  private static let patience = 20_000

  /// A ledger as it was at a point of the file's history.
  struct Kept {
    var ledger: Ledger
    /// The packed ledger that it started from, if any, and the last change that it takes in.
    var edition: Int64?
    var change: Int64
    /// The last batch.
    var batch: Int64
  }

  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Packs a ledger in place of the one there is.
  func store(_ ledger: Ledger) throws {
    try drop()
    try database.execute(
      sql: "INSERT INTO ledger (content) VALUES (?)", arguments: [Data(PackedLedger.pack(ledger))])
  }

  func drop() throws { try database.execute(sql: "DELETE FROM ledger; DELETE FROM ledger_change") }

  /// Notes that entities may differ from what the packed ledger says of them: partnerships, or actors that lie elsewhere now.
  func note(_ kind: EntityKind, _ entities: some Collection<String>) throws {
    guard !entities.isEmpty, try edition() != nil else { return }
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO ledger_change (kind, entity) VALUES (?, ?)")
    for entity in entities { try insertion.execute(arguments: [kind.rawValue, entity]) }
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM ledger_change") ?? 0
    if count > Self.patience { try store(try current(after: nil).ledger) }
  }

  /// The ledger as the file stands.
  ///
  /// - Parameter earlier: what was read before: where only little has changed since, only that is read.
  func current(after earlier: Kept?) throws -> Kept {
    let batch = try Int64.fetchOne(database, sql: "SELECT max(id) FROM batch") ?? 0
    let change = try Int64.fetchOne(database, sql: "SELECT max(seq) FROM ledger_change") ?? 0
    let edition = try edition()
    if let earlier, earlier.edition == edition, earlier.change == change,
      edition != nil || earlier.batch == batch
    {
      return earlier
    }
    var kept = Kept(ledger: Ledger(), edition: edition, change: change, batch: batch)
    if let earlier, edition != nil, earlier.edition == edition {
      kept.ledger = try changed(earlier.ledger, since: earlier.change)
    } else if let edition, let packed = try unpacked(edition) {
      kept.ledger = try changed(packed, since: 0)
    } else {
      kept.ledger = try LedgerReader(database).read()
    }
    return kept
  }

  private func edition() throws -> Int64? {
    try Int64.fetchOne(try database.cachedStatement(sql: "SELECT max(id) FROM ledger"))
  }

  /// The packed ledger; nil where its bytes are damaged, which `check` reports: the rows say the same.
  private func unpacked(_ edition: Int64) throws -> Ledger? {
    let row = try Row.fetchOne(database, sql: "SELECT content FROM ledger WHERE id = ?", arguments: [edition])
    do {
      return try row?.withUnsafeData(atIndex: 0) { data in
        try data?.withUnsafeBytes(PackedLedger.unpack)
      }
    } catch is ByteReader.Damaged {
      return nil
    }
  }

  private func changed(_ ledger: Ledger, since change: Int64) throws -> Ledger {
    func entities(_ kind: EntityKind) throws -> Set<String> {
      try String.fetchSet(
        database, sql: "SELECT entity FROM ledger_change WHERE kind = ? AND seq > ?",
        arguments: [kind.rawValue, change])
    }
    let partnerships = try entities(.partnership)
    let actors = try entities(.actor)
    guard !partnerships.isEmpty || !actors.isEmpty else { return ledger }
    let reader = LedgerReader(database)
    let ancestors = try reader.ancestors(of: actors.sorted())
    return
      ledger
      .replacing(partnerships, by: try reader.read(partnerships.sorted()))
      .placing { actors.contains($0) ? ancestors[$0] ?? [] : nil }
  }

  /// Whether the packed ledger, with what has changed since, is what the rows say.
  func isTrue() throws -> Bool {
    guard let edition = try edition() else { return true }
    guard let packed = try unpacked(edition) else { return false }
    return try changed(packed, since: 0).isSame(as: try LedgerReader(database).read())
  }
}

extension ArchiveStore {
  /// Every partnership of the snapshot, for counting: what was read before is brought up to date.
  public func ledger() throws -> Ledger {
    try Self.guarding(path) {
      let earlier = ledgers?.withLock { $0 }
      let kept = try read { try LedgerShelf($0).current(after: earlier) }
      ledgers?.withLock { $0 = kept }
      return kept.ledger
    }
  }
}
