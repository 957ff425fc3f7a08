import Dispatch
import Foundation
import TestSupport
import Testing

@testable import Observatory

@Suite("SQL of a visitor's own")
struct QueryTests {
  private static func get(_ path: String, _ sql: String, _ more: String = "") async throws -> Seen {
    try await Visit.get(Address.asking(path, [("sql", sql)]) + more)
  }

  @Test("is answered as rows, as a page with a chart, and as CSV")
  func answers() async throws {
    let sql = "SELECT kind, count(*) AS n FROM partnership GROUP BY kind ORDER BY n DESC, kind"
    let expected = try Bundled.archive().query(sql)
    let data = try await Self.get("/api/v1/query", sql).json() as? [String: Any]
    #expect(data?["columns"] as? [String] == ["kind", "n"] && data?["cut"] as? Bool == false)
    #expect((data?["rows"] as? [[Any]])?.count == expected.rows.count)
    let page = try await Self.get("/query", sql)
    #expect(page.status == 200 && page.text.contains("data-chart") && page.text.contains("twinning"))
    let csv = try await Self.get("/api/v1/query", sql, "&format=csv")
    #expect(csv.text.hasPrefix("kind,n\n") && csv.type.hasPrefix("text/csv"))
    let plain = try await Self.get("/query", "SELECT 1")
    #expect(plain.status == 200 && !plain.text.contains("data-chart"))
  }

  @Test(
    "stays in the form where it cannot be run",
    arguments: ["DELETE FROM actor", "SELECT nothing", "PRAGMA journal_mode", "SELECT 1; SELECT 2"])
  func refused(sql: String) async throws {
    let page = try await Self.get("/query", sql)
    #expect(page.status == 200 && page.text.contains("role=\"alert\"") && page.text.contains(sql))
    let data = try await Self.get("/api/v1/query", sql)
    #expect(data.status == 400 && data.type == "application/problem+json")
  }

  @Test("gives 1,000 rows at most, and is over after a second")
  func limits() async throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    let rows = try await Self.get("/api/v1/query", endless + " SELECT i FROM n").json() as? [String: Any]
    #expect((rows?["rows"] as? [Any])?.count == 1000 && rows?["cut"] as? Bool == true)
    let late = try await Self.get("/api/v1/query", endless + " SELECT count(*) FROM n")
    #expect(late.status == 400 && late.text.contains("longer than 1000 ms"))
    #expect(
      try await Self.get("/query", "SELECT '" + String(repeating: "x", count: 4001) + "'").status >= 400)
  }

  @Test("says of a text that is too long for it that it is")
  func longTexts() async throws {
    let site = try Visit.site(HostileRecord.archive())
    func get(_ sql: String) async throws -> Seen {
      try await Visit.get(Address.asking("/api/v1/query", [("sql", sql)]), at: site)
    }
    let all = try await get("SELECT label FROM actor")
    #expect(all.status == 400 && all.text.contains("longer than 100000 bytes"))
    let others = try await get("SELECT id FROM actor").json() as? [String: Any]
    #expect((others?["rows"] as? [Any])?.count == HostileRecord.values.count)
  }

  @Test("leaves room for the others: a third at the same time is asked to come again")
  func room() throws {
    let askers = Askers(limit: 2)
    func one() throws -> Int { try askers.ask(by: .now()) { 1 } }
    let sum = try askers.ask(by: .now()) {
      try askers.ask(by: .now()) {
        #expect(throws: ObservatoryError.notReady) { try one() }
        return 2
      } + one()
    }
    #expect(sum == 3)
  }

  @Test("has the documented tables beside it, each with all its columns")
  func tables() throws {
    let archive = try Bundled.archive()
    let tables = try archive.documentedTables()
    let schema = try String(contentsOfFile: Project.root + "/Documentation/Schema.md", encoding: .utf8)
    #expect(tables.count > 25)
    for table in tables {
      #expect(schema.contains("`\(table.name)`"), "\(table.name)")
      #expect(
        try archive.query("SELECT * FROM \(table.name) LIMIT 0").columns.sorted() == table.columns.sorted())
    }
  }
}
