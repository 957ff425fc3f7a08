import Crypto
import GRDB
import GRDBSQLite

/// SHA-256 over rows of the log, in the form that `Documentation/Schema.md` gives under "Seals".
///
/// A row is its table's name, its values and a line end. A value is `|n` for NULL, `|i` and its decimal digits for a whole number, `|t`, the
/// length in bytes, `:` and the bytes for a text, `|b` and the SHA-256 of the bytes in hexadecimal digits for a blob.
struct RowDigest {
  private var hash = SHA256()

  /// - Parameter previous: the digest of the batch before, in hexadecimal digits; nothing for the first.
  init(after previous: String?) {
    if let previous { hash.update(data: Array(previous.utf8)) }
  }

  /// Adds the rows of a query, in its order.
  ///
  /// - Parameter sql: a query with one `?`, for the batch.
  mutating func add(_ table: String, _ sql: String, of batch: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: [batch])
    var bytes: [UInt8] = []
    while try rows.next() != nil {
      bytes.removeAll(keepingCapacity: true)
      bytes += table.utf8
      for column in 0..<sqlite3_column_count(statement.sqliteStatement) {
        Self.append(column, of: statement.sqliteStatement, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
      hash.update(data: bytes)
    }
  }

  /// Hexadecimal digits.
  func text() -> String { Self.text(of: hash) }

  private static func append(_ column: Int32, of row: OpaquePointer, to bytes: inout [UInt8]) {
    switch sqlite3_column_type(row, column) {
    case SQLITE_NULL: bytes += "|n".utf8
    case SQLITE_INTEGER: bytes += "|i\(sqlite3_column_int64(row, column))".utf8
    case SQLITE_BLOB:
      var hash = SHA256()
      hash.update(bufferPointer: content(column, of: row))
      bytes += "|b\(text(of: hash))".utf8
    default:
      let content = content(column, of: row)
      bytes += "|t\(content.count):".utf8
      bytes += content
    }
  }

  /// The bytes of a text or a blob, for as long as the row is the present one.
  private static func content(_ column: Int32, of row: OpaquePointer) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(row, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func text(of hash: SHA256) -> String {
    String(decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
