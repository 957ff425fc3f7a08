import Chronology
import Foundation
import GRDB
import GRDBSQLite

/// Writes documents into one corpus, a million of them through a few prepared statements.
final class DocumentWriter {
  private let database: Database
  private let corpus: Int64
  private let isReplacing: Bool
  /// The number of the first document that this import brings.
  private let first: Int64
  private var next: Int64
  private let inserting: PreparedStatement
  /// The same with a row of that identifier in place, which keeps its number.
  private let replacing: PreparedStatement
  private let indexing: PreparedStatement
  private(set) var receipt = CorpusReceipt()

  init(_ database: Database, corpus: Int64, isReplacing: Bool) throws {
    (self.database, self.corpus, self.isReplacing) = (database, corpus, isReplacing)
    let last = try Int64.fetchOne(
      database, sql: "SELECT max(number) FROM document WHERE number BETWEEN ? AND ?",
      arguments: [Corpora.numbers(of: corpus).lowerBound, Corpora.numbers(of: corpus).upperBound])
    first = (last ?? corpus << 32) + 1
    next = first
    let columns = [
      "title", "date", "date_earliest", "date_latest", "outlet", "language", "under", "authors", "extra",
      "length",
      "hash", "text",
    ]
    let insert = """
      INSERT INTO document (number, corpus, id, \(columns.joined(separator: ", ")))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT
      """
    inserting = try PreparedStatement(database, insert + " DO NOTHING")
    replacing = try PreparedStatement(
      database,
      insert + " (corpus, id) DO UPDATE SET "
        + columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
    indexing = try PreparedStatement(
      database, "INSERT INTO document_search (rowid, title, text, outlet) VALUES (?, ?, ?, ?)")
  }

  /// - Throws: `ArchiveError.documentRepeated`, or `.documentDiffers` unless documents are to be replaced.
  func write(_ document: Document) throws {
    guard try put(document, by: inserting) else { return try meet(document) }
    try index(document.words, number: next)
    next += 1
    receipt.added += 1
  }

  /// Of a document whose identifier is on record.
  private func meet(_ document: Document) throws {
    let row = try Row.fetchOne(
      try database.cachedStatement(sql: "SELECT * FROM document WHERE corpus = ? AND id = ?"),
      arguments: [corpus, document.id])
    guard let row, row["number"] < first else {
      throw ArchiveError.documentRepeated(place: document.place, id: document.id)
    }
    guard let column = document.difference(from: row) else {
      receipt.known += 1
      return
    }
    guard isReplacing else {
      throw ArchiveError.documentDiffers(place: document.place, id: document.id, column: column)
    }
    let number: Int64 = row["number"]
    let old = IndexWords(title: row["title"], text: row["text"], outlet: row["outlet"])
    try database.cachedStatement(
      sql:
        "INSERT INTO document_search (document_search, rowid, title, text, outlet) VALUES ('delete', ?, ?, ?, ?)"
    ).execute(arguments: [
      number, String(decoding: old.title, as: UTF8.self), String(decoding: old.text, as: UTF8.self),
      old.outlet,
    ])
    try forgetCopies(of: number)
    _ = try put(document, by: replacing)
    try index(document.words, number: number)
    receipt.changed += 1
  }

  /// What the last search for duplicates found of a document is of the text as it was: its cluster is none any more, and it counts as not
  /// looked at.
  private func forgetCopies(of number: Int64) throws {
    try database.execute(
      sql: """
        UPDATE duplicate_search SET documents = max(0, documents - 1), (clusters, duplicates) = (
          SELECT clusters - (count(*) > 0), duplicates - max(0, count(*) - 1) FROM cluster_member
          WHERE cluster = (SELECT cluster FROM cluster_member WHERE document = ?)) WHERE corpus = ?
        """, arguments: [number, corpus])
    try database.execute(
      sql:
        "DELETE FROM cluster_member WHERE cluster = (SELECT cluster FROM cluster_member WHERE document = ?)",
      arguments: [number])
  }

  /// False where there is a document of that identifier.
  private func put(_ document: Document, by statement: PreparedStatement) throws -> Bool {
    let date = DateColumns(document.date)
    let handle = statement.handle
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    sqlite3_bind_int64(handle, 1, next)
    sqlite3_bind_int64(handle, 2, corpus)
    let texts: [(Int32, String?)] = [
      (3, document.id), (4, document.title), (5, date.text), (6, date.earliest), (7, date.latest),
      (8, document.outlet), (9, document.language), (10, document.under), (11, document.authorsJSON),
      (12, document.extra),
    ]
    for (index, text) in texts { if let text { statement.bind(text, at: index) } }
    sqlite3_bind_int64(handle, 13, Int64(document.length))
    document.hash.withUnsafeBytes {
      _ = sqlite3_bind_blob(
        handle, 14, $0.baseAddress, Int32($0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
    // The text stays where it is while the row is written, and is not copied.
    if var text = document.text {
      try text.withUTF8 { utf8 in
        Self.bind(utf8, at: 15, of: handle)
        _ = try statement.step()
      }
    } else {
      _ = try statement.step()
    }
    return sqlite3_changes(database.sqliteConnection) > 0
  }

  private func index(_ words: IndexWords, number: Int64) throws {
    let handle = indexing.handle
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    sqlite3_bind_int64(handle, 1, number)
    if !words.outlet.isEmpty { indexing.bind(words.outlet, at: 4) }
    try words.title.withUnsafeBufferPointer { title in
      try words.text.withUnsafeBufferPointer { text in
        Self.bind(title, at: 2, of: handle)
        Self.bind(text, at: 3, of: handle)
        _ = try indexing.step()
      }
    }
  }

  private static func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int32, of handle: OpaquePointer) {
    guard let start = text.baseAddress else {
      sqlite3_bind_text(handle, index, "", 0, nil)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, index, $0, Int32(text.count), nil)
    }
  }
}

extension Document {
  /// A JSON array; nil where none is known.
  fileprivate var authorsJSON: String? { authors.isEmpty ? nil : authors.jsonList }

  /// The first column in which it is not what is recorded.
  fileprivate func difference(from row: Row) -> String? {
    let hashes: Data = row["hash"]
    if hash != Array(hashes) { return "text" }
    let texts: [(String, String?)] = [
      ("title", title), ("date", date?.text), ("outlet", outlet), ("language", language), ("under", under),
      ("authors", authorsJSON), ("extra", extra),
    ]
    for (column, text) in texts where (row[column] as String?) != text { return column }
    return (row["text"] as String?) != text ? "text" : nil
  }
}
