import Foundation
import Interchange
import Testing

/// A file's bytes in pieces of so many.
private func pieces(_ text: String, of size: Int) -> ByteChunks {
  var rest = Array(text.utf8)[...]
  return {
    guard !rest.isEmpty else { return nil }
    defer { rest = rest.dropFirst(size) }
    return Array(rest.prefix(size))
  }
}

private func all(_ reader: any DocumentReader) throws -> [Result<RawDocument, DocumentProblem>] {
  var (reader, found) = (reader, [Result<RawDocument, DocumentProblem>]())
  while let next = try reader.next() { found.append(next) }
  return found
}

@Suite("Documents of a table") struct TableDocumentsTests {
  private let columns = DocumentColumns(
    id: ["id"], text: "body", title: "head", date: "day", authors: "by", language: "it")

  private static let table =
    "id,head,body,day,by,n\r\n1,\"A, b\",\"Two\r\nlines \"\"x\"\"\",2017,Ann; Ben,7\r\n2,,città 战略,,,\r\n"

  @Test(
    "are read a row each, the rest of the columns kept, however the bytes come", arguments: [1, 7, 1 << 20])
  func rows(size: Int) throws {
    // Enough that it is read as it comes.
    let filler = (3...45_000).map { "\($0),t,\"some words, and \"\"more\"\"\",,,\r\n" }.joined()
    let text = Self.table + (size > 1 ? filler : "")
    let found = try all(TableDocuments(pieces(text, of: size), name: "n.csv", columns: columns)).map {
      try $0.get()
    }
    #expect(found.count == (size > 1 ? 45_000 : 2))
    var first = RawDocument(line: 2, id: "1")
    (first.text, first.title, first.date) = ("Two\r\nlines \"x\"", "A, b", "2017")
    (first.authors, first.language, first.extra) = (["Ann", "Ben"], "it", #"{"n":"7"}"#)
    #expect(found[0] == first)
    #expect(
      found[1].text == "città 战略" && found[1].title == nil && found[1].line == 4 && found[1].extra == nil)
    if size > 1 {
      #expect(found.last?.line == 45_002 && found.last?.text == "some words, and \"more\"")
      #expect(Set(found.map(\.id)).count == 45_000)
    }
  }

  @Test("are told by several columns together, or by their number")
  func identifiers() throws {
    func ids(_ columns: [String]) throws -> [String] {
      let columns = DocumentColumns(id: columns, text: "t")
      return try all(
        TableDocuments(pieces("d\tn\tt\n1\t2\tx\n1\t3\ty\n", of: 9), name: "f.tsv", columns: columns)
      ).map { try $0.get().id }
    }
    #expect(try ids(["d", "n"]) == ["1+2", "1+3"])
    #expect(try ids([]) == ["f.tsv#1", "f.tsv#2"])
  }

  @Test("in which a row is not as it should be are told with its line")
  func faults() throws {
    let found = try all(
      TableDocuments(
        pieces("id,body\n1,x\n,y\n2,x,z\n3,w\n", of: 5), name: "f",
        columns: DocumentColumns(id: ["id"], text: "body")))
    #expect(
      found[1]
        == .failure(
          DocumentProblem(line: 3, field: "id", found: "", expected: "what tells the document from others")))
    #expect(
      found[2]
        == .failure(DocumentProblem(line: 4, field: "", found: "3 fields", expected: "2, as the header has")))
    #expect(try found.count == 4 && found[3].get().id == "3")
    #expect(throws: TableError(place: "f:1", message: "no column 'text'; the columns are: id, body")) {
      try TableDocuments(
        pieces("id,body\n", of: 5), name: "f", columns: DocumentColumns(id: ["id"], text: "text"))
    }
  }

  @Test("with a quote that never ends, or bytes that are no text, end in an error with the line")
  func broken() throws {
    let columns = DocumentColumns(id: ["id"], text: "body")
    let rows = (0..<40_000).map { "\($0),some text that is long enough\n" }.joined()
    let open = "id,body\n" + rows + "x,\"never ends\n" + rows
    #expect {
      try all(TableDocuments(pieces(open, of: 1 << 20), name: "f", columns: columns))
    } throws: { ($0 as? DocumentTableError)?.error == .openQuote(line: 40_002) }
    var bytes = Array(("id,body\n" + rows).utf8)
    bytes[bytes.count - 3] = 0xFF
    var rest = bytes[...]
    let reader = try TableDocuments(
      {
        defer { rest = rest.dropFirst(1 << 20) }
        return rest.isEmpty ? nil : Array(rest.prefix(1 << 20))
      }, name: "f", columns: columns)
    #expect(
      throws: TableError(
        place: "f:40001", message: "column 'body' is not UTF-8 text. Save the file as UTF-8.")
    ) {
      try all(reader)
    }
  }
}

@Suite("Documents of JSON") struct JSONDocumentsTests {
  private let columns = DocumentColumns(
    id: ["id"], text: "body.text", title: "title", date: "at", outlet: "source.name", authors: "by",
    language: "lang")

  private func documents(_ text: String, _ size: Int = 10) throws -> [Result<RawDocument, DocumentProblem>] {
    try all(JSONDocuments(pieces(text, of: size), name: "f.json", columns: columns))
  }

