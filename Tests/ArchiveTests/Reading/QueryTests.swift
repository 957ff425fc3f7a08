import Diplomacy
import Foundation
import Testing

@testable import Archive

@Suite("A query") struct QueryTests {
  /// The same record in memory and in a file: the two are different kinds of connection.
  private func both(_ body: (ArchiveStore, _ folder: String) throws -> Void) throws {
    try withFolder { folder in
      let file = try ArchiveStore.create(at: folder + "/x.entente")
      for archive in [try ArchiveStore.inMemory(), file] {
        try archive.deliver([named("pl", "Poland"), named("fr", "France")])
        try body(archive, folder)
      }
    }
  }

  @Test("gives columns and cells as SQLite has them")
  func cells() throws {
    try both { archive, _ in
      let table = try archive.query("SELECT 1 AS i, 2.5 AS r, 'x' AS t, NULL AS n, x'0102' AS b")
      #expect(table.columns == ["i", "r", "t", "n", "b"])
      #expect(table.rows == [[.integer(1), .real(2.5), .text("x"), .null, .text("2 bytes")]])
      #expect(try archive.query("SELECT id FROM actor WHERE 0").rows == [])
    }
  }

  @Test("binds parameters by name and leaves others aside")
  func parameters() throws {
    try both { archive, _ in
      let named = try archive.rows(
        "SELECT name FROM actor WHERE id = :actor", ["actor": "pl", "act": "fr", "x": "y"])
      #expect(named == [["Poland"]])
      let hostile = ["a": "1", "ab": "'; DROP TABLE actor"]
      let bound = try archive.rows("SELECT :a, :ab", hostile)
      #expect(bound == [["1", "'; DROP TABLE actor"]])
      #expect(failure(try archive.query("SELECT :missing")) != nil)
    }
  }

  @Test(
    "that writes, or reaches another file, is refused and changes nothing",
    arguments: [
      "DELETE FROM actor", "UPDATE actor SET label = 'x'",
      "INSERT INTO lens VALUES (2, 'lowest', NULL, NULL)",
      "DROP TABLE search", "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "PRAGMA user_version = 7",
      "PRAGMA application_id = 7", "PRAGMA query_only = OFF", "DELETE FROM actor RETURNING id", "REINDEX",
      "ANALYZE", "VACUUM",
      "VACUUM INTO 'FOLDER/copy'", "ATTACH 'FOLDER/other' AS o", "ATTACH ':memory:' AS o", "DETACH main",
      "BEGIN",
      "BEGIN IMMEDIATE", "SAVEPOINT x", "COMMIT", "ROLLBACK", "SELECT 1; DELETE FROM actor",
      "SELECT 1; SELECT 2",
      "WITH x AS (SELECT 1) DELETE FROM actor", "SELECT load_extension('x')",
      "INSERT INTO search(search) VALUES ('rebuild')",
    ])
  func writes(_ sql: String) throws {
    try both { archive, folder in
      let before = try archive.everything()
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let error = failure(try archive.query(sql.replacing("FOLDER", with: folder)))
      guard case .query(let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(!reason.isEmpty)
      #expect(try archive.everything() == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == files)
      #expect(try archive.rows("SELECT count(*) FROM actor") == [["2"]])
      try archive.deliver([named("de")], at: moment(1))
    }
  }

  @Test("that is wrong gives SQLite's reason")
  func reasons() throws {
    try both { archive, _ in
      for (sql, reason) in [
        ("SELECT absent FROM actor", "no such column: absent"),
        ("SELECT * FROM nowhere", "no such table: nowhere"),
        ("SELEC 1", "near \"SELEC\": syntax error"), ("SELECT * FROM actor WHERE (", "incomplete input"),
      ] {
        let error = failure(try archive.query(sql))
        #expect(error == .query(reason: reason))
      }
      for empty in ["", "  ", "-- nothing"] {
        guard case .query = failure(try archive.query(empty)) else {
          Issue.record("ran '\(empty)'")
          continue
        }
      }
      #expect(throws: ArchiveError.self) { try archive.query("SELECT json('{')") }
    }
  }
}
