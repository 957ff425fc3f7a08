import Interchange
import Invariants
import TestSupport
import Testing

@Suite("A hostile workbook") struct HostilePackageTests {
  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      _ = try TableText.read(bytes, fileName: "book.xlsx")
      return "read"
    } catch { return "\(error.place): \(error.message)" }
  }

  private func refusal(_ part: String, _ content: String) -> String {
    var book = Book(rows: Book.header("a"))
    book.parts[part] = content
    return refusal(book.file)
  }

  private let sheet = "xl/worksheets/sheet1.xml"

  @Test("that is not well-formed XML is refused with what is wrong")
  func xml() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"
    let cases = [
      (bomb, "document type declaration"), ("<worksheet>&b;</worksheet>", "unknown reference '&b;'"),
      ("<worksheet>&</worksheet>", "begins no reference"),
      ("<worksheet>&#xD800;</worksheet>", "unknown reference"),
      (String(repeating: "<a>", count: 100_000), "more than 64 deep"),
      ("<worksheet>", "ends inside <worksheet>"),
      ("<worksheet><row></worksheet>", "</worksheet> closes nothing"),
      ("<worksheet a>", "attribute without a value"),
      ("<worksheet a=1>", "attribute without quotes"), ("<worksheet a=\"1>", "ends inside <worksheet>"),
      ("<!-- x", "cut short"), ("< x>", "not XML"), ("</x>", "closes nothing"),
      ("<a " + String(repeating: "b=\"\" ", count: 300) + ">", "more than 256 attributes"),
    ]
    for (content, message) in cases {
      let refusal = refusal(sheet, content)
      #expect(refusal.contains(message), "\(content.prefix(40)): \(refusal)")
    }
  }

  @Test(
    "whose ZIP file is cut at any byte, or has any byte changed, is refused or read, and never ends the program"
  )
  func damaged() throws {
    let whole = try Fixture.bytes("runs.xlsx")
    let good = try TableText.read(whole, fileName: "book.xlsx").bytes
    for end in stride(from: 4, to: whole.count, by: 17) { #expect(refusal(Array(whole[..<end])) != "read") }
    var changed = 0
    for place in stride(from: 0, to: whole.count, by: 13) {
      var bytes = whole
      bytes[place] ^= 0x5A
      // A change that goes unnoticed must not change what is read: every part has a checksum.
      if let read = try? TableText.read(bytes, fileName: "book.xlsx"), read.delimiter == .comma,
        bytes.starts(with: [0x50, 0x4B, 3, 4]), read.bytes != good
      {
        changed += 1
      }
    }
    #expect(changed == 0)
  }

  @Test("whose sheet is changed at random is read or refused with a place, and never ends the program")
  func changedSheet() throws {
    let good = Book(
      rows: Book.header("a", "b")
        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43895.5</v></c><c t=\"e\"><f>1</f><v>#N/A</v></c></row>"
        + "<row r=\"7\" hidden=\"1\"><c r=\"B7\" t=\"inlineStr\"><is><r><t>x&amp;_x000D_</t></r></is></c></row>",
      after: "<mergeCells><mergeCell ref=\"A7:B9\"/></mergeCells>", formats: ["yyyy-mm-dd h:mm"])
    let xml = Array(try #require(good.parts[sheet]).utf8)
    let spare = Array("<>/\"&;:=09AZ \u{0}".utf8)
    var random = Seeded(state: 7)
    var (read, refused) = (0, 0)
    for _ in 0..<2000 {
      var bytes = xml
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = spare.randomElement(using: &random) ?? 0
        default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
        }
      }
      var book = good
      book.parts[sheet] = String(decoding: bytes, as: UTF8.self)
      let refusal = refusal(book.file)
      if refusal == "read" { read += 1 } else { refused += refusal.hasPrefix("book.xlsx") ? 1 : 0 }
    }
    #expect(read + refused == 2000 && read > 20 && refused > 100, "\(read) \(refused)")
  }

  @Test("that claims to unpack to far more than it holds, or whose parts share a name, is refused")
  func claims() throws {
    let book = Book(rows: Book.header("a")).file
    let directory = try #require(
      (0..<(book.count - 4)).first { book[$0..<($0 + 4)].elementsEqual([0x50, 0x4B, 1, 2]) })
    var huge = book
    huge.replaceSubrange((directory + 24)..<(directory + 28), with: StoredZip.bytes(0x7FFF_FFFF, 4))
    #expect(refusal(huge).contains("unpacks to more than 1024 MiB"))
    var deflated = book
    deflated.replaceSubrange((directory + 10)..<(directory + 12), with: StoredZip.bytes(8, 2))
    deflated.replaceSubrange((directory + 24)..<(directory + 28), with: StoredZip.bytes(900 << 20, 4))
    #expect(refusal(deflated).contains("damaged"))
    var locked = book
    locked[directory + 8] |= 1
    #expect(refusal(locked).contains("encrypted"))
    var method = book
    method.replaceSubrange((directory + 10)..<(directory + 12), with: StoredZip.bytes(12, 2))
    #expect(refusal(method).contains("packed by method 12"))
    var parts = Book(rows: Book.header("a")).parts
    parts["XL/Workbook.xml"] = ""
    #expect(refusal(Book.file(parts)).contains("two parts called 'xl/workbook.xml'"))
  }

  @Test("of another kind is named for what it is")
  func others() {
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).contains("old .xls workbook"))
    #expect(refusal(Book.file(["content.xml": "<office/>"])).contains("holds no XLSX workbook"))
    #expect(refusal([0x50, 0x4B, 3, 4]).contains("damaged or cut short"))
  }

  @Test("with paths that lead out of it stays in it")
  func paths() throws {
    var book = Book(rows: Book.header("a"))
    book.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "worksheets/sheet1.xml", with: "../../../../xl/./worksheets/sheet1.xml")
    #expect(try book.records().map(\.fields) == [["a"]])
    book.parts["xl/_rels/workbook.xml.rels"]?.replace("xl/./worksheets", with: "etc")
    #expect(refusal(book.file).contains("missing from it"))
  }
}
