import Invariants

extension Malformed {
  /// A workbook in the place of `t.csv`: files are known by their contents.
  private static func book(_ name: String, _ bytes: [UInt8], says: String...) -> Malformed {
    Malformed(name, ["t.csv": .bytes(bytes)], sayingAll: says)
  }

  /// Of a header and the XML of what follows.
  private static func sheet(_ rows: String, after: String = "", list: String? = nil) -> [UInt8] {
    let header = ["id", "name", "kind", "founded", "page"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    let text = "<worksheet><sheetData><row>\(header)</row>\(rows)</sheetData>\(after)</worksheet>"
    let others = list.map { ["<sst/>", "<styleSheet/>", $0] } ?? []
    return StoredZip.workbook(of: ([text] + others).map { Array($0.utf8) })
  }

  private static func italy(founded cell: String) -> String {
    let cells = ["it", "Italy", "state"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    return "<row>\(cells)\(cell)<c t=\"str\"><v>p. 1</v></c></row>"
  }

  private static let sound = sheet(italy(founded: "<c t=\"str\"><v>1861</v></c>"))

  static let workbooks: [Malformed] = [
    book("half a workbook", Array(sound.prefix(sound.count / 2)), says: "t.csv", "damaged or cut short"),
    book(
      "a workbook with a letter changed", sound.map { $0 == UInt8(ascii: "I") ? UInt8(ascii: "J") : $0 },
      says: "t.csv", "damaged"),
    book("a ZIP file of other things", StoredZip.file([("a.txt", [65])]), says: "t.csv", "no XLSX workbook"),
    book(
      "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], says: "t.csv", ".xls",
      "Save it as .xlsx"),
    book(
      "a workbook without contents", StoredZip.workbook(of: [Array("<worksheet/>".utf8)]), says: "t.csv",
      "none of its sheets"),
    book(
      "merged cells in a header", sheet("", after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"),
      says: "sheet 'S'", "A1:B1", "merged"),
    book(
      "merged cells in a row",
      sheet(
        italy(founded: "<c t=\"str\"><v>1861</v></c>"),
        after: "<mergeCells><mergeCell ref=\"D2:E2\"/></mergeCells>"),
      says: "sheet 'S':2", "merged"),
    book(
      "a formula's error", sheet(italy(founded: "<c t=\"e\"><v>#REF!</v></c>")), says: "sheet 'S':2",
      "'founded'", "#REF!"),
    book(
      "a date as a bare number", sheet(italy(founded: "<c><v>43831</v></c>")), says: "sheet 'S':2",
      "'founded'", "found '43831'", "EDTF"),
    book(
      "a type of cell that is none", sheet(italy(founded: "<c t=\"x\"><v>1</v></c>")),
      says: "sheet 'S', cell D2", "'x'"),
    book(
      "a number that is none", sheet(italy(founded: "<c><v>one</v></c>")), says: "sheet 'S', cell D2",
      "'one' is no number"),
    book(
      "a text that is missing", sheet(italy(founded: "<c t=\"s\"><v>9</v></c>")), says: "sheet 'S', cell D2",
      "text number 9"),
    book(
      "a bomb of entities",
      StoredZip.workbook(of: [Array("<!DOCTYPE w [<!ENTITY a \"aa\">]><worksheet/>".utf8)]),
      says: "t.csv", "document type declaration"),
    book(
      "a sheet a hundred thousand deep",
      StoredZip.workbook(of: [Array(String(repeating: "<a>", count: 100_000).utf8)]),
      says: "t.csv", "deep"),
    Malformed(
      "a sheet that is not there",
      ["t.csv": .bytes(sound), "t.yml": .bytes(Array(("sheet: Other\n" + Workplace.mapping).utf8))],
      says: "t.csv", "no sheet 'Other'", "'S'"),
  ]
}
