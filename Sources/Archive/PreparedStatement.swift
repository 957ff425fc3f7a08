import GRDB
import GRDBSQLite

/// A statement that SQLite has compiled, run by its own functions: for a million rows, of which nothing is to be copied or allocated.
final class PreparedStatement {
  let handle: OpaquePointer
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(database.sqliteConnection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
    }
    self.database = database
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds a text, of which SQLite makes a copy of its own. Parameters count from 1.
  func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { chars in
        // SQLITE_TRANSIENT
        _ = sqlite3_bind_text(
          handle, index, chars.baseAddress, Int32(chars.count),
          unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }
    }
  }

  /// Goes to the next row; false at the end, or where there are none.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
    return code == SQLITE_ROW
  }
}
