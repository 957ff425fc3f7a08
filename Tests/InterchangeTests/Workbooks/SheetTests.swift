import Diplomacy
import Interchange
import Testing

@Suite("A sheet") struct SheetTests {
  private let mapping = Result {
    try MappingFile.read(
      "{file: x, source: {column: a}, locator: {column: b}, entities: []}", name: "x.yml")
  }

  @Test("keeps its row numbers over blank rows and cells with several lines")
  func rows() throws {
    let book = Book(
      rows: "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>a</v></c><c r=\"B3\" t=\"str\"><v>b</v></c></row>"
        + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>one\ntwo\nthree</v></c></row><row r=\"5\"><c r=\"A5\" s=\"1\"/></row>"
        + "<row r=\"9\"><c r=\"B9\"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>")
    let records = try book.records()
    #expect(records.map(\.row) == [3, 4, 9, 10])
    #expect(records.map(\.fields) == [["a", "b"], ["one\ntwo\nthree", ""], ["", "2"], ["3", "4"]])
  }

  @Test("refuses the rows of merged cells, where their columns are in use")
  func mergedBody() throws {
    let cells = (2...5).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    let table = try Book(
      rows: Book.header("a", "b", "c") + cells,
      after:
        "<mergeCells><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C2:C5\"/><mergeCell ref=\"A2\"/></mergeCells>"
    ).read()
    let problems = try (2...5).flatMap {
      table.problems(onLine: $0, header: ["a", "b", "c"], mapping: try mapping.get())
    }
    #expect(problems.map { "\($0.line) \($0.column) \($0.value)" } == ["3 b B3:B4", "4 b B3:B4"])
    #expect(problems.allSatisfy { $0.expected.contains("Unmerge them") })
  }

  /// What a workbook is refused with.
  private func refusal(_ book: Book, _ declared: Dialect = Dialect()) -> String {
    do {
      let table = try book.read(declared)
      return "read: \(String(decoding: table.bytes, as: UTF8.self))"
    } catch { return "\(error.place): \(error.message)" }
  }

  @Test("is refused with the row or cell where it is no table")
  func faults() {
    let merged = Book(
      rows: Book.header("a", "b"), after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
    let gap = Book(rows: "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>3</v></c></row>")
    let cases: [(Book, String)] = [
      (merged, "book.xlsx, sheet 'Data', row 1: the cells A1:B1 of the header are merged"),
      (gap, "book.xlsx, sheet 'Data', cell B2: a column of the header has no name"),
      (Book(rows: Book.header("a", "b", "a")), "cell C1: two columns are called 'a': A is the other"),
      (
        Book(rows: "<row><c t=\"e\"><v>#NAME?</v></c></row>"),
        "cell A1: expected a column's name in the header"
      ),
      (Book(column: ["t=\"s\"><v>7</v>"]), "cell A2: the text number 7 is missing"),
      (Book(column: ["t=\"q\"><v>7</v>"]), "cell A2: there is no cell type 'q'"),
      (Book(column: ["><v>seven</v>"]), "cell A2: 'seven' is no number"),
      (Book(column: ["><v>inf</v>"]), "cell A2: 'inf' is no number"),
      (
        Book(rows: Book.header("a") + "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>"),
        "row 2: the cell 'XFE2' is out of place"
      ),
      (
        Book(rows: Book.header("a") + "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>"),
        "row 2: the cell 'A3' is out of place"
      ),
      (Book(rows: Book.header("a") + "<row r=\"1\"/>"), "its rows are out of order after row 1"),
      (Book(rows: Book.header("a") + "<row r=\"1048577\"/>"), "its rows are out of order"),
      (Book(rows: Book.header("a") + "<row r=\"-1\"/>"), "its rows are out of order"),
      (Book(rows: ""), "none of its sheets that are not hidden has contents"),
    ]
    for (book, message) in cases {
      let refusal = refusal(book)
      #expect(refusal.contains(message), "\(refusal)")
    }
  }

  @Test("takes little room wherever its cells stand, whatever size it claims to be")
  func farOut() throws {
    let book = Book(
      rows: Book.header("a") + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>",
      after: "<dimension ref=\"A1:XFD1048576\"/><mergeCells><mergeCell ref=\"B2:XFD1048576\"/></mergeCells>")
    let table = try book.read()
    #expect(table.bytes == Array("a\n1\n".utf8))
    #expect(try table.records().map(\.row) == [1, 1_048_576])
  }

  @Test("is chosen by its name, or is the only one with contents that is not hidden")
  func choice() throws {
    var book = Book(rows: Book.header("a"))
    let sheet = book.parts["xl/worksheets/sheet1.xml"]
    func add(_ name: String, state: String, part: String?) {
      let id = "s" + name
      book.parts["xl/worksheets/\(name).xml"] = part
      book.parts["xl/workbook.xml"]?.replace(
        "</sheets>",
        with: "<sheet name=\"\(name)\" sheetId=\"9\" state=\"\(state)\" r:id=\"\(id)\"/></sheets>")
      book.parts["xl/_rels/workbook.xml.rels"]?.replace(
        "</Relationships>",
        with:
          "<Relationship Id=\"\(id)\" Type=\"x/worksheet\" Target=\"../xl/worksheets/\(name).xml\"/></Relationships>"
      )
    }
    add(
      "Blank", state: "visible",
      part: "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"/></row></sheetData></worksheet>")
    add("Secret", state: "veryHidden", part: sheet?.replacing(">a<", with: ">secret<"))
    #expect(try book.records().map(\.fields) == [["a"]])
    #expect(try book.read(Dialect(sheet: "Secret")).records().map(\.fields) == [["secret"]])
    add("Other", state: "visible", part: sheet)
    #expect(refusal(book).contains("several of its sheets have contents: 'Data', 'Other'"))
    #expect(refusal(book, Dialect(sheet: "data")).contains("it has: 'Data', 'Blank', 'Secret', 'Other'"))
    add("Gone", state: "visible", part: nil)
    #expect(refusal(book, Dialect(sheet: "Gone")).contains("the sheet 'Gone' is missing from it"))
    #expect(refusal(book, Dialect(delimiter: .tab)).contains("which a workbook does not have"))
  }
}
