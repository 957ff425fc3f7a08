import Interchange
import Testing

@Suite("The encoding of a table") struct EncodingTests {
  /// The text as read, and what is told; or the refusal.
  private func read(_ bytes: [UInt8], _ declared: Dialect = Dialect()) -> (text: String, notes: [String]) {
    do {
      let table = try TableText.read(bytes, fileName: "x.csv", declared: declared)
      return (String(decoding: table.bytes, as: UTF8.self), table.notes)
    } catch { return ("\(error.place): \(error.message)", []) }
  }

  @Test(
    "is found, and told where it is neither UTF-8 nor declared",
    arguments: [
      ("chinese.utf-8.csv", nil, ""), ("chinese.utf-8-sig.csv", nil, ""),
      ("chinese.gb18030.csv", "gb18030", "名称"), ("chinese.gbk.csv", "gb18030", "名称"),
      ("chinese.utf-16.csv", "utf-16le", "名称"), ("chinese.utf-16-le.csv", "utf-16le", "名称"),
      ("chinese.utf-16-be.csv", "utf-16be", "名称"), ("polish.utf-16-le.csv", "utf-16le", "województwo"),
      ("french.cp1252.csv", "windows-1252", "région"), ("french.utf-16-be.csv", "utf-16be", "région"),
    ] as [(String, String?, String)])
  func found(_ file: String, _ encoding: String?, _ word: String) throws {
    let expected = try #require(try Fixture.expected(file) as? String)
    let (text, notes) = read(try Fixture.bytes(file))
    #expect(text == expected)
    let told = encoding.map { "encoding: \($0) (it says '\(word)'), " } ?? ""
    #expect(notes == ["x.csv is read with \(told)delimiter: \";\", which its mapping does not declare."])
  }

  @Test(
    "is refused where it cannot be told, and read where it is declared",
    arguments: [
      ("polish.cp1250.csv", "windows-1250", 1), ("polish.iso8859-2.csv", "iso-8859-2", 1),
      ("taiwanese.big5.csv", "big5", 1), ("russian.cp1251.csv", nil, 1), ("russian.koi8-r.csv", nil, 1),
    ] as [(String, String?, Int)])
  func unknown(_ file: String, _ encoding: String?, _ line: Int) throws {
    let bytes = try Fixture.bytes(file)
    let refusal = read(bytes).text
    #expect(
      refusal.hasPrefix("x.csv:\(line): the byte ") && refusal.contains("declare it in the mapping"),
      "\(refusal)")
    guard let encoding else { return }
    let mapping = try MappingFile.read(
      "{file: x.csv, encoding: \(encoding), source: {value: s}, locator: {value: l}, entities: []}",
      name: "x.yml")
    #expect(read(bytes, mapping.dialect).text == (try Fixture.expected(file) as? String))
  }

  @Test("that is damaged UTF-8 is not taken for another: the line and the byte are named")
  func damaged() {
    let refusal = read(Array("naïve;café\nthé;".utf8) + [0xE9] + Array("té\n".utf8)).text
    #expect(
      refusal == "x.csv:2: the byte E9 is not utf-8 text. The rest of the file is UTF-8: mend this line.")
    let cut = read(Array("é,ü\nö".utf8) + [0xC3]).text
    #expect(cut.hasPrefix("x.csv:2: the byte C3 is not utf-8 text."))
  }

  @Test("that was declared is kept to: bytes that it has no character for are refused with their line")
  func declared() throws {
    let cases: [(TextEncoding, [UInt8], String)] = [
      (.utf8, Array("a\n".utf8) + [0xE9], "x.csv:2: the byte E9 is not utf-8 text."),
      (.latin1, Array("a\nb\n".utf8) + [0x93], "x.csv:3: the byte 93 is not latin-1 text."),
      (.windows1252, [0x61, 0x0A, 0x81], "x.csv:2: the byte 81 is not windows-1252 text."),
      (.gb18030, [0xB3, 0xC9, 0x0A, 0xB6], "x.csv:2: the byte B6 is not gb18030 text."),
      (.utf16LE, [0x61, 0, 0x0A, 0, 0, 0xD8, 0x61, 0], "x.csv:2: the byte 00 is not utf-16le text."),
      (
        .utf16, Array("plain".utf8),
        "x.csv: declared as utf-16, but it has no byte order mark. Declare utf-16le or utf-16be instead."
      ),
    ]
    for (encoding, bytes, refusal) in cases {
      #expect(read(bytes, Dialect(encoding: encoding)).text == refusal)
    }
    // The bytes are GB 2312's own: 成 is B3C9, 都 is B6BC.
    let chengdu = read([0xB3, 0xC9, 0xB6, 0xBC], Dialect(encoding: .gb18030))
    #expect(chengdu.text == "成都" && chengdu.notes.isEmpty)
    #expect(read([0x80, 0x31], Dialect(encoding: .windows1252)).text == "€1")
  }

  @Test("of few bytes beyond ASCII is still told apart")
  func short() {
    #expect(read(Array("name\n".utf8) + [0xB3, 0xC9, 0xB6, 0xBC]).text == "name\n成都")
    #expect(read(Array("name\nM".utf8) + [0xFC] + Array("nchen\n".utf8)).text == "name\nMünchen\n")
    // Šiauliai and Győr in Windows-1250.
    for word in [[0x8A, 0x69, 0x61, 0x75, 0x6C, 0x69, 0x61, 0x69], [0x47, 0x79, 0xF5, 0x72]] as [[UInt8]] {
      #expect(read(Array("name\n".utf8) + word).text.contains("No other encoding is certain"))
    }
    #expect(read(Array("price\n5 ".utf8) + [0x80, 0x0A]).text == "price\n5 €\n")
    #expect(read([0, 1, 2, 0xFF, 0, 0, 0xFE, 0x80, 3]).text.contains("not a table"))
    // A zero byte in a file that is otherwise plain does not make it UTF-16: the reader of rows names the cell.
    #expect(read(Array("a,b\n1,\0\n".utf8)).text == "a,b\n1,\0\n")
  }
}
