import GRDB
import GRDBSQLite

extension ArchiveStore {
  /// Makes all the changes that the body makes on this thread one: they are kept together, or not at all. What is looked up meanwhile is as it
  /// was before.
  public func together<T>(_ body: () throws -> T) throws -> T {
    try Self.guarding(path) { try change { _ in try body() } }
  }

  /// Changes the archive in one transaction, which is taken back when the body throws or the program is asked to stop. Within another change it is
  /// part of that one.
  func change<T>(_ body: (Database) throws -> T) throws -> T {
    var isIn = false
    defer { if isIn { Interruption.leave() } }
    return try database.unsafeReentrantWrite { database in
      guard !database.isInsideTransaction else { return try body(database) }
      Interruption.enter()
      isIn = true
      var results: [T] = []
      try database.inTransaction(.immediate) {
        results.append(try body(database))
        if Interruption.isPending { throw ArchiveError.interrupted }
        return .commit
      }
      return results[0]
    }
  }

  /// Has a connection look now and then, within long work, whether the program was asked to stop.
  static func heedInterruption(_ database: Database) {
    sqlite3_progress_handler(database.sqliteConnection, 10_000, { _ in Interruption.isPending ? 1 : 0 }, nil)
  }
}
