import Diplomacy
import Interchange
import Testing

@Suite("A cell of a workbook") struct CellTests {
  /// The texts of a column's cells.
  private func texts(_ cells: [String], formats: [String] = [], properties: String = "") throws -> [String] {
    try Book(column: cells, formats: formats, properties: properties).records().dropFirst().map {
      $0.fields[0]
    }
  }

  /// What is expected in place of the one cell; nil when it is taken.
  private func refusal(_ cell: String, formats: [String] = [], properties: String = "") throws -> String? {
    let table = try Book(
      rows: Book.header("a", "b") + "<row r=\"2\"><c r=\"A2\" \(cell)</c><c r=\"B2\"><v>1</v></c></row>",
      formats: formats, properties: properties
    ).read()
    let mapping = try MappingFile.read(
      "{file: x, source: {column: a}, locator: {value: x}, entities: []}", name: "x.yml")
    let problems = table.problems(onLine: 2, header: ["a", "b"], mapping: mapping)
    #expect(problems.allSatisfy { $0.column == "a" && $0.line == 2 } && problems.count <= 1)
    return problems.first?.expected
  }

  @Test(
    "with a date is written as precisely as its format shows it",
    arguments: [
      ("yyyy-mm-dd", "43895", "2020-03-05"), ("m/d/yyyy", "61", "1900-03-01"), ("d.m.yy", "59", "1900-02-28"),
      ("yyyy\"年\"m\"月\"d\"日\"", "1", "1900-01-01"), ("dd/mm/yyyy", "2958465", "9999-12-31"),
      ("mmm-yy", "43895", "2020-03"), ("yyyy", "43895", "2020"), ("mm/yyyy;@", "43895", "2020-03"),
      ("yyyy-mm-dd hh:mm", "43895.5", "2020-03-05T12:00:00"), ("yyyy-mm-dd hh:mm", "43895", "2020-03-05"),
      ("yyyy-mm-dd", "43895.75", "2020-03-05"), ("yyyy-mm-dd h:mm:ss", "43895.999999", "2020-03-06"),
      ("hh:mm:ss", "0.25", "06:00:00"), ("[h]:mm", "1.5", "36:00:00"), ("[mm]:ss", "1.5", "36:00:00"),
      ("h:mm", "43895.5", "12:00:00"), ("mm:ss", "0.5", "12:00:00"),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "43895", "2020-03-05"), ("[Red]0.00", "43895", "43895"),
      ("0.00E+00", "43895", "43895"), ("\"day\" 0", "43895", "43895"), ("General", "43895", "43895"),
      ("#,##0 \"yd\"", "1234.5", "1234.5"), ("e\"年\"m\"月\"", "43895", "2020-03"),
    ])
  func dates(_ format: String, _ serial: String, _ text: String) throws {
    #expect(try texts(["s=\"1\"><v>\(serial)</v>"], formats: [format]) == [text])
  }

  @Test("counts days from 1904 where the workbook says so")
  func days1904() throws {
    let cells = ["0", "1", "42433"].map { "s=\"1\"><v>\($0)</v>" }
    let read = try texts(cells, formats: ["yyyy-mm-dd"], properties: "date1904=\"1\"")
    // The same day is 43895 from 1900: the two systems are 1,462 days apart.
    #expect(read == ["1904-01-01", "1904-01-02", "2020-03-05"])
  }

  @Test(
    "with a number that is no day is refused with the reason",
    arguments: [
      ("yyyy-mm-dd", "60", "1900-02-29"), ("yyyy-mm-dd", "0", "0 is no day"),
      ("yyyy-mm-dd", "-1", "from 1900 to 9999"),
      ("yyyy-mm-dd", "2958466", "from 1900 to 9999"), ("d-mmm", "43895", "the spreadsheet made up the year"),
    ])
  func noDates(_ format: String, _ serial: String, _ reason: String) throws {
    let expected = try refusal("s=\"1\"><v>\(serial)</v>", formats: [format])
    #expect(expected?.contains(reason) == true, "\(expected ?? "taken")")
  }

  @Test("with an error, or a formula without its result, is refused; and the column has to be in use")
  func errors() throws {
    #expect(try refusal("t=\"e\"><v>#REF!</v>")?.contains("an error") == true)
    #expect(try refusal("><f>1+1</f>")?.contains("open it in a spreadsheet program") == true)
    #expect(try refusal("t=\"str\"><f>\"\"</f><v></v>") == nil)
    let elsewhere = try Book(
      rows: Book.header("a", "b") + "<row r=\"2\"><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"
    ).read()
    let mapping = try MappingFile.read(
      "{file: x, source: {column: a}, locator: {value: x}, entities: []}", name: "x.yml")
    #expect(elsewhere.problems(onLine: 2, header: ["a", "b"], mapping: mapping).isEmpty)
  }

  @Test("with a number has 15 digits and no noise")
  func numbers() throws {
    let stored = [
      "0.30000000000000004", "1.2345678900000001E-2", "1E+20", "-9", "-0", "1.1000000000000001", "4.5E-7",
      "123456789012345680", "99999999999999.9", "007", "1e-7", "5e31",
    ]
    let expected = [
      "0.3", "0.0123456789", "100000000000000000000", "-9", "0", "1.1", "0.00000045", "123456789012346000",
      "99999999999999.9", "7", "0.0000001", "5e+31",
    ]
    #expect(try texts(stored.map { "><v>\($0)</v>" }) == expected)
  }

  @Test(
    "keeps text, truth and dates of ISO 8601 as they are, and puts runs together without their reading aids")
  func others() throws {
    let cells = [
      "t=\"b\"><v>1</v>", "t=\"b\"><v>0</v>", "t=\"d\"><v>2020-03-05T00:00:00</v>",
      "t=\"d\"><v>2020-03-05T08:00:00</v>",
      "t=\"str\"><v>a&amp;b&#x4E2D;&#10;c</v>",
      "t=\"inlineStr\"><is><r><t>四</t></r><r><t xml:space=\"preserve\"> 川</t></r><rPh><t>si</t></rPh></is>",
      "t=\"str\"><v><![CDATA[<x>]]></v>", "t=\"str\"><v>_x0041__x005F_x0041_ _x41_</v>",
    ]
    #expect(
      try texts(cells) == [
        "true", "false", "2020-03-05", "2020-03-05T08:00:00", "a&b中\nc", "四 川", "<x>", "A_x0041_ _x41_",
      ])
  }
}
