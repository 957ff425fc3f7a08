extension Malformed {
  /// The mapping declares something of how the table is written.
  private static func declared(_ name: String, _ line: String, _ table: [UInt8], says: String...) -> Malformed
  {
    Malformed(
      name,
      ["t.yml": .bytes(Array((line + "\n" + Workplace.mapping).utf8)), "t.csv": .bytes(table)],
      sayingAll: says)
  }

  private static let austria =
    Array("id,name,kind,founded,page\nat,".utf8) + [0xD6] + Array("sterreich,state,1918,p. 1\n".utf8)

  /// How tables are written: encodings, delimiters, sheets.
  static let dialects: [Malformed] = [
    declared("Latin-1 declared as UTF-8", "encoding: utf-8", austria, says: "t.csv:2", "D6", "utf-8"),
    declared(
      "Latin-1 declared as UTF-16", "encoding: utf-16", austria, says: "t.csv", "utf-16le or utf-16be"),
    declared("an encoding unheard of", "encoding: utf-9", austria, says: "t.yml:1", "'utf-9'", "utf-8"),
    declared("a delimiter unheard of", "delimiter: slash", austria, says: "t.yml:1", "'slash'", "tab"),
    declared("a decimal mark unheard of", "decimal: dot", austria, says: "t.yml:1", "'dot'", "','"),
    declared(
      "a sheet of a table that has none", "sheet: Data", Array(Workplace.table.utf8), says: "t.csv", "'Data'",
      "no XLSX workbook"),
    declared(
      "a delimiter that the table has not", "delimiter: tab", Array(Workplace.table.utf8), says: "no column",
      "id,name,kind"),
    Malformed(
      "two delimiters in a header", ["t.csv": "id;name\tkind;founded\tpage\n"], says: "t.csv", "delimiter",
      "';'"),
    Malformed(
      "a table of no one encoding",
      ["t.csv": .bytes(Array("id,name\n".utf8) + [0x81, 0x20, 0xFF, 0x2C, 0x90, 0x0A])],
      says: "t.csv:2", "encoding"),
    Malformed(
      "half a character of UTF-16", ["t.csv": .bytes([0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x0A])], says: "t.csv",
      "utf-16"),
  ]
}
