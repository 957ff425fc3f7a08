extension Malformed {
  /// A table instead of `t.csv`.
  private static func table(_ name: String, _ text: String, says: String...) -> Malformed {
    Malformed(name, ["t.csv": .bytes(Array(text.utf8))], sayingAll: says)
  }

  private static func table(_ name: String, bytes: [UInt8], says: String...) -> Malformed {
    Malformed(name, ["t.csv": .bytes(bytes)], sayingAll: says)
  }

  private static let head = "id,name,kind,founded,page\n"

  static let tables: [Malformed] = [
    table("a table of no bytes", "", says: "t.csv is empty", "header"),
    table("a table of a byte order mark", "\u{FEFF}", says: "t.csv is empty"),
    table("a table of blank lines", "\n\n\r\n", says: "t.csv is empty"),
    table("a column without a name", "id,name,,founded,page\n", says: "t.csv:1", "column 3 has no name"),
    table(
      "two columns of one name", "id,name,kind,name,page\n", says: "t.csv:1", "two columns are called 'name'"),
    table(
      "a header without a column that is mapped", "id,name,kind,page\nit,Italy,state,p\n",
      says: "t.yml", "t.csv has no column 'founded'", "id, name, kind, page"),
    table(
      "a header with other capitals", "ID,Name,Kind,Founded,Page\nit,Italy,state,,p\n",
      says: "no column 'founded'", "ID, Name"),
    table("a row with too few fields", head + "it,Italy\n", says: "t.csv:2", "found '2 fields', expected 5"),
    table(
      "a row with too many fields", head + "it,Italy,state,1861,p. 1,p. 2\n",
      says: "t.csv:2", "found '6 fields', expected 5"),
    table(
      "a quote that never ends", head + "it,\"Italy,state,1861,p. 1\nfr,France,state,,p. 2\n",
      says: "t.csv:2", "never ends"),
    table(
      "a quote inside a field", head + "it,It\"aly,state,1861,p. 1\n", says: "t.csv:2", "double the quotes"),
    table(
      "text after a closing quote", head + "it,\"Italy\" x,state,1861,p. 1\n", says: "t.csv:2",
      "closing quote"),
    table(
      "a surrogate in UTF-8", bytes: Array(head.utf8) + [0xED, 0xA0, 0x80, 0x0A], says: "t.csv:2", "ED",
      "utf-8"),
    table(
      "a picture",
      bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
      says: "t.csv: not a table", "XLSX workbook"),
    table(
      "a web page", "<!DOCTYPE html>\n<html><body>Not found</body></html>\n", says: "t.csv", "<!DOCTYPE html>"
    ),
    Malformed("a folder in a table's place", ["t.csv": .folder], says: "t.csv", "folder"),
    Malformed("a table that is missing", ["t.csv": .nothing], says: "t.csv", "cannot read"),
    table(
      "a header of 300,000 columns", (0..<300_000).map { "c\($0)" }.joined(separator: ",") + "\n",
      says: "300000 columns", "16384"),
    table(
      "a thousand rows too short", head + String(repeating: "it\n", count: 1000),
      says: "1000 rows cannot be read"),
  ]
}
