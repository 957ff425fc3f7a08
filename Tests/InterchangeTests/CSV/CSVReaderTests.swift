import Interchange
import Testing

/// Every record's fields, header first; or the error.
func table(_ bytes: [UInt8]) throws(CSVError) -> [[String]] {
  var reader = try CSVReader(bytes)
  var records = [reader.header]
  while let record = try reader.next() { records.append(record.fields) }
  return records
}

func table(_ text: String) throws(CSVError) -> [[String]] { try table(Array(text.utf8)) }

@Suite("A table of comma-separated values") struct CSVReaderTests {
  /// The examples of RFC 4180, section 2, in the order of its rules.
  @Test(
    "is read as RFC 4180's examples say",
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (
        "field_name,field_name2,field_name3\r\naaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
        [["field_name", "field_name2", "field_name3"], ["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]
      ),
      ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
    ])
  func examples(_ text: String, _ expected: [[String]]) throws {
    #expect(try table(text) == expected)
  }

  /// Python's csv module reads these so.
  @Test(
    "is read as other readers do",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]), ("a,b\n1,2\r\n3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
      ("a\n\"\"\n", [["a"], [""]]), ("a\n\"\"\"\"\n", [["a"], ["\""]]),
      ("a,b\n\"x\n\ny\",2", [["a", "b"], ["x\n\ny", "2"]]),
      ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]), ("\u{FEFF}\"a\",b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a\n \"\u{FEFF}\n".replacing("\"", with: ""), [["a"], [" \u{FEFF}"]]),
      ("a,b\n 1 ,\t2", [["a", "b"], [" 1 ", "\t2"]]), ("a\n成都\n👩‍👩‍👧‍👦\n", [["a"], ["成都"], ["👩‍👩‍👧‍👦"]]),
      ("\n\r\na\n\n\n1\n\r\n\n2\n\n", [["a"], ["1"], ["2"]]),
      ("a\nx\u{2028}y\u{B}\u{C}\u{85}", [["a"], ["x\u{2028}y\u{B}\u{C}\u{85}"]]),
      ("a,b", [["a", "b"]]), ("a,b\r\n", [["a", "b"]]),
    ])
  func peers(_ text: String, _ expected: [[String]]) throws {
    #expect(try table(text) == expected)
  }

  @Test("keeps a carriage return that ends no line")
  func carriageReturn() throws {
    #expect(try table("a\nx\ry\n") == [["a"], ["x\ry"]])
    #expect(try table("a\n\"x\ry\"\n") == [["a"], ["x\ry"]])
  }

  @Test("keeps U+0000 in a field")
  func zero() throws {
    #expect(try table("a\nx\u{0}y\n") == [["a"], ["x\u{0}y"]])
  }

  @Test("may have fields of a megabyte")
  func large() throws {
    let plain = String(repeating: "x", count: 1 << 20)
    let quoted = String(repeating: "y\"\"\n", count: 1 << 18)
    let read = try table("a,b\n\(plain),\"\(quoted)\"\n")
    #expect(read[1][0] == plain)
    #expect(read[1][1] == quoted.replacing("\"\"", with: "\""))
  }

  @Test("gives each record the line it starts on")
  func lines() throws {
    var reader = try CSVReader(Array("\n\na,b\r\n\"x\n\ny\",2\n\n\n\"3\r\n\",\"4\"\n5,6".utf8))
    var lines: [Int] = []
    while let record = try reader.next() { lines.append(record.line) }
    #expect(lines == [4, 9, 11])
  }

  @Test("is read on after a record with too few or too many fields")
  func ragged() throws {
    var reader = try CSVReader(Array("a,b\n1\n2,3\n4,5,6\n7,8\n".utf8))
    #expect(throws: CSVError.fieldCount(line: 2, found: 1, expected: 2)) { try reader.next() }
    #expect(try reader.next()?.fields == ["2", "3"])
    #expect(throws: CSVError.fieldCount(line: 4, found: 3, expected: 2)) { try reader.next() }
    #expect(try reader.next()?.fields == ["7", "8"])
  }

  @Test(
    "that is none is refused, with the line",
    arguments: [
      ("", CSVError.empty), ("\n\r\n\n", .empty), ("\u{FEFF}", .empty), ("a,,c", .unnamedColumn(number: 2)),
      ("\"\"\n1", .unnamedColumn(number: 1)), ("a,b,a\n", .repeatedColumn("a")),
      ("a,b\n1\n", .fieldCount(line: 2, found: 1, expected: 2)),
      ("a,b\n1,2\n\n1,2,3\n", .fieldCount(line: 4, found: 3, expected: 2)),
      ("a,b\n\"x\ny\",2\n1\n", .fieldCount(line: 4, found: 1, expected: 2)),
      ("a\n\n\"x\ny", .openQuote(line: 3)), ("\"a", .openQuote(line: 1)), ("a\n\"", .openQuote(line: 2)),
      ("a\nx\"y\n", .strayQuote(line: 2)), ("a\nx\"\n", .strayQuote(line: 2)),
      ("a\n\"x\"y\n", .strayQuote(line: 2)),
      ("a\n\"x\" \n", .strayQuote(line: 2)), ("a\n\"1\n2\"x\n", .strayQuote(line: 3)),
      ("a\n \"x\"\n", .strayQuote(line: 2)),
    ])
  func refused(_ text: String, _ expected: CSVError) {
    #expect(throws: expected) { try table(text) }
  }

  /// Unicode 15, table 3-7: what is not well-formed UTF-8.
  @Test(
    "that is not UTF-8 is refused, with the line",
    arguments: [
      [0xFF], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func malformed(_ bytes: [UInt8]) {
    #expect(throws: CSVError.notUTF8(line: 3)) { try table(Array("a\nb\n".utf8) + bytes + [0x0A]) }
    #expect(throws: CSVError.notUTF8(line: 3)) {
      try table(Array("a\nb\n\"".utf8) + bytes + Array("\n\n\"\n".utf8))
    }
    #expect(throws: CSVError.notUTF8(line: 1)) { try table(bytes) }
  }

  @Test("written in UTF-16 is refused rather than guessed")
  func utf16() {
    #expect(throws: CSVError.notUTF8(line: 1)) { try table([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]) }
  }
}
