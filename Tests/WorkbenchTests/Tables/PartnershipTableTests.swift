import Archive
import Chronology
import Diplomacy
import Interchange
import Testing
import Workbench

@Suite("A table of partnerships")
struct PartnershipTableTests {
  private static func totals(
    _ rows: Dimension, _ change: (inout PartnershipTable) throws -> Void = { _ in }
  ) throws -> [String: String] {
    var question = PartnershipTable(rows: rows, columns: .all)
    try change(&question)
    let table = try question.answer(from: SmallWorld.archive())
    var totals = Dictionary(
      uniqueKeysWithValues: zip(table.rows, table.rowTotals).map { ($0.name, $1.computed?.text ?? "") })
    totals["Total"] = table.total?.computed?.text
    return totals
  }

  @Test("counts one with two countries in each, and once in the total")
  func countries() throws {
    #expect(try Self.totals(.country) == ["Italy": "2–3", "France": "3–4", "Total": "5"])
  }

  @Test("leaves open in which province a place lies that sources place apart")
  func provinces() throws {
    #expect(try Self.totals(.chineseProvince) == ["Xia": "2–3", "Yan": "1–2", "China": "1", "Total": "5"])
  }

  @Test(
    "asks when each was established: certainly, possibly or not",
    arguments: [
      ("2015", ["Italy": "1–2", "France": "0–2", "Total": "1–3"]),
      ("2014/2015", ["Italy": "1–2", "France": "0–2", "Total": "2–3"]),
      ("2010/2012", ["France": "1–2", "Total": "1–2"]),
      ("2016-05-01", ["Italy": "0–1", "France": "0–2", "Total": "0–2"]),
      ("1900", ["France": "0–1", "Total": "0–1"]),
    ])
  func established(period: String, expected: [String: String]) throws {
    #expect(try Self.totals(.country) { $0.established = try Period(period) } == expected)
  }

  @Test(
    "asks which are in being on a day",
    arguments: [
      ("2011-06-30", "1–2"), ("2012-06-30", "0–2"), ("2013-01-01", "0–1"), ("2017-01-01", "3–4"),
    ])
  func inBeing(day: String, total: String) throws {
    #expect(try Self.totals(.kind) { $0.asOf = Day(day) }["Total"] == total)
  }

  @Test(
    "keeps to those of an actor and of what lies within it",
    arguments: [
      ("it", "2–3"), ("it-1", "2–3"), ("fr", "3–4"), ("cn", "5"), ("cn-x", "2–3"), ("cn-y", "1–2"),
      ("cn-z", "1"),
    ])
  func within(actor: String, total: String) throws {
    #expect(try Self.totals(.kind) { $0.within = ActorID(actor) }["Total"] == total)
  }

  @Test("keeps to one kind")
  func kind() throws {
    #expect(
      try Self.totals(.country) { $0.kind = .twinning } == ["Italy": "2–3", "France": "1–2", "Total": "3"])
  }

  @Test("counts by year, by period, by level and by agreement")
  func others() throws {
    #expect(
      try Self.totals(.year)
        == ["2010": "1", "2014": "0–1", "2015": "1–2", "2016": "1", "not known": "1", "Total": "5"])
    let periods = try Self.totals(.period) { $0.periods = try [Period("2010/2014"), Period("2015/2016")] }
    #expect(periods == ["2010/2014": "1–3", "2015/2016": "2–4", "Total": "4–5"])
    #expect(try Self.totals(.level) == ["region": "4", "state": "1", "Total": "5"])
    #expect(try Self.totals(.agreement) == ["not known": "5", "Total": "5"])
  }

  @Test("refuses a census that nobody took")
  func census() throws {
    #expect(throws: WorkbenchError.self) { try Self.totals(.country) { $0.scope = .inventory("nobody") } }
  }
}
