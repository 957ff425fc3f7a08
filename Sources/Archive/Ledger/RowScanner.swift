import GRDB
import GRDBSQLite

/// Goes through the rows of a query by SQLite's own functions: nothing is copied or allocated a row.
final class RowScanner {
  private let database: Database
  private let statement: OpaquePointer

  /// - Parameter text: bound to the first `?`.
  init(_ database: Database, _ sql: String, _ text: String? = nil) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(database.sqliteConnection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
    }
    self.database = database
    statement = prepared
    if var text {
      text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { chars in
          // SQLITE_TRANSIENT: SQLite makes a copy of its own.
          _ = sqlite3_bind_text(
            prepared, 1, chars.baseAddress, Int32(chars.count),
            unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
      }
    }
  }

  deinit { sqlite3_finalize(statement) }

  /// Goes to the next row; false at the end.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
    return code == SQLITE_ROW
  }

  /// Columns count from 0.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  /// The bytes of a text, empty for NULL. Valid until the next row.
  func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_text(statement, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
