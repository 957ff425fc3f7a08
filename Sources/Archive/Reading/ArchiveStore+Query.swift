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
        let columns = statement.columnNames
        let running = PreparedStatement(statement, of: database)
        try running.bind(parameters)
        var rows: [[ResultTable.Cell]] = []
        while try running.step() {
          rows.append(columns.indices.map { ResultTable.Cell(running, column: Int32($0)) })
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
  fileprivate init(_ statement: PreparedStatement, column: Int32) {
    switch sqlite3_column_type(statement.handle, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement.handle, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement.handle, column))
    case SQLITE_TEXT: self = .text(statement.text(column))
    case SQLITE_BLOB: self = .text("\(sqlite3_column_bytes(statement.handle, column)) bytes")
    default: self = .null
    }
  }
}
