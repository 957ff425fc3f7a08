import Foundation
import GRDB

/// The QDA project that a corpus came from, as it was: its document and the files beside it.
public struct KeptProject: Sendable {
  public let document: [UInt8]
  public let files: [(name: String, content: [UInt8])]

  public init(document: [UInt8], files: [(name: String, content: [UInt8])]) {
    (self.document, self.files) = (document, files)
  }
}

/// A document of a corpus with all that goes to other programs.
public struct ExchangedDocument: Sendable {
  public let id: String
  public let title: String?
  public let date: String?
  public let outlet: String?
  public let language: String?
  public let under: String?
  /// A JSON array.
  public let authors: String?
  /// A JSON object.
  public let extra: String?
  /// The first and the last day that its date can mean, as ISO 8601.
  public let days: ClosedRange<String>?
  /// Which documents it is one text with, by the earliest one's number; nil where it has no copies.
  public let cluster: Int64?
  /// Nil where it is kept outside of the archive, or was not asked for.
  public let text: String?
}

extension ArchiveStore {
  /// Keeps the project that a corpus came from, in place of one that was kept.
  public func keep(_ project: KeptProject, of name: String) throws {
    try Self.guarding(path) {
      try change { database in
        let corpus = try Corpora.find(name, database).id
        try database.execute(sql: "DELETE FROM qda_project WHERE corpus = ?", arguments: [corpus])
        try database.execute(
          sql: "INSERT INTO qda_project VALUES (?, ?)", arguments: [corpus, project.document.data])
        for (position, file) in project.files.enumerated() {
          try database.execute(
            sql: "INSERT INTO qda_file VALUES (?, ?, ?, ?)",
            arguments: [corpus, position, file.name, file.content.data])
        }
      }
    }
  }

  /// The project that a corpus came from; nil where it came from none.
  public func project(of name: String) throws -> KeptProject? {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database).id
        guard
          let document = try Row.fetchOne(
            database, sql: "SELECT document FROM qda_project WHERE corpus = ?", arguments: [corpus])
        else { return nil }
        let files = try Row.fetchAll(
          database, sql: "SELECT name, content FROM qda_file WHERE corpus = ? ORDER BY position",
          arguments: [corpus])
        return KeptProject(
          document: document.bytes("document"), files: files.map { ($0["name"], $0.bytes("content")) })
      }
    }
  }

  /// Goes through the documents of a corpus in their order.
  ///
  /// - Parameter isWhole: whether with their texts.
  public func eachDocument(of name: String, isWhole: Bool, _ body: (ExchangedDocument) throws -> Void) throws
  {
    try Self.guarding(path) {
      try read { database in
        let numbers = Corpora.numbers(of: try Corpora.find(name, database).id)
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT id, title, date, date_earliest, date_latest, outlet, language, under, authors, extra, cluster
              \(isWhole ? ", text" : ", NULL AS text")
            FROM document LEFT JOIN cluster_member ON document = number WHERE number BETWEEN ? AND ? ORDER BY number
            """, arguments: [numbers.lowerBound, numbers.upperBound])
        while let row = try rows.next() {
          let (first, last): (String?, String?) = (row["date_earliest"], row["date_latest"])
          let days = first.flatMap { first in last.flatMap { first <= $0 ? first...$0 : nil } }
          try body(
            ExchangedDocument(
              id: row["id"], title: row["title"], date: row["date"], outlet: row["outlet"],
              language: row["language"], under: row["under"], authors: row["authors"], extra: row["extra"],
              days: days, cluster: row["cluster"], text: row["text"]))
        }
      }
    }
  }
}

extension [UInt8] {
  fileprivate var data: Data { Data(self) }
}

extension Row {
  fileprivate func bytes(_ column: String) -> [UInt8] { [UInt8](self[column] as Data) }
}
