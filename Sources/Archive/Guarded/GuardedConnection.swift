import Dispatch
import GRDBSQLite

/// A connection for one query from outside: it reads, and is interrupted when its time is up. It belongs to the thread that made it.
final class GuardedConnection {
  private var handle: OpaquePointer?
  private var deadline: UInt64 = .max
  private var functions = 0
  private let hidden: Set<String>
  /// The hidden table that was asked for.
  private var withheld: String?

  /// - Parameters:
  ///   - place: a file, or an address of one as SQLite writes it.
  ///   - hidden: tables that are not to be read.
  init(reading place: String, hiding hidden: Set<String>) throws {
    self.hidden = hidden
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    guard sqlite3_open_v2(place, &handle, flags, nil) == SQLITE_OK else { throw failure }
    try prepare()
  }

  /// Reads a copy of what another connection holds in memory.
  init(copying other: OpaquePointer, hiding hidden: Set<String>) throws {
    self.hidden = hidden
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK else { throw failure }
    var size: Int64 = 0
    let bytes = sqlite3_serialize(other, "main", &size, 0)
    let kind = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    guard sqlite3_deserialize(handle, "main", bytes, size, size, kind) == SQLITE_OK else { throw failure }
    try prepare()
  }

  deinit { sqlite3_close_v2(handle) }

  private var failure: ArchiveError {
    let said = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
    let reason =
      switch sqlite3_errcode(handle) {
      case _ where functions > Self.mostFunctions:
        "it calls more than \(Self.mostFunctions) functions"
      case _ where withheld != nil: "\(withheld ?? "") \(HiddenTables.reason)"
      case SQLITE_AUTH: "only reading is allowed, no PRAGMA, and not every function (\(said))"
      case SQLITE_TOOBIG: "a text or blob in it is longer than \(GuardedFunctions.longest) bytes"
      default: said
      }
    return ArchiveError.query(reason: reason)
  }

  private func prepare() throws {
    // What is large goes to a file that is gone with the connection, not to memory.
    let settings =
      "PRAGMA query_only = 1; PRAGMA temp_store = 1; PRAGMA cache_size = -8192; PRAGMA busy_timeout = 500"
    guard sqlite3_exec(handle, settings, nil, nil, nil) == SQLITE_OK else { throw failure }
    for (limit, value) in Self.limits { sqlite3_limit(handle, limit, value) }
    GuardedFunctions.register(in: handle)
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let connection = Unmanaged<GuardedConnection>.fromOpaque(context).takeUnretainedValue()
        return connection.allows(
          action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
          ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, Int32(GuardedFunctions.longest)), (SQLITE_LIMIT_COLUMN, 200),
    (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_COMPOUND_SELECT, 100), (SQLITE_LIMIT_VDBE_OP, 200_000),
    (SQLITE_LIMIT_FUNCTION_ARG, 16), (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 0), (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]

  /// Those that say what tables and columns there are, and what the search index asks when it is read.
  private static let pragmas: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "data_version",
  ]

  /// Memory of these is bounded by nothing, or their time by nothing that can be interrupted: `printf('%.*c', 2000000000, 'x')` takes
  /// a quarter of a minute to say nothing.
  private static let refused: Set<String> = [
    "load_extension", "json_group_array", "json_group_object", "json_patch", "fts5", "fts3_tokenizer",
    "printf", "format",
  ]

  /// SQLite looks at the clock where rows change, not between the functions of a row: their number bounds how long it goes without.
  private static let mostFunctions = 100

  private func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return true
    case SQLITE_READ:
      let table = first?.lowercased() ?? ""
      guard hidden.contains(table) else { return !HiddenTables.pages.contains(table) }
      withheld = table
      return false
    case SQLITE_FUNCTION:
      functions += 1
      return functions <= Self.mostFunctions && !Self.refused.contains(second?.lowercased() ?? "")
    // What a virtual table declares of itself passes by here; nothing is written, since the connection cannot.
    case SQLITE_UPDATE: return first == "sqlite_master"
    case SQLITE_PRAGMA: return Self.pragmas.contains(first?.lowercased() ?? "")
    default: return false
    }
  }

  /// Runs one statement; once.
  func run(_ sql: String, _ limits: QueryLimits) throws -> GuardedAnswer {
    deadline = DispatchTime.now().uptimeNanoseconds + UInt64(limits.milliseconds) * 1_000_000
    sqlite3_progress_handler(
      handle, 100,
      { context in
        guard let context else { return 1 }
        let connection = Unmanaged<GuardedConnection>.fromOpaque(context).takeUnretainedValue()
        return DispatchTime.now().uptimeNanoseconds > connection.deadline ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
    let statement = try compiled(sql)
    defer { sqlite3_finalize(statement) }
    let columns = (0..<sqlite3_column_count(statement)).map {
      String(cString: sqlite3_column_name(statement, $0))
    }
    var rows: [[ResultTable.Cell]] = []
    var size = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_DONE: return GuardedAnswer(table: ResultTable(columns: columns, rows: rows), isCut: false)
      case SQLITE_ROW:
        let row = (0..<Int32(columns.count)).map { Self.cell(statement, $0) }
        size += row.reduce(0) { $0 + $1.size }
        guard rows.count < limits.rows, size <= limits.bytes else {
          return GuardedAnswer(table: ResultTable(columns: columns, rows: rows), isCut: true)
        }
        rows.append(row)
      case SQLITE_INTERRUPT:
        throw ArchiveError.query(reason: "it took longer than \(limits.milliseconds) ms")
      default: throw failure
      }
    }
  }

  private func compiled(_ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    let isAlone = try sql.withCString { start in
      var rest: UnsafePointer<CChar>?
      guard sqlite3_prepare_v2(handle, start, -1, &statement, &rest) == SQLITE_OK else { throw failure }
      // What follows must be blank or a comment: it compiles to nothing.
      var next: OpaquePointer?
      defer { sqlite3_finalize(next) }
      return sqlite3_prepare_v2(handle, rest, -1, &next, nil) == SQLITE_OK && next == nil
    }
    guard isAlone, let statement, sqlite3_stmt_readonly(statement) != 0, sqlite3_column_count(statement) > 0
    else {
      sqlite3_finalize(statement)
      throw ArchiveError.query(
        reason: isAlone
          ? "only statements that read are allowed" : "it holds more than one statement; give one")
    }
    return statement
  }

  private static func cell(_ statement: OpaquePointer?, _ column: Int32) -> ResultTable.Cell {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(statement, column)
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB: return .text("\(sqlite3_column_bytes(statement, column)) bytes")
    default: return .null
    }
  }
}

extension ResultTable.Cell {
  fileprivate var size: Int { if case .text(let text) = self { text.utf8.count + 16 } else { 16 } }
}
