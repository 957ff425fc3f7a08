import GRDB
import GRDBSQLite

/// How much a query from outside may take.
public struct QueryLimits: Hashable, Sendable {
  public var milliseconds = 1000
  public var rows = 1000
  /// Of all texts that are returned.
  public var bytes = 4 << 20
  /// Of the SQL, in bytes.
  public var length = 4000

  public init() {}
}

/// The rows of a query from outside, as many as its limits let through.
public struct GuardedAnswer: Hashable, Sendable {
  public let table: ResultTable
  /// Whether there were more.
  public let isCut: Bool
}

extension ArchiveStore {
  /// Runs one statement that somebody unknown has written, on a connection of its own that can do nothing but read, for so long and no longer.
  ///
  /// What it may do is asked of SQLite itself, operation by operation (its authorizer): no attaching, no PRAGMA but those that
  /// list tables and columns, no extension, no writing. `QueryExpansion` says what is refused before SQLite sees it, `GuardedFunctions`
  /// which functions are not SQLite's own.
  ///
  /// - Parameter hidden: tables that are not to be read.
  /// - Throws: `ArchiveError.query` with the reason.
  public func ask(
    _ sql: String, within limits: QueryLimits = QueryLimits(), hiding hidden: Set<String> = []
  ) throws -> GuardedAnswer {
    guard sql.utf8.count <= limits.length else {
      throw ArchiveError.query(reason: "it is longer than \(limits.length) bytes")
    }
    guard !sql.utf8.contains(0) else { throw ArchiveError.query(reason: "it holds a NUL character") }
    guard QueryExpansion(sql).size <= QueryExpansion.limit else {
      throw ArchiveError.query(
        reason: "its common table expressions refer to each other so often that it is too large written out")
    }
    let connection =
      try isCopy
      ? database.unsafeRead { database in
        guard let handle = database.sqliteConnection else {
          throw ArchiveError.query(reason: "no connection")
        }
        return try GuardedConnection(copying: handle, hiding: hidden)
      }
      : GuardedConnection(reading: Self.placeForReading(path), hiding: hidden)
    return try connection.run(sql, limits)
  }
}
