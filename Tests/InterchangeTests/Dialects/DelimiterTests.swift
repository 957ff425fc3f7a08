import Interchange
import Testing

@Suite("The delimiter of a table") struct DelimiterTests {
  private func read(_ text: String, _ declared: Dialect = Dialect()) throws(TableError) -> TableText {
    try TableText.read(Array(text.utf8), fileName: "x.csv", declared: declared)
  }

  @Test(
    "is what the header has outside quotes, and splits the records alike",
    arguments: [
      ("a,b\n1,2\n", Delimiter.comma), ("a;b\n1,5;2,5\n", .semicolon), ("a\tb\n1\t2\n", .tab),
      ("a|b\n1|2\n", .bar),
      ("a\n1;2\n", .comma), ("name; alias\nx\ny\nz\n", .comma), ("a;b\n1;2\nx\n3;4\n", .semicolon),
      ("", .comma), ("\"a,b\";\"c,\"\"d\"\n1;2\n", .semicolon),
      ("name; alias,day\nx,1\ny;z,2\n", .comma), ("a,b;c;d\n1;2;3\n4;5;6\n", .semicolon),
      ("\"x;\ny|z\"\tb\n\"p;\nq\"\t2\n", .tab), ("\n\na;b\n", .semicolon),
      ("a|b,c\n1|2,3\n4|5|6,7\n", .comma),
      ("id,a;b;c\r\n1,2\r\n3,4\r\n", .comma),
    ])
  func found(_ text: String, _ delimiter: Delimiter) throws {
    let table = try read(text)
    #expect(table.delimiter == delimiter)
    #expect(table.notes.isEmpty == (delimiter == .comma))
  }

  @Test("is asked for where two do equally well, and taken as declared")
  func ambiguous() throws {
    let error = #expect(throws: TableError.self) { try read("a,b;c\n1,2;3\n") }
    #expect(
      error?.message
        == "its delimiter cannot be told: the header has ',' and ';'. Declare it in the mapping as 'delimiter:'."
    )
    #expect(
      try read("a,b;c\n1,2;3\n", Dialect(delimiter: .semicolon)).records().last?.fields == ["1,2", "3"])
    #expect(try read("a,b\n", Dialect(delimiter: .tab)).records().map(\.fields) == [["a,b"]])
  }

  @Test("is announced by Excel's own first line, which is no record")
  func announced() throws {
    let table = try read("sep=;\r\na,1;b,2\r\nx;y\r\n")
    #expect(table.delimiter == .semicolon)
    #expect(try table.records().map(\.fields) == [["a,1", "b,2"], ["x", "y"]])
    // Lines keep their numbers.
    #expect(try table.records().last?.row == 3)
    #expect(try read("sep=x\n1\n").records().map(\.fields) == [["sep=x"], ["1"]])
  }

  @Test("is one of four, and a sheet only a workbook's")
  func refused() throws {
    let mapping = "{file: x.csv, source: {value: s}, locator: {value: l}, entities: []"
    for (key, message) in [
      ("delimiter: \":\"", "':' is no delimiter; expected one of: ',', ';', 'tab', '|'"),
      ("encoding: ebcdic", "'ebcdic' is no encoding; expected one of: utf-8, utf-16"),
      ("decimal: \";\"", "';' is no decimal; expected one of: '.', ','"),
    ] {
      let error = #expect(throws: FormatError.self) {
        try MappingFile.read("\(mapping), \(key)}", name: "x.yml")
      }
      #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }
    let whole = try MappingFile.read(
      "\(mapping), delimiter: tab, encoding: GBK, decimal: \",\", sheet: A}", name: "x.yml")
    #expect(whole.dialect == Dialect(encoding: .gb18030, delimiter: .tab, decimal: .comma, sheet: "A"))
    let error = #expect(throws: TableError.self) { try read("a\n", Dialect(sheet: "A")) }
    #expect(error?.message == "the mapping declares the sheet 'A', but this is no XLSX workbook")
  }
}
