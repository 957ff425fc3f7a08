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
      let usual = try Int.fetchOne(database, sql: "PRAGMA cache_size")
      try database.execute(sql: "PRAGMA cache_size = -\(Self.cache)")
      try database.execute(sql: "PRAGMA threads = 2")
      // Refused with "database is locked" where another program has the archive open.
      _ = try? String.fetchOne(database, sql: "PRAGMA journal_mode = TRUNCATE")
      return usual
    }
    defer {
      try? database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA cache_size = \(usual ?? -2000)")
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      }
    }
    return try body()
  }
}
