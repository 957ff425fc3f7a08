import Foundation
import Interchange

/// What must hold of documents: of JSON, of tables, of pages and of dates.
enum DocumentInvariants {
  private static let columns = DocumentColumns(
    id: ["id"], text: "text", title: "a.b", date: "date", authors: "by", language: "lang")

  static func check(_ bytes: [UInt8]) throws(Broken) {
    let whole = read(bytes, inPiecesOf: max(1, bytes.count)) {
      JSONDocuments($0, name: "fuzz", columns: columns)
    }
    for size in [1, 7] {
      let parts = read(bytes, inPiecesOf: size) { JSONDocuments($0, name: "fuzz", columns: columns) }
      try hold(parts == whole, "pieces of \(size) give the same: \(parts), \(whole)")
    }
    try check(whole, of: bytes)
    try check(
      read(bytes, inPiecesOf: 64) { try TableDocuments($0, name: "fuzz", columns: columns) }, of: bytes,
      isTable: true)
    let text = String(decoding: bytes, as: UTF8.self)
    let page = HTMLText(text)
    try hold(
      page.text.isEmpty
        || page.text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty },
      "no line of a page is empty: \(page.text.debugDescription)")
    for line in text.split(separator: "\n").prefix(20) {
      guard let date = DateText.read(String(line)) else { continue }
      try hold(DateText.read(date.text)?.text == date.text, "a date reads back: \(date.text)")
    }
  }

  private struct Reading: Equatable {
    var documents: [Result<RawDocument, DocumentProblem>] = []
    var error: TableError?
  }

  private static func read(
    _ bytes: [UInt8], inPiecesOf size: Int, _ make: (@escaping ByteChunks) throws -> any DocumentReader
  ) -> Reading {
    var rest = bytes[...]
    var reading = Reading()
    do {
      var reader = try make {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      while reading.documents.count <= bytes.count, let next = try reader.next() {
        reading.documents.append(next)
      }
    } catch { reading.error = error as? TableError }
    return reading
  }

  private static func check(_ reading: Reading, of bytes: [UInt8], isTable: Bool = false) throws(Broken) {
    try hold(reading.documents.count <= bytes.count, "there are no more documents than bytes")
    if let error = reading.error {
      try hold(
        !error.message.isEmpty && error.place.hasPrefix("fuzz"), "an error says where and what: \(error)")
    }
    for document in reading.documents {
      switch document {
      case .success(let document):
        // The lines of a table may be those of other line ends, or of another encoding.
        if !isTable { try holds(line: document.line, within: bytes) }
        try hold(!document.id.isEmpty, "a document has an identifier")
        guard let extra = document.extra else { continue }
        let object = try? JSONSerialization.jsonObject(with: Data(extra.utf8))
        try hold(object is [String: Any], "what else there is is JSON: \(extra)")
      case .failure(let problem): try hold(!problem.expected.isEmpty, "a problem says what was expected")
      }
    }
  }
}
