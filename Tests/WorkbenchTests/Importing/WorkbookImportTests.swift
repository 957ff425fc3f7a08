import Diplomacy
import Foundation
import Interchange
import TestSupport
import Testing

@testable import Workbench

@Suite("An import of a workbook") struct WorkbookImportTests {
  private let mapping = """
    file: kinds.xlsx
    source: {value: s}
    locator: {value: p. 1}
    entities:
      - {kind: event, id: "{name}", says: {title: {column: name}, date: {column: day}}}
    """

  /// A desk with the fixture of every kind of cell.
  private func desk(_ mapping: String, file: String = "kinds.xlsx") throws -> Desk {
    let desk = try Desk(["sources.json": Desk.sources, "x.yml": mapping])
    let fixture = Project.root + "/Tests/Fixtures/tables/\(file)"
    try FileManager.default.copyItem(atPath: fixture, toPath: desk.folder + "/" + file)
    return desk
  }

  @Test("brings its rows, with its days and its names, and says how it was read")
  func brings() throws {
    let desk = try desk(mapping)
    #expect(
      try desk.plan("x.yml").notes == ["kinds.xlsx, sheet 'All kinds': 1 hidden row is read like the others."]
    )
    #expect(try desk.bring("x.yml").added == 11)
    let rows = try desk.rows(
      "SELECT title, date FROM event WHERE title IN ('Łódź', '成都', 'a,b') ORDER BY date")
    #expect(rows == [["成都", "1900-03-01"], ["a,b", "2016-02-29T14:30:05"], ["Łódź", "2020-03-05"]])
  }

  @Test("names the file, the sheet, the row and the column of each fault")
  func faults() throws {
    let desk = try desk(mapping.replacing("{column: day}", with: "{column: number}"))
    let problems = try desk.plan("x.yml").problems.map { "\($0.file):\($0.line) \($0.column) \($0.value)" }
    // Row 5 is blank, and the cell of row 7 has two lines: the numbers are the sheet's all the same.
    #expect(problems.contains("kinds.xlsx, sheet 'All kinds':2 number 0.3"))
    #expect(problems.contains("kinds.xlsx, sheet 'All kinds':8 number 0.333333333333333"))
    #expect(problems.contains("kinds.xlsx, sheet 'All kinds':15 number true"))
    let error = #expect(throws: WorkbenchError.self) {
      try desk.write(mapping.replacing("kinds.xlsx", with: "kinds.xlsx\nsheet: Other"), to: "y.yml")
      _ = try desk.plan("y.yml")
    }
    guard case .table(let fault) = error else { throw try #require(error) }
    #expect(fault == TableError(place: "kinds.xlsx", message: "it has no sheet 'Other'; it has: 'All kinds'"))
  }

  @Test("lists a cell that shows an error once, and merged cells row by row, and then brings nothing")
  func cellFaults() throws {
    let desk = try desk(
      """
      file: faults.xlsx
      source: {value: s}
      locator: {value: p. 1}
      entities:
        - {kind: observation, id: "{name}", says: {value: {column: value}, date: {column: day}}}
      """, file: "faults.xlsx")
    let problems = try desk.plan("x.yml").problems
    #expect(
      problems.map { "\($0.line) \($0.column) \($0.value)" } == [
        "2 value #DIV/0!", "4 day B4:C5", "5 day B4:C5", "6 value ", "7 day 60", "8 day 2020-03-05",
      ])
    #expect(throws: WorkbenchError.self) { try desk.bring("x.yml") }
    #expect(try desk.counts()[0] == "0")
  }

  @Test("goes by the cells' results where they are formulas with a decimal comma beside text")
  func decimalComma() throws {
    let desk = try desk(
      """
      file: runs.xlsx
      decimal: ","
      source: {value: s}
      locator: {value: p. 1}
      entities:
        - {kind: observation, id: "{name}", when: {column: name, is: ab}, says: {value: {column: number}}}
      """, file: "runs.xlsx")
    try desk.bring("x.yml")
    #expect(try desk.rows("SELECT id, value FROM observation") == [["ab", "0.25"]])
  }
}
