import GRDB
import GRDBSQLite

/// Inserts many rows through one prepared statement, by SQLite's own functions: nothing is copied or allocated a row.
final class RowInserter {
  private let statement: PreparedStatement

  /// - Parameter sql: an INSERT with `?` for each value.
  init(_ database: Database, _ sql: String) throws { statement = try PreparedStatement(database, sql) }

  /// Binds bytes of UTF-8, which must stay where they are until the row is inserted. Parameters count from 1.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    text.withMemoryRebound(to: CChar.self) { chars in
      _ = sqlite3_bind_text(statement.handle, index, chars.baseAddress, Int32(chars.count), nil)
    }
  }

  func bind(_ number: Int, at index: Int32) { sqlite3_bind_int64(statement.handle, index, Int64(number)) }

  enum Value {
    case text(String)
    case number(Int)
    case null
  }

  /// Binds the values in their order and inserts the row.
  func insert(_ values: [Value]) throws {
    for (index, value) in values.enumerated() {
      switch value {
      case .text(let text): statement.bind(text, at: Int32(index + 1))
      case .number(let number): bind(number, at: Int32(index + 1))
      case .null: break
      }
    }
    try insert()
  }

  /// Inserts the row; what was not bound since the last one is NULL.
  func insert() throws {
    defer {
      sqlite3_reset(statement.handle)
      sqlite3_clear_bindings(statement.handle)
    }
    _ = try statement.step()
  }
}
