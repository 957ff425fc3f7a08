import Interchange
import Invariants

/// A workbook made by hand, part by part, so that it can be wrong in any way.
struct Book {
  var parts: [String: String]

  /// A workbook of one sheet called Data.
  /// - Parameters:
  ///   - rows: what stands in `sheetData`.
  ///   - after: what stands behind it, such as `mergeCells`.
  ///   - formats: number format codes; the style `1` of a cell is the first of them.
  init(rows: String, after: String = "", formats: [String] = [], properties: String = "") {
    let relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = [
      "_rels/.rels":
        "<Relationships xmlns=\"\(relationships)\"><Relationship Id=\"r1\" Type=\"\(relationship)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns:r=\"\(relationship)\"><workbookPr \(properties)/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": "<Relationships>"
        + [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "/xl/styles.xml")].map {
          "<Relationship Id=\"\($0.0)\" Type=\"\(relationship)/\($0.1)\" Target=\"\($0.2)\"/>"
        }.joined() + "</Relationships>",
      "xl/styles.xml": "<styleSheet><numFmts>"
        + formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(Self.escaped($1))\"/>" }
        .joined()
        + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined() + "</cellXfs></styleSheet>",
      "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>",
    ]
  }

  /// A header `a` and below it the cells of a column, each as its XML without its place: `t="str"><v>x</v>`.
  init(column cells: [String], formats: [String] = [], properties: String = "") {
    let rows = cells.enumerated().map { "<row r=\"\($0 + 2)\"><c r=\"A\($0 + 2)\" \($1)</c></row>" }
    self.init(rows: Self.header("a") + rows.joined(), formats: formats, properties: properties)
  }

  /// The first row, with a column of each name.
  static func header(_ names: String...) -> String {
    "<row r=\"1\">" + names.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  /// The whole file.
  var file: [UInt8] { Self.file(parts) }

  /// The parts in the order of their names, packed as they are.
  static func file(_ parts: [String: String]) -> [UInt8] {
    StoredZip.file(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
  }

  /// What the program makes of it.
  func read(_ declared: Dialect = Dialect()) throws(TableError) -> TableText {
    try TableText.read(file, fileName: "book.xlsx", declared: declared)
  }

  /// Its text as records with the rows they come from.
  func records() throws -> [(row: Int, fields: [String])] { try read().records() }
}

extension TableText {
  /// The header and all records, with their rows.
  func records() throws -> [(row: Int, fields: [String])] {
    var reader = try CSVReader(bytes, delimiter: delimiter)
    var records: [(row: Int, fields: [String])] = [(row(ofLine: 1), reader.header)]
    while let record = try reader.next() { records.append((row(ofLine: record.line), record.fields)) }
    return records
  }
}
