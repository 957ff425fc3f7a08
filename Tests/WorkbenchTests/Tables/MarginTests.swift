import Archive
import Interchange
import Testing
import Workbench

/// A census of three: one Italian, and two of Italy or Spain; the survey prints how many each country has.
@Suite("Printed totals")
struct MarginTests {
  private static func archive(_ printed: [(area: String?, measure: String, date: String?, value: String)])
    throws -> ArchiveStore
  {
    var statements = try [
      SmallRecord.statement("actor cn", [("name", "China"), ("kind", "state")]),
      SmallRecord.statement("actor it", [("name", "Italy"), ("kind", "state")]),
      SmallRecord.statement("actor es", [("name", "Spain"), ("kind", "state")]),
    ]
    for (index, partner) in ["it", "it|es", "it|es"].enumerated() {
      statements.append(
        try SmallRecord.statement(
          "partnership \(index)",
          [("party@partner", partner), ("party@cn", "cn"), ("established", "2015"), ("inventory", "survey")]))
    }
    for (index, count) in printed.enumerated() {
      statements.append(
        try SmallRecord.statement(
          "observation o\(index)",
          [("measure", count.measure), ("value", count.value), ("inventory", "survey")]
            + (count.area.map { [("area", $0)] } ?? []) + (count.date.map { [("date", $0)] } ?? []),
          locator: "Table \(index)"))
    }
    return try SmallRecord.archive(statements)
  }

  private static func table(_ archive: ArchiveStore, established: String?, margins: Bool = true) throws
    -> CrossTable
  {
    var question = PartnershipTable(rows: .country, columns: .all)
    question.established = try established.map { try Period($0) }
    question.usesMargins = margins
    return try question.answer(from: archive)
  }

  private static func texts(_ table: CrossTable) -> [String] {
    table.rowTotals.map { $0.computed?.text ?? "" }
  }

  @Test("of just the period settle what the cells leave open")
  func exact() throws {
    let archive = try Self.archive([("it", "partnerships established", "2014/2017", "2")])
    #expect(Self.texts(try Self.table(archive, established: "2014/2017")) == ["2", "1"])
    #expect(Self.texts(try Self.table(archive, established: "2014/2017", margins: false)) == ["1–3", "0–2"])
    // Another period: the printed total says nothing of it.
    #expect(Self.texts(try Self.table(archive, established: "2014/2018")) == ["1–3", "0–2"])
  }

  @Test("of all times are ceilings")
  func ceiling() throws {
    let archive = try Self.archive([("it", "partnerships", nil, "2")])
    #expect(Self.texts(try Self.table(archive, established: nil)) == ["1–2", "1–2"])
  }

  @Test("that the record rules out narrow nothing, and the table says so")
  func impossible() throws {
    // Each total is possible on its own; both together make two of three.
    let archive = try Self.archive([
      ("it", "partnerships established", "2015", "1"), ("es", "partnerships established", "2015", "1"),
    ])
    let table = try Self.table(archive, established: "2015")
    #expect(Self.texts(table) == ["1–3", "0–2"])
    #expect(table.notes.contains { $0.contains("cannot all hold") })
    #expect(!table.notes.contains { $0.contains("Cells are narrowed") })
  }

  @Test("stand beside what was computed, and are marked where it rules them out")
  func beside() throws {
    let archive = try Self.archive([(nil, "partnerships", nil, "5"), ("it", "partnerships", nil, "3")])
    let table = try Self.table(archive, established: nil)
    #expect(table.total?.publishedText == "5")
    #expect(table.total?.differs == true)
    let italy = try #require(table.rows.firstIndex { $0.key == "it" })
    #expect(table.rowTotals[italy].publishedText == "3")
    #expect(!table.rowTotals[italy].differs)
    #expect(Grid(table).markdown.contains("3 [5]"))
    #expect(table.notes.contains { $0.contains("5 against 3 recorded") })
  }
}
