import Testing

@Suite("An amount in a table") struct AmountTests {
  private func rows(_ cells: [String], decimal: String?) throws -> Rows {
    let csv = "id,n\n" + cells.enumerated().map { "r\($0),\"\($1)\"\n" }.joined()
    return try Rows(
      "quantity: {column: n}", csv, kind: "flow", head: decimal.map { "decimal: \"\($0)\"" } ?? "")
  }

  private func amounts(_ cells: [String], decimal: String?) throws -> [String] {
    try rows(cells, decimal: decimal).statements.compactMap { statement in
      statement.says.first { $0.key.name == "quantity" }?.value.first?.alternatives.first?.description
    }
  }

  @Test("is read with a decimal comma, and with thousands set apart, where that is declared")
  func comma() throws {
    let cells = [
      "1.234,5", "1 234,5", "1\u{202F}234\u{202F}567", "1'234,50",
      "1.234.567", "12.000", "0,5",
      "-3,25", "~1.200", "1,5..2,5", ">=1 000", "150+", "1.500+", "<3", "1/3", "42",
    ]
    #expect(
      try amounts(cells, decimal: ",") == [
        "1234.5", "1234.5", "1234567", "1234.50", "1234567", "12000", "0.5", "-3.25", "~1200", "1.5..2.5",
        ">=1000",
        "150+", "1500+", "<3", "1/3", "42",
      ])
  }

  @Test("is read with a decimal point and thousands set apart where that is declared, and only then")
  func point() throws {
    let cells = ["1,234.5", "1,234,567", "1 234.5", "4.5"]
    #expect(try amounts(cells, decimal: ".") == ["1234.5", "1234567", "1234.5", "4.5"])
    #expect(try rows(cells, decimal: nil).places == ["2 n 1,234.5", "3 n 1,234,567", "4 n 1 234.5"])
  }

  @Test("that could be another number is refused with the reason")
  func ambiguous() throws {
    let cells = [
      "1.23", "1.2345", "1234.567", "1.234 567", "1,2,3", "1,", ",5", "1.234,5.6", "..", "", "x", "1..2..3",
      "1 23", "1.5",
    ]
    let refused = try rows(cells, decimal: ",")
    #expect(refused.statements.isEmpty, "\(refused.texts)")
    #expect(refused.problems.count == cells.count - 1)
    #expect(refused.problems[0].expected.contains("4,5 or 12.000, as the mapping declares 'decimal'"))
  }

  @Test("that the mapping itself gives is written with a point, and text stays as it is")
  func constants() throws {
    let rows = try Rows(
      "quantity: {value: \"1.5\"}, unit: {column: n}", "id,n\nr1,\"1,5 kg\"\n", kind: "flow",
      head: "decimal: \",\"")
    #expect(rows.problems.isEmpty)
    #expect(
      rows.texts.count == 1 && rows.texts[0].contains("1.5\"") && rows.texts[0].contains("1,5 kg"),
      "\(rows.texts)")
  }

  @Test("is left out where its cell holds a code for what is missing, in all columns or in one")
  func missing() throws {
    let rows = try Rows(
      "quantity: {column: n}, value: {column: v}", "id,n,v\na,-9,999\nb,999,-9\nc,5,6\nd, 999 ,1\n",
      kind: "flow",
      head: "missing: [\"\", -9]\ncolumns: {n: {missing: [999, n/a]}}")
    #expect(rows.problems.isEmpty)
    #expect(rows.statements.map(\.entity.id) == ["a", "c", "d"])
    #expect(rows.statements.map { $0.says.count } == [1, 2, 1])
    #expect(throws: (any Error).self) {
      try Rows("quantity: {column: n}", "id,n\na,1\n", kind: "flow", head: "columns: {m: {missing: 1}}")
    }
  }
}
