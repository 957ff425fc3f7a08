import Foundation
import GRDB
import GRDBSQLite

extension ArchiveStore {
  private static let readingOnly = "only statements that read are allowed"

  /// Runs one SELECT (or another statement that only reads) and returns all its rows.
  ///
  /// - Parameters:
  ///   - sql: one statement over the documented tables. Whether it only reads is asked of SQLite itself; not with `PRAGMA query_only`,
  ///     which would have every statement of the connection compiled anew.
  ///   - parameters: values bound to `:name`; those that the statement does not use are left aside.
  /// - Throws: `ArchiveError.query` with SQLite's reason.
  public func query(_ sql: String, _ parameters: [String: String] = [:]) throws -> ResultTable {
    do {
      return try database.unsafeReentrantRead { database in
        let statement = try database.cachedStatement(sql: sql)
        // SQLite counts ATTACH, BEGIN and the like as reading; they give no columns.
        guard statement.isReadonly, statement.columnCount > 0 else {
          throw ArchiveError.query(reason: Self.readingOnly)
        }
        let used = parameters.filter {
          sqlite3_bind_parameter_index(statement.sqliteStatement, ":" + $0.key) > 0
        }
        let columns = statement.columnNames
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(used))
        var rows: [[ResultTable.Cell]] = []
        while try cursor.next() != nil {
          rows.append(
            columns.indices.map { ResultTable.Cell(statement.sqliteStatement, column: Int32($0)) })
        }
        return ResultTable(columns: columns, rows: rows)
      }
    } catch let error as DatabaseError {
      // GRDB's words are for programmers.
      guard error.message?.hasPrefix("Multiple statements") != true else {
        throw ArchiveError.query(reason: "it holds more than one statement; give one")
      }
      // Views stand for what is on record; SQLite refuses to write to one before it is asked whether the statement only reads.
      guard error.message?.contains("because it is a view") != true else {
        throw ArchiveError.query(reason: Self.readingOnly)
      }
      throw ArchiveError.query(reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}

extension ResultTable.Cell {
  /// The value of a column in the row that the statement is at.
  fileprivate init(_ statement: SQLiteStatement, column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
      self = .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB: self = .text("\(sqlite3_column_bytes(statement, column)) bytes")
    default: self = .null
    }
  }
}
