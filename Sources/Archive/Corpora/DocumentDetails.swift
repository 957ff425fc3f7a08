import Foundation
import GRDB

/// A document with all that its source has on it.
public struct DocumentDetails: Hashable, Sendable {
  public let document: FiledDocument
  /// The media partnership that it was published under.
  public let under: String?
  public let authors: [String]
  /// A JSON object of what else its source has on it.
  public let extra: String?
  /// Of the text, in Unicode scalars; also where the text is kept outside the archive.
  public let length: Int
  /// SHA-256 of the text in UTF-8, in hexadecimal digits.
  public let hash: String
}

extension ArchiveStore {
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownDocument`.
  public func details(of id: String, in name: String) throws -> DocumentDetails {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT under, authors, extra, length, hex(hash) AS hash, \(FiledDocument.columns) FROM document
            WHERE corpus = ? AND id = ?
            """, arguments: [corpus.id, id])
        guard let row else { throw ArchiveError.unknownDocument(id: id, corpus: name) }
        return DocumentDetails(
          document: FiledDocument(row), under: row["under"],
          authors: try (row["authors"] as String?).map(Codebooks.list) ?? [], extra: row["extra"],
          length: row["length"], hash: (row["hash"] as String).lowercased())
      }
    }
  }
}
