import Foundation
import Testing

@testable import Archive

@Suite("A query from outside") struct GuardedQueryTests {
  /// The same record in memory and in a file, which are read in different ways.
  private func both(_ body: (ArchiveStore) throws -> Void) throws {
    try withFolder { folder in
      let file = try ArchiveStore.create(at: folder + "/x.entente")
      for archive in [try ArchiveStore.inMemory(), file] {
        try archive.deliver([
          named("pl", "Poland"), named("fr", "France"),
          say(.partnership, "fr+pl", ["kind": "twinning", "party": "fr @partner", "party": "pl @partner"]),
        ])
        try body(archive)
      }
    }
  }

  /// The reason for which it is refused; nil where it is answered.
  private func reason(_ sql: String, _ archive: ArchiveStore, _ limits: QueryLimits = QueryLimits())
    -> String?
  {
    do {
      _ = try archive.ask(sql, within: limits)
      return nil
    } catch ArchiveError.query(let reason) {
      return reason
    } catch {
      return "another error: \(error)"
    }
  }

  @Test(
    "reads no table that is hidden from it, however it is named, and none by the file’s pages",
    arguments: [
      "SELECT * FROM coding", "SELECT count(*) FROM CODING", "SELECT 1 FROM main.\"coding\"",
      "SELECT * FROM source WHERE EXISTS (SELECT 1 FROM [coding])",
      "WITH c AS (SELECT max(seq) FROM coding) SELECT * FROM c",
    ])
  func hidden(sql: String) throws {
    try both { (archive: ArchiveStore) throws -> Void in
      #expect(try archive.ask(sql).isCut == false)
      #expect(throws: ArchiveError.query(reason: "coding \(HiddenTables.reason)")) {
        try archive.ask(sql, hiding: ["coding"])
      }
      #expect(try archive.ask("SELECT count(*) FROM code", hiding: ["coding"]).table.rows.count == 1)
      for pages in ["sqlite_dbpage", "dbstat"] { #expect(reason("SELECT * FROM \(pages)", archive) != nil) }
    }
  }

