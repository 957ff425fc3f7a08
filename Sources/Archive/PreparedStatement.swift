import GRDB
import GRDBSQLite

/// A statement that SQLite has compiled, run by its own functions: for a million rows, of which nothing is to be copied or allocated, and for
/// the many small looks that a page takes at the record.
final class PreparedStatement {
  let handle: OpaquePointer
  private let database: Database
  /// The statement is kept by its connection, for the next time.
  private let kept: GRDB.Statement?

  init(_ database: Database, _ sql: String) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(database.sqliteConnection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
    }
    self.database = database
    (handle, kept) = (prepared, nil)
  }

  /// One that the connection keeps; nothing else may be running it.
  init(_ statement: GRDB.Statement, of database: Database) {
    self.database = database
    (handle, kept) = (statement.sqliteStatement, statement)
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  deinit {
    if kept == nil { sqlite3_finalize(handle) } else { sqlite3_reset(handle) }
  }

  /// Binds every `:name` to its text; texts that the statement does not use are left aside. Throws where a text is missing.
  func bind(_ texts: [String: String]) throws {
    for index in 0..<sqlite3_bind_parameter_count(handle) {
      let name = sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0) } ?? "?"
      guard name.hasPrefix(":"), let text = texts[String(name.dropFirst())] else {
        throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "no value is given for \(name)")
      }
      bind(text, at: index + 1)
    }
  }

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

  /// A column of the row that it is at, as a text; "" for NULL.
  func text(_ column: Int32) -> String {
    let bytes = UnsafeBufferPointer(
      start: sqlite3_column_text(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
    return String(decoding: bytes, as: UTF8.self)
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
