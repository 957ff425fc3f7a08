/// A ZIP file whose parts are stored as they are (PKWARE APPNOTE 6.3.10).
public enum StoredZip {
  public static func file(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in parts {
      let size = bytes(content.count, 4)
      let common =
        bytes(0, 8) + bytes(Int(checksum(content)), 4) + size + size + bytes(name.utf8.count, 2) + bytes(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + bytes(20, 2) + bytes(20, 2) + common + bytes(0, 10) + bytes(file.count, 4)
        + name.utf8
      file += [0x50, 0x4B, 3, 4] + bytes(20, 2) + common + name.utf8 + content
    }
    let end =
      bytes(0, 4) + bytes(parts.count, 2) + bytes(parts.count, 2) + bytes(directory.count, 4)
      + bytes(file.count, 4) + bytes(0, 2)
    return file + directory + [0x50, 0x4B, 5, 6] + end
  }

  /// A workbook of one sheet, S, from the XML of the sheet and, where they are given, of its strings, its styles and its list of sheets.
  public static func workbook(of given: [[UInt8]]) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationships(_ kinds: [(kind: String, target: String)]) -> [UInt8] {
      let all = kinds.enumerated().map { number, one in
        "<Relationship Id=\"r\(number)\" Type=\"\(office)/\(one.kind)\" Target=\"\(one.target)\"/>"
      }
      return Array(("<Relationships>" + all.joined() + "</Relationships>").utf8)
    }
    let list = "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
    return StoredZip.file([
      ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/_rels/workbook.xml.rels",
        relationships([
          ("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml"),
        ])
      ),
      ("xl/workbook.xml", given.count > 3 ? given[3] : Array(list.utf8)),
      ("xl/sheet.xml", given[0]),
      ("xl/strings.xml", given.count > 1 ? given[1] : Array("<sst/>".utf8)),
      ("xl/styles.xml", given.count > 2 ? given[2] : Array("<styleSheet/>".utf8)),
    ])
  }

  /// Least byte first.
  public static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 (ISO 3309), as ZIP files use it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
  }
}
