import GRDB
import GRDBSQLite

/// A document on record.
public struct FiledDocument: Hashable, Sendable {
  public let number: Int64
  public let id: String
  public let title: String?
  /// As written.
  public let date: String?
  public let outlet: String?
  public let language: String?
  /// Nil where it is kept outside the archive, or was not asked for.
  public let text: String?
  /// How many documents its cluster has, itself included; 1 where it has no copies, nil where none were looked for.
  public let copies: Int?

  init(_ row: Row) {
    (number, id, title, date) = (row["number"], row["id"], row["title"], row["date"])
    (outlet, language, copies) = (row["outlet"], row["language"], row["copies"])
    text = row.hasColumn("text") ? row["text"] : nil
  }

  static let columns = "text, " + heading

  /// All but the text, which is left outside.
  static let heading = """
    number, id, title, date, outlet, language,
    CASE WHEN EXISTS (SELECT 1 FROM duplicate_search s WHERE s.corpus = document.corpus) THEN max(1, (
      SELECT count(*) FROM cluster_member WHERE cluster = (
        SELECT cluster FROM cluster_member WHERE document = document.number))) END AS copies
    """
}

extension ArchiveStore {
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownDocument`.
  public func document(_ id: String, in name: String) throws -> FiledDocument {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        let row = try Row.fetchOne(
          database, sql: "SELECT \(FiledDocument.columns) FROM document WHERE corpus = ? AND id = ?",
          arguments: [corpus.id, id])
        guard let row else { throw ArchiveError.unknownDocument(id: id, corpus: name) }
        return FiledDocument(row)
      }
    }
  }

  /// The titles of documents, without their texts; those that have none, or are not there, are left out.
  public func titles(of ids: [String], in name: String) throws -> [String: String] {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        let asking = try database.cachedStatement(
          sql: "SELECT title FROM document WHERE corpus = ? AND id = ?")
        return try ids.reduce(into: [:]) { titles, id in
          titles[id] = try String.fetchOne(asking, arguments: [corpus.id, id])
        }
      }
    }
  }

  /// The documents of these numbers, in their order, as many as there are.
  ///
  /// - Parameter isWhole: whether with their texts.
  public func documents(_ numbers: [Int64], isWhole: Bool = true) throws -> [FiledDocument] {
    try Self.guarding(path) {
      try read { database in
        let columns = isWhole ? FiledDocument.columns : FiledDocument.heading
        let asking = try database.cachedStatement(sql: "SELECT \(columns) FROM document WHERE number = ?")
        return try numbers.compactMap { try Row.fetchOne(asking, arguments: [$0]).map(FiledDocument.init) }
      }
    }
  }

  /// The numbers of the documents of these identifiers, in their order.
  ///
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownDocument`.
  public func documentNumbers(_ ids: [String], of name: String) throws -> [Int64] {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database).id
        let asking = try database.cachedStatement(
          sql: "SELECT number FROM document WHERE corpus = ? AND id = ?")
        return try ids.map { id in
          guard let number = try Int64.fetchOne(asking, arguments: [corpus, id]) else {
            throw ArchiveError.unknownDocument(id: id, corpus: name)
          }
          return number
        }
      }
    }
  }

  /// The identifiers of the documents of these numbers, which there must be, in their order.
  public func documentIDs(_ numbers: [Int64]) throws -> [String] {
    try Self.guarding(path) {
      try read { database in
        let asking = try database.cachedStatement(sql: "SELECT id FROM document WHERE number = ?")
        return try numbers.map { try String.fetchOne(asking, arguments: [$0]) ?? "" }
      }
    }
  }

  /// Goes through the texts of a corpus in the order of their numbers, one at a time; those kept outside the archive are passed over.
  ///
  /// - Parameter body: given the number, the first and last day (ISO 8601; nil where there is none), and the text in UTF-8, which is gone
  ///   after.
  public func eachText(
    of name: String,
    _ body: (_ number: Int64, _ days: (String, String)?, _ text: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try Self.guarding(path) {
      try read { database in
        let numbers = Corpora.numbers(of: try Corpora.find(name, database).id)
        let rows = try PreparedStatement(
          database,
          """
          SELECT number, date_earliest, date_latest, text FROM document
          WHERE number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound) AND text IS NOT NULL ORDER BY number
          """)
        let handle = rows.handle
        func day(_ column: Int32) -> String? {
          sqlite3_column_text(handle, column).map { String(cString: $0) }
        }
        while try rows.step() {
          let text = sqlite3_column_text(handle, 3)
          let days = day(1).flatMap { first in day(2).map { (first, $0) } }
          try body(
            sqlite3_column_int64(handle, 0), days,
            UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, 3))))
        }
      }
    }
  }

  /// How many documents each outlet has, and how many they are when copies count once (nil where none were looked for): the most first.
  public func outlets(of name: String) throws -> [(outlet: String?, documents: Int, distinct: Int?)] {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        let numbers = Corpora.numbers(of: corpus.id)
        return try Row.fetchAll(
          database,
          sql: """
            SELECT outlet, count(*) AS documents, count(DISTINCT coalesce(cluster, number)) AS distincts
            FROM document LEFT JOIN cluster_member ON document = number
            WHERE number BETWEEN ? AND ? GROUP BY outlet ORDER BY count(*) DESC, outlet
            """, arguments: [numbers.lowerBound, numbers.upperBound]
        ).map { ($0["outlet"], $0["documents"], corpus.duplicates == nil ? nil : $0["distincts"]) }
      }
    }
  }
}
