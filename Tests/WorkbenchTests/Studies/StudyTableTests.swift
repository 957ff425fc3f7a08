import Archive
import Interchange
import Testing
import Workbench

@Suite("A study's table")
struct StudyTableTests {
  private static func run(_ sql: String, totals: String = "both", order: String = "as-given") throws
    -> CrossTable
  {
    let text = """
      study: small
      title: A small study
      source: survey
      about: For tests.
      tables:
        - id: t
          title: A table
          rows: Row
          columns: Column
          totals: \(totals)
          order: \(order)
          sql: |
            \(sql.split(separator: "\n").joined(separator: "\n        "))
      """
    let study = try StudyFile.read(text, name: "study.yml")
    return try StudyRunner(ArchiveStore.inMemory()).run(study.tables[0], of: study.id)
  }

  private static func bounds(_ certain: Double, _ possible: Double) -> CrossTable.Bounds {
    CrossTable.Bounds(certain: certain, possible: possible)
  }

  /// u1 is in x or y of row A, u2 in x of B, u3 in y of B or outside.
  private static let units = """
    SELECT column1 AS "row", column2 AS "column", column3 AS unit, column4 AS outside
    FROM (VALUES ('A', 'x', 'u1', 0), ('A', 'y', 'u1', 0), ('B', 'x', 'u2', 0), ('B', 'y', 'u3', 1))
    """

  @Test("of units counts each once in every total, wherever it stands")
  func units() throws {
    let table = try Self.run(Self.units)
    #expect(
      table.cells.map { $0.map(\.computed) } == [
        [Self.bounds(0, 1), Self.bounds(0, 1)], [Self.bounds(1, 1), Self.bounds(0, 1)],
      ])
    #expect(table.rowTotals.map(\.computed) == [Self.bounds(1, 1), Self.bounds(1, 2)])
    #expect(table.columnTotals.map(\.computed) == [Self.bounds(1, 2), Self.bounds(0, 2)])
    #expect(table.total?.computed == Self.bounds(2, 3))
  }

  private static let sums = """
    SELECT column1 AS "row", column2 AS "column", column3 AS certain, column4 AS possible, column5 AS published
    FROM (VALUES ('B', 'x', 1, 2, '3'), ('A', 'x', 4, 4, '4'), ('A', 'y', 2, 3, NULL))
    """

  @Test("of counts adds them up, and says where the published value is ruled out")
  func sums() throws {
    let table = try Self.run(Self.sums)
    #expect(table.rows.map(\.name) == ["B", "A"])
    #expect(table.rowTotals.map(\.computed) == [Self.bounds(1, 2), Self.bounds(6, 7)])
    #expect(table.total?.computed == Self.bounds(7, 9))
    #expect(table.cells[0][0].differs && !table.cells[1][0].differs)
    #expect(table.cells[0][1].computed == nil)
  }

  @Test(
    "is ordered as given, by name or by total",
    arguments: [
      ("as-given", ["B", "A"]), ("name", ["A", "B"]), ("total", ["A", "B"]),
    ])
  func order(order: String, rows: [String]) throws {
    let table = try Self.run(Self.sums, order: order)
    #expect(table.rows.map(\.name) == rows)
    let total = try #require(table.rows.firstIndex { $0.name == "A" })
    #expect(table.rowTotals[total].computed == Self.bounds(6, 7))
  }

  @Test(
    "has the totals asked for",
    arguments: [("none", 0, 0, false), ("rows", 2, 0, false), ("columns", 0, 2, false), ("both", 2, 2, true)])
  func totals(totals: String, rows: Int, columns: Int, grand: Bool) throws {
    let table = try Self.run(Self.sums, totals: totals)
    #expect(table.rowTotals.count == rows && table.columnTotals.count == columns)
    #expect((table.total != nil) == grand)
  }

  @Test(
    "whose query lacks its columns names the study and the table",
    arguments: [
      "SELECT 1 AS certain", "SELECT 'A' AS \"row\", 'x' AS \"column\"", "SELECT * FROM nothing",
    ])
  func failing(sql: String) throws {
    let error = try #require(throws: WorkbenchError.self) { try Self.run(sql) }
    guard case .studyQuery("small", "table t", _) = error else {
      Issue.record("\(error)")
      return
    }
  }
}
