import Interchange
import Testing

@Suite("A workbook") struct PeerTests {
  @Test("is read as openpyxl reads it, row by row", arguments: ["kinds.xlsx", "runs.xlsx", "inline.xlsx"])
  func peer(_ file: String) throws {
    let expected = try #require(try Fixture.expected(file) as? [String: Any])
    let rows = try #require(expected["rows"] as? [[Any]])
    let table = try TableText.read(try Fixture.bytes(file), fileName: file)
    #expect(table.name == "\(file), sheet '\(expected["sheet"] as? String ?? "")'")
    let records = try table.records()
    #expect(records.map(\.row) == rows.compactMap { $0[0] as? Int })
    for (record, row) in zip(records, rows) { #expect(record.fields == row[1] as? [String]) }
    #expect(records.count == rows.count && records.count >= 4)
  }

  @Test("says that it read formulas as last saved, and hidden rows like the others")
  func notes() throws {
    let runs = try TableText.read(try Fixture.bytes("runs.xlsx"), fileName: "runs.xlsx").notes
    #expect(runs == ["runs.xlsx, sheet '1904': the results of 4 formulas are read as last saved."])
    let kinds = try TableText.read(try Fixture.bytes("kinds.xlsx"), fileName: "kinds.xlsx").notes
    #expect(kinds == ["kinds.xlsx, sheet 'All kinds': 1 hidden row is read like the others."])
  }
}
