import Crypto
import Foundation
import GRDB
import GRDBSQLite

/// What must be so of corpora.
struct CorpusRules {
  let database: Database

  /// - Parameter isDeep: whether each text is held against its hash.
  func findings(isDeep: Bool) throws -> [Finding] {
    let counts = try Row.fetchAll(
      database,
      sql: """
        SELECT name, documents, (
          SELECT count(*) FROM document WHERE number BETWEEN corpus.id << 32 AND corpus.id << 32 | 4294967295) AS found FROM corpus
        WHERE documents <> found
        """
    ).map { row in
      Finding(
        rule: "miscounted-corpus",
        message:
          "the corpus \(row["name"] as String) has \(row["found"] as Int) documents, but it is noted to have \(row["documents"] as Int)",
        entity: row["name"])
    }
    let indexed = try Int.fetchOne(database, sql: "SELECT count(*) FROM document_search_docsize") ?? 0
    let documents = try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0
    let index =
      indexed == documents
      ? []
      : [
        Finding(
          rule: "stale-index", message: "the index knows of \(indexed) documents, but there are \(documents)",
          entity: "")
      ]
    return counts + index + (isDeep ? try changed() : [])
  }

  private func changed() throws -> [Finding] {
    let rows = try PreparedStatement(
      database, "SELECT id, hash, text FROM document WHERE text IS NOT NULL ORDER BY number")
    var findings: [Finding] = []
    while try rows.step() {
      let text = UnsafeRawBufferPointer(
        start: sqlite3_column_text(rows.handle, 2), count: Int(sqlite3_column_bytes(rows.handle, 2)))
      let hash = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(rows.handle, 1), count: Int(sqlite3_column_bytes(rows.handle, 1)))
      guard !SHA256.hash(data: text).elementsEqual(hash) else { continue }
      let id = sqlite3_column_text(rows.handle, 0).map { String(cString: $0) } ?? ""
      findings.append(
        Finding(
          rule: "changed-document", message: "the text of document \(id) is not what came in", entity: id))
    }
    return findings
  }
}