  @Test("are read from lines and from arrays alike, with dots into objects", arguments: [1, 3, 1000])
  func shapes(size: Int) throws {
    let objects = [
      #"{"id": 1, "title": "A \"b\" \\ \u00e9 \ud83d\ude00", "body": {"text": "x{]\n[}"}, "source": {"name": "NYT", "n": 2}, "by": ["Ann", "Ben"], "lang": "en", "topics": ["a", 1.50e3, null, true]}"#,
      #"{"id": "b", "body": {"text": "战略"}, "by": "Ann; Ben", "at": 2017}"#,
    ]
    for text in [
      objects.joined(separator: "\n"), "\u{FEFF}[\n" + objects.joined(separator: " ,\n") + "\n]\n",
      objects.joined(separator: "\n\n") + "\n",
    ] {
      let found = try documents(text, size).map { try $0.get() }
      #expect(found.count == 2)
      #expect(found[0].id == "1" && found[0].title == "A \"b\" \\ é 😀" && found[0].text == "x{]\n[}")
      #expect(found[0].outlet == "NYT" && found[0].authors == ["Ann", "Ben"] && found[0].language == "en")
      #expect(found[0].extra == #"{"topics":["a",1.50e3,null,true]}"#)
      #expect(found[1].text == "战略" && found[1].date == "2017" && found[1].authors == ["Ann", "Ben"])
    }
  }

  @Test(
    "that is none ends in an error with the line",
    arguments: [
      ("[{\"id\": 1,\n}]", "f.json:2", "a key in quotes is expected"),
      ("{\"id\": 01}", "f.json:1", "a comma or a closing"),
      ("[{\"id\": 1}\n", "f.json:2", "the array never ends"),
      ("{\"id\": 1}\n{\"id\":\n", "f.json:2", "never ends"),
      ("{\"id\": 1}\nx", "f.json:2", "an object is expected"),
      ("{\"id\": \"\\x\"}", "f.json:1", "no such escape"),
      (
        String(repeating: "{\"a\":", count: 100) + "1" + String(repeating: "}", count: 100), "f.json:1",
        "nested more than 64"
      ),
    ])
  func broken(text: String, place: String, says: String) {
    #expect { try documents(text) } throws: { error in
      (error as? TableError)?.place == place && (error as? TableError)?.message.contains(says) == true
    }
  }

  @Test("may be all escapes, as many as a document can have, and are read in one go")
  func escapes() throws {
    // As Python's json writes Chinese. Were the text copied at each escape, these would be 240 GB.
    let count = 400_000
    let text = #"{"id": 1, "body": {"text": ""# + String(repeating: #"\u4e2d"#, count: count) + #""}}"#
    #expect(try documents(text, 1 << 20)[0].get().text == String(repeating: "中", count: count))
  }

  @Test("in which a field is no text, or the text's key is never there, are told")
  func fields() throws {
    #expect(
      try documents(#"{"id": [1], "body": {"text": ""}}"#)[0]
        == .failure(DocumentProblem(line: 1, field: "id", found: "[1]", expected: "a text or a number")))
    #expect(
      throws: TableError(place: "f.json", message: "no object has a key 'body.text'; the first has: id, text")
    ) {
      try documents(#"{"id": 1, "text": "x"}"#)
    }
  }
}

@Suite("Documents that are files") struct DocumentFileTests {
  private func read(_ bytes: [UInt8], _ path: String) throws -> RawDocument {
    try DocumentFile.read(bytes, path: path, columns: DocumentColumns(id: [], text: "text"))
  }

  @Test("have their titles and dates from the page, the heading or the name")
  func names() throws {
    let page = try read(Array("<title>A page</title><p>Text".utf8), "2017/nyt-2017-03-04.html")
    #expect(
      page.title == "A page" && page.date == "2017-03-04" && page.text == "Text"
        && page.id == "2017/nyt-2017-03-04.html")
    let note = try read(Array("\n# 新闻联播\n\ntext".utf8), "20220924.md")
    #expect(note.title == "新闻联播" && note.date == "2022-09-24" && note.text == "\n# 新闻联播\n\ntext")
    let plain = try read(Array("\u{FEFF}a\r\nb".utf8), "speech_1999-05.txt")
    #expect(plain.title == "speech_1999-05" && plain.date == "1999-05" && plain.text == "a\nb")
    #expect(try read([], "x12345678.txt").date == nil)
  }

  @Test("are read in the encoding that they declare or show")
  func encodings() throws {
    // "città" in Windows-1252; 战略 in GB 18030.
    let page = Array("<meta charset='windows-1252'><p>citt".utf8) + [0xE0]
    #expect(try read(page, "a.htm").text == "città")
    let chinese =
      Array("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><p>".utf8) + [
        0xD5, 0xBD, 0xC2, 0xD4,
      ]
    #expect(try read(chinese, "a.html").text == "战略")
  }

  @Test("too long for a document, or not text, are refused")
  func refused() {
    #expect(throws: TableError.self) { try read([UInt8](repeating: 97, count: 100 << 20), "a.txt") }
    #expect(throws: TableError.self) { try read([0, 1, 2, 0xFF, 0xFE, 0x80, 0x81], "a.txt") }
  }
}
