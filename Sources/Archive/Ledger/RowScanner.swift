import GRDB
import GRDBSQLite

/// Goes through the rows of a query by SQLite's own functions: nothing is copied or allocated a row.
final class RowScanner {
  private let statement: PreparedStatement

  /// - Parameter text: bound to the first `?`.
  init(_ database: Database, _ sql: String, _ text: String? = nil) throws {
    statement = try PreparedStatement(database, sql)
    if let text { statement.bind(text, at: 1) }
  }

  /// Goes to the next row; false at the end.
  func next() throws -> Bool { try statement.step() }

  /// Columns count from 0.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement.handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement.handle, column)) }

  /// The bytes of a text, empty for NULL. Valid until the next row.
  func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_text(statement.handle, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.handle, column)))
  }
}
