import Diplomacy
import GRDB

/// A copy of a record in memory, in which something can be supposed, looked at and taken back.
public struct Trial: Sendable {
  /// The copy. Within `suppose` it is as the supposition has it, at all other times as it was copied.
  public let archive: ArchiveStore

  public init(of archive: ArchiveStore) throws {
    self.archive = try archive.copy()
    try self.archive.within(ContradictionRules.makeRoom)
  }

  /// Brings the copy to what the supposition makes of it, lets the body look, and takes everything back.
  ///
  /// The body may only read. What it is given tells which queries can have another answer than before.
  public func suppose<T>(_ supposition: Supposition, _ body: (Change) throws -> T) throws -> T {
    let change = try archive.within { database in
      try database.execute(sql: "SAVEPOINT supposition")
      do { return try Supposer(database).bring(about: supposition) } catch {
        try database.execute(sql: Self.takeBack)
        throw error
      }
    }
    let result = Result { try body(change) }
    // A copy in which something stays supposed would answer wrongly from now on: that must not go unseen.
    try archive.within { try $0.execute(sql: Self.takeBack) }
    return try result.get()
  }

  private static let takeBack = "ROLLBACK TO supposition; RELEASE supposition"
}

extension ArchiveStore {
  fileprivate func within<T>(_ body: (Database) throws -> T) throws -> T {
    try Self.guarding(path) { try database.unsafeReentrantWrite(body) }
  }

  /// Whether the query's answer can depend on the columns.
  public func reads(_ sql: String, anyOf change: Change) throws -> Bool {
    guard case .columns(let tables) = change else { return true }
    guard !tables.isEmpty else { return false }
    do {
      return try database.unsafeRead { database in
        let region = try database.cachedStatement(sql: sql).databaseRegion
        return tables.contains { table, columns in
          region.isModified(byEventsOfKind: .update(tableName: table, columnNames: columns))
        }
      }
    } catch let error as DatabaseError {
      throw ArchiveError.query(reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}

/// What a supposition may have changed in the record.
public enum Change: Hashable, Sendable {
  case anything
  /// Just these columns, by table.
  case columns([String: Set<String>])
}
