import GRDB

extension ArchiveStore {
  /// Memory for pages that are written, while a large batch comes in: KiB.
  private static let cache = 600_000

  /// Sets the file up for a large batch while the body runs: pages stay in memory until they are written, once. The write-ahead log, which
  /// would write them twice, is left for a rollback journal, unless another connection uses it; a crash is undone by either.
  func preparingForMuch<T>(_ isMuch: Bool, _ body: () throws -> T) throws -> T {
    guard isMuch else { return try body() }
    (database as? DatabasePool)?.invalidateReadOnlyConnections()
    let usual = try database.writeWithoutTransaction { database in
      let usual = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? -2000
      try database.execute(sql: "PRAGMA cache_size = -\(Self.cache); PRAGMA threads = 2")
      try journal("TRUNCATE", database)
      return usual
    }
    let result = Result(catching: body)
    do {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA cache_size = \(usual)")
        try journal("WAL", database)
      }
    } catch  where (try? result.get()) != nil {
      // What was written stands; what failed is the way back.
      throw ArchiveError.unsettled(path: path, reason: "\(error)")
    }
    return try result.get()
  }

  /// Refused with "database is locked" where another program has the archive open: then the journal stays as it is, and the next to open
  /// the archive to write sets it.
  private func journal(_ mode: String, _ database: Database) throws {
    do { _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(mode)") } catch let error
      as DatabaseError
      where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode.primaryResultCode)
    {}
  }
}
