import GRDB
import GRDBSQLite

extension ArchiveStore {
  /// Changes the archive in one transaction, which is taken back when the body throws or the program is asked to stop.
  func change<T>(_ body: (Database) throws -> T) throws -> T {
    var isIn = false
    defer { if isIn { Interruption.leave() } }
    return try database.write { database in
      Interruption.enter()
      isIn = true
      let result = try body(database)
      if Interruption.isPending { throw ArchiveError.interrupted }
      return result
    }
  }

  /// Has a connection look now and then, within long work, whether the program was asked to stop.
  static func heedInterruption(_ database: Database) {
    sqlite3_progress_handler(database.sqliteConnection, 10_000, { _ in Interruption.isPending ? 1 : 0 }, nil)
  }
}