  @Test("is answered from tables, views, table functions, the search index and common table expressions")
  func answers() throws {
    try both { (archive: ArchiveStore) throws -> Void in
      func rows(_ sql: String) throws -> [[String]] { try archive.ask(sql).table.rows.map { $0.map(\.text) } }
      #expect(try rows("SELECT id, label FROM actor ORDER BY id") == [["fr", "France"], ["pl", "Poland"]])
      #expect(try rows("SELECT title, kind FROM partnership") == [["France – Poland", "twinning"]])
      #expect(try rows("SELECT actor FROM party ORDER BY slot") == [["fr"], ["pl"]])
      #expect(try rows("SELECT entity FROM search WHERE search MATCH 'poland'") == [["pl"]])
      #expect(try rows("SELECT value FROM json_each('[1, 2]')") == [["1"], ["2"]])
      #expect(
        try rows("SELECT name FROM pragma_table_info('seal') ORDER BY name") == [["batch"], ["digest"]])
      #expect(
        try rows(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT sum(i) FROM n")
          == [["6"]])
      #expect(try rows("SELECT 1; -- and a comment") == [["1"]])
      #expect(try rows("VALUES (1, 2.5, NULL, x'00ff')") == [["1", "2.5", "", "2 bytes"]])
    }
  }

  /// Everything that is known to get at more than the record, or to keep a server busy or out of memory.
  private static let attacks: [String] = [
    "ATTACH '/etc/passwd' AS x", "ATTACH ':memory:' AS x", "DETACH main", "VACUUM INTO '/tmp/stolen'",
    "VACUUM",
    "PRAGMA journal_mode = DELETE", "PRAGMA query_only = 0", "PRAGMA writable_schema = 1",
    "PRAGMA database_list",
    "PRAGMA hard_heap_limit = 1", "PRAGMA mmap_size = 1", "SELECT * FROM pragma_database_list",
    "SELECT * FROM pragma_compile_options", "SELECT * FROM pragma_integrity_check",
    "SELECT load_extension('x')", "SELECT writefile('/tmp/x', 'y')", "SELECT readfile('/etc/passwd')",
    "SELECT edit('x')", "SELECT fts3_tokenizer('simple')", "SELECT zipfile('x')",
    "DELETE FROM actor", "UPDATE actor SET label = 'x'", "INSERT INTO actor (id) VALUES ('x')",
    "DROP TABLE actor",
    "INSERT INTO search (search) VALUES ('rebuild')", "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)",
    "CREATE TEMP VIEW x AS SELECT 1", "CREATE VIRTUAL TABLE temp.x USING fts5 (y)",
    "CREATE TRIGGER x INSTEAD OF INSERT ON partnership BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER x INSTEAD OF DELETE ON partnership BEGIN DELETE FROM actor; END",
    "UPDATE sqlite_master SET type = 'x'", "DELETE FROM sqlite_master",
    "INSERT INTO partnership (id) VALUES ('x')", "DELETE FROM partnership",
    "WITH x AS (SELECT 1) DELETE FROM actor", "DELETE FROM actor RETURNING id", "REINDEX", "ANALYZE",
    "ALTER TABLE actor RENAME TO x", "BEGIN", "BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT x",
    "EXPLAIN DELETE FROM actor",
    "SELECT 1; SELECT 2", "SELECT 1; DELETE FROM actor", "", "   ", ";", "-- nothing", "SELECT",
    "SELECT '\0'",
    "SELECT zeroblob(2000000000)", "SELECT randomblob(2000000000)", "SELECT hex(zeroblob(90000))",
    "SELECT hex(hex(hex(hex(zeroblob(10000)))))",
    "SELECT printf('%1000000000d', 1)", "SELECT printf('%.*c', 2000000, 'x')",
    "SELECT FORMAT('%.*c', 2000000000, 'x')",
    "SELECT replace(hex(zeroblob(40000)), '0', hex(zeroblob(100)))",
    "SELECT group_concat(hex(zeroblob(1000))) FROM (\(numbers(10_000)))",
    "SELECT json_group_array(hex(zeroblob(40000))) FROM (\(numbers(10_000)))",
    "SELECT json_group_object(i, hex(zeroblob(40000))) FROM (\(numbers(10_000)))",
    "SELECT \((0..<101).map { "abs(\($0))" }.joined(separator: " + "))",
    // One after the other for a quarter of a minute, were there no end to patterns and functions.
    "WITH m AS MATERIALIZED (SELECT hex(zeroblob(49000)) b, '%' || hex(zeroblob(95)) || '1' p) SELECT "
      + Array(repeating: "(b LIKE p)", count: 90).joined(separator: " + ") + " FROM m",
    "SELECT json_patch('{}', '{}')",
    "SELECT i AS \(String(repeating: "x", count: 5000)) FROM (\(numbers(1)))",
    "SELECT " + String(repeating: "(", count: 1500) + "1" + String(repeating: ")", count: 1500),
    "SELECT " + (0..<300).map(String.init).joined(separator: ", "),
    (0..<150).map { "SELECT \($0)" }.joined(separator: " UNION ALL "),
    "SELECT 1 LIKE '" + String(repeating: "%a", count: 500) + "'",
  ]

  private static func numbers(_ count: Int) -> String {
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT \(count)) SELECT i FROM n"
  }

  @Test("is refused where it would do more than read, or take more than it may", .timeLimit(.minutes(5)))
  func refused() throws {
    try both { (archive: ArchiveStore) throws -> Void in
      let before = try archive.version()
      for sql in Self.attacks {
        let found = reason(sql, archive)
        #expect(found != nil, "\(sql.prefix(200)) was answered")
        #expect(found?.hasPrefix("another error") == false, "\(sql.prefix(200)): \(found ?? "")")
      }
      #expect(try archive.version() == before)
      #expect(try archive.query("SELECT count(*) FROM actor").rows == [[.integer(2)]])
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/stolen"))
  }

  /// Without an end, or with one that is too far away.
  private static let endless = [
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n ORDER BY randomblob(100)",
    "WITH RECURSIVE n(i) AS (SELECT randomblob(90000) UNION ALL SELECT randomblob(90000) FROM n) SELECT max(i) FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(DISTINCT hex(randomblob(1000))) FROM n",
    "WITH n AS MATERIALIZED (\(numbers(3000))) SELECT count(*) FROM n a, n b, n c, n d WHERE a.i + b.i < c.i + d.i",
  ]

  @Test("is interrupted when its time is up", .timeLimit(.minutes(5)))
  func interrupted() throws {
    var limits = QueryLimits()
    limits.milliseconds = 300
    try both { (archive: ArchiveStore) throws -> Void in
      for sql in Self.endless {
        #expect(reason(sql, archive, limits) == "it took longer than 300 ms", "\(sql)")
      }
    }
  }

  @Test("is over at once where two long texts are compared place by place")
  func long() throws {
    // SQLite's own instr and replace take three seconds a row on a quiet machine: place by place it would not be over in time.
    var limits = QueryLimits()
    limits.milliseconds = 10_000
    let long = "WITH m AS MATERIALIZED (SELECT hex(zeroblob(49000)) t) SELECT "
    try both { (archive: ArchiveStore) throws -> Void in
      for call in [
        "length(trim(t, '1' || t))", "length(ltrim(t, t))",
        "instr(t, substr(t, 40000) || '1')",
        "length(replace(t, substr(t, 40000) || '1', 'x'))",
        "length(rtrim(t || 'é', 'é0'))",
      ] {
        // As often as a statement of its length can hold it.
        let sql =
          long + Array(repeating: call, count: 30).joined(separator: " + ")
          + " FROM m, (VALUES (1), (2), (3), (4))"
        #expect(reason(sql, archive, limits) == nil, "\(call)")
      }
    }
  }

  /// SQLite's own functions are the oracle: the archive's other connection has them.
  @Test("has functions in place of SQLite's that give what SQLite's give")
  func functions() throws {
    try both { (archive: ArchiveStore) throws -> Void in
      for call in [
        "instr('Łódź', 'd')", "instr('abc', '')", "instr('', 'a')", "instr(NULL, 'a')",
        "instr('abcabc', 'ca')", "instr(123, 2)",
        "replace('aXbXc', 'X', '--')", "replace('abc', '', 'x')", "replace('abc', 'b', NULL)",
        "replace('aaa', 'aa', 'b')",
        "trim('xxaxx', 'x')", "ltrim('éàb', 'àé')", "rtrim('baab', 'ab')", "trim('abc', '')",
        "trim(NULL, 'x')", "trim('  a ')",
      ] {
        #expect(try archive.ask("SELECT \(call)").table == archive.query("SELECT \(call)"), "\(call)")
      }
    }
  }

  @Test("gives as many rows and bytes as it may, and says where there were more")
  func cut() throws {
    try both { (archive: ArchiveStore) throws -> Void in
      var limits = QueryLimits()
      limits.rows = 10
      let ten = try archive.ask(Self.numbers(10), within: limits)
      #expect(ten.table.rows.count == 10 && !ten.isCut)
      let eleven = try archive.ask(Self.numbers(11), within: limits)
      #expect(eleven.table.rows.count == 10 && eleven.isCut)
      limits.bytes = 1000
      let wide = try archive.ask("SELECT hex(zeroblob(200)) FROM (\(Self.numbers(9)))", within: limits)
      #expect(wide.table.rows.count == 2 && wide.isCut)
    }
  }

  /// Twice as large with every step, ten thousand times at the end; SQLite writes it all out before it can be interrupted.
  @Test("is refused before SQLite sees it where its expressions double and double")
  func doubling() throws {
    let archive = try ArchiveStore.inMemory()
    func sql(_ steps: Int, _ make: (Int) -> String) -> String {
      "WITH c0 AS (SELECT 1 AS x)" + (1...steps).map { ", " + make($0) }.joined() + " SELECT x FROM c\(steps)"
    }
    let forms: [(Int) -> String] = [
      { "c\($0) AS (SELECT a.x FROM c\($0 - 1) a, c\($0 - 1) b)" },
      { "\"c\($0)\"(x) AS NOT MATERIALIZED (SELECT a.x FROM [C\($0 - 1)] a JOIN `c\($0 - 1)` b)" },
      { "c\($0) AS/**/(SELECT x FROM c\($0 - 1) UNION SELECT x FROM 'c\($0 - 1)')" },
    ]
    for form in forms {
      #expect(reason(sql(40, form), archive)?.contains("written out") == true)
      #expect(reason(sql(5, form), archive) == nil)
    }
    // Named before they are made.
    let backward =
      "WITH "
      + (1...40).map { "c\($0) AS (SELECT a.x FROM c\($0 + 1) a, c\($0 + 1) b)" }.joined(separator: ", ")
      + ", c41 AS (SELECT 1 AS x) SELECT x FROM c1"
    #expect(reason(backward, archive)?.contains("written out") == true)
  }
}
