import Foundation
import TestSupport
import Testing

@testable import Workbench

/// Tables that others published; they lie beside the package, where they are at all. How many rows each has is from its description.
@Suite("A published table") struct PublishedTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let mapping: String
    let rows: Int
    var note: String?
    let query: String
    let answer: [[String]]

    var testDescription: String { file }
  }

  static let cases = [
    Case(
      file: "aiddata_china_public_diplomacy/WHO-WHERE-WHEN-dataset-v.1.1.xlsx",
      mapping: """
        sheet: Dataset
        source: {value: s}
        locator: {template: "{Year}, {Name}"}
        entities:
          - kind: event
            id: "{Year}-{Name}-{Country}"
            says: {date: {column: Year}, title: {template: "{Name} in {Country}"}, type: {value: visit}}
        """,
      rows: 595, query: "SELECT title FROM event WHERE date = '1949'",
      answer: [["Mao Zedong in Soviet Union"]]),
    Case(
      file: "events_icews/events.2018.sample.tab",
      mapping: """
        source: {value: s}
        locator: {template: "event {Event ID}"}
        columns: {District: {missing: [Moskva]}}
        entities:
          - kind: event
            id: "icews-{Event ID}"
            says: {title: {column: Event Text}, date: {column: Event Date}, note: [{column: Story ID}, {column: District}]}
        """,
      rows: 3705, note: "delimiter: \"tab\"", query: "SELECT count(*), min(date), max(date) FROM event",
      answer: [["3705", "2018-06-01", "2018-06-02"]]),
    Case(
      file: "china_vitae_engagements/china_investments.csv",
      mapping: """
        decimal: "."
        source: {value: s}
        locator: {template: "{Year} {Month}"}
        entities:
          - kind: flow
            id: "{Chinese Entity}-{Year}-{Month}-{Country}-{Sector}-{Quantity in Millions}-{BRI}"
            says: {item: {value: investment}, value: {column: Quantity in Millions}, currency: {value: USD}}
        """,
      rows: 2908, query: "SELECT value FROM flow WHERE id = 'Minmetals-2005-January-Cuba-Metals-500-0'",
      answer: [["500"]]),
  ]

  static let hasTables = FileManager.default.fileExists(atPath: Project.root + "/../shared/data")

  @Test(
    "is mapped from end to end", .enabled(if: hasTables, "the published tables are not here"),
    arguments: cases)
  func mapped(_ table: Case) throws {
    let name = URL(filePath: table.file).lastPathComponent
    let desk = try Desk(["sources.json": Desk.sources, "x.yml": "file: \(name)\n" + table.mapping])
    try FileManager.default.copyItem(
      atPath: Project.root + "/../shared/data/" + table.file, toPath: desk.folder + "/" + name)
    let plan = try desk.plan("x.yml")
    #expect(plan.problems.isEmpty, "\(plan.problems.prefix(3))")
    #expect(plan.rows == table.rows)
    #expect(
      plan.notes.count == (table.note == nil ? 0 : 1)
        && plan.notes.allSatisfy { $0.contains(table.note ?? "") })
    try desk.bring("x.yml")
    #expect(try desk.rows(table.query) == table.answer)
  }

  @Test(
    "that is in none of the known encodings for certain is refused, with the first line in question",
    .enabled(if: hasTables, "the published tables are not here"))
  func mangled() throws {
    // Its apostrophes are UTF-8 that was read as Mac Roman and written as Windows-1252: 82 C4 F4.
    let bytes = [UInt8](
      try Data(contentsOf: URL(filePath: Project.root + "/../shared/data/events_icews/cameo-codes.csv")))
    let desk = try Desk(["x.yml": "{file: x.csv, source: {value: s}, locator: {value: l}, entities: []}"])
    try Data(bytes).write(to: URL(filePath: desk.folder + "/x.csv"))
    let error = #expect(throws: WorkbenchError.self) { try desk.plan("x.yml") }
    guard case .table(let fault) = error else { throw try #require(error) }
    #expect(fault.place == "x.csv:5" && fault.message.hasPrefix("the byte 82 is not utf-8 text."))
  }
}
