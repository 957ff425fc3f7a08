import Diplomacy
import Interchange
import Testing
import Workbench

@Suite("A table of events")
struct EventTableTests {
  private static func totals(
    _ counted: EventTable.Counted, _ rows: EventDimension,
    _ change: (inout EventTable) throws -> Void = { _ in }
  ) throws -> [String: String] {
    var question = EventTable(counted, rows: rows, columns: .all)
    try change(&question)
    let table = try question.answer(from: SmallWorld.archive())
    var totals = Dictionary(
      uniqueKeysWithValues: zip(table.rows, table.rowTotals).map { ($0.name, $1.computed?.text ?? "") })
    totals["Total"] = table.total?.computed?.text
    return totals
  }

  @Test("counts by type and by country, each event once in the total")
  func events() throws {
    #expect(try Self.totals(.events, .type) == ["donation": "2", "visit": "1", "Total": "3"])
    #expect(
      try Self.totals(.events, .country) == ["China": "3", "Italy": "2–3", "France": "0–1", "Total": "3"])
    #expect(
      try Self.totals(.events, .takerCountry) == [
        "Italy": "1–2", "France": "0–1", "not known": "1", "Total": "3",
      ])
  }

  @Test(
    "asks when they happened: certainly, possibly or not",
    arguments: [
      ("2020", "1–2"), ("2019/2021", "3"), ("2021", "0–1"), ("2018", "0"),
    ])
  func happened(period: String, total: String) throws {
    #expect(try Self.totals(.events, .type) { $0.happened = try Period(period) }["Total"] == total)
  }

  @Test(
    "keeps to those of an actor and of what lies within it",
    arguments: [
      ("it-1", "2–3"), ("it", "2–3"), ("fr", "0–1"), ("cn", "3"), ("cn-x", "2"),
    ])
  func within(actor: String, total: String) throws {
    #expect(try Self.totals(.events, .type) { $0.within = ActorID(actor) }["Total"] == total)
  }

  @Test("counts flows, those of unknown quantity, too")
  func flows() throws {
    #expect(try Self.totals(.flows, .item) == ["masks": "2", "gloves": "1", "Total": "3"])
  }

  @Test("adds quantities of one item up, leaves unknown ones out and says so")
  func quantities() throws {
    var question = EventTable(.quantities, rows: .item, columns: .giver)
    let table = try question.answer(from: SmallWorld.archive())
    #expect(table.rows.map(\.name) == ["masks"])
    #expect(table.rowTotals.map { $0.computed?.text } == ["150+"])
    #expect(table.cells[0].map { $0.computed?.text } == ["100", "50+"])
    // Gloves and masks do not add up.
    #expect(table.total == nil && table.columnTotals.isEmpty)
    #expect(table.notes.contains { $0.hasPrefix("1 flow of unknown quantity") })
    question.columns = .takerCountry
    let takers = try question.answer(from: SmallWorld.archive())
    #expect(takers.columns.map(\.name) == ["France", "Italy"])
    #expect(takers.cells[0].map { $0.computed?.text } == ["0+", "100+"])
  }
}
