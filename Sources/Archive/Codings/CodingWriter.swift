import Discourse
import GRDB

/// Writes codings of one corpus under one codebook.
struct CodingWriter {
  private let database: Database
  private let corpus: Corpus
  private let codebook: FiledCodebook
  private let moment: String
  private(set) var added = 0
  private(set) var known = 0

  init(_ database: Database, corpus: String, codebook: String, moment: String) throws {
    (self.database, self.moment) = (database, moment)
    self.corpus = try Corpora.find(corpus, database)
    self.codebook = try Codebooks.find(codebook, database)
  }

  mutating func write(_ coding: Coding) throws {
    let document = try Row.fetchOne(
      try database.cachedStatement(sql: "SELECT number, length FROM document WHERE corpus = ? AND id = ?"),
      arguments: [corpus.id, coding.document])
    guard let document else {
      throw ArchiveError.unknownDocument(id: coding.document, corpus: corpus.name)
    }
    let (number, length): (Int64, Int) = (document["number"], document["length"])
    if let passage = coding.passage, passage.end > length {
      throw ArchiveError.passageBeyond(document: coding.document, end: passage.end, length: length)
    }
    guard let version = codebook.versions[coding.version], coding.code.map({ version[$0] != nil }) ?? true
    else {
      throw ArchiveError.unknownCode(coding.code ?? "", codebook: codebook.name, version: coding.version)
    }
    guard try !isKnown(coding, number) else {
      known += 1
      return
    }
    try database.cachedStatement(
      sql: """
        INSERT INTO coding (id, document, coder, codebook, version, verdict, code, first, last, is_unsure, memo, made_at,
          text_hash, recorded_at)
        SELECT ?, number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, hash, ? FROM document WHERE number = ?
        """
    ).execute(arguments: [
      coding.id, coding.coder, codebook.id, coding.version, coding.verdict.text, coding.code,
      coding.passage?.start, coding.passage?.end, coding.isUnsure, coding.memo, coding.at, moment, number,
    ])
    added += 1
  }

  private func isKnown(_ coding: Coding, _ document: Int64) throws -> Bool {
    let row = try Row.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT coding.*, document.id AS document_id FROM coding JOIN document ON number = document
          WHERE document = ? AND coding.id = ?
          """), arguments: [document, coding.id])
    guard let row else { return false }
    guard try Coding(row) == coding, row["codebook"] == codebook.id else {
      throw ArchiveError.codingDiffers(id: coding.id)
    }
    return true
  }
}

extension Coding {
  /// Of a row of `coding`, with `document_id`. Throws SQLite's error for a damaged file where it is none.
  init(_ row: Row) throws {
    let passage = (row["first"] as Int?).flatMap { first in
      (row["last"] as Int?).flatMap { Passage(start: first, end: $0) }
    }
    guard let verdict = Verdict(row["verdict"], code: row["code"], passage: passage) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT,
        message: "the coding \(row["id"] as String) says '\(row["verdict"] as String)', which is no verdict")
    }
    self.init(
      id: row["id"], document: row["document_id"], coder: row["coder"], verdict: verdict,
      version: row["version"], at: row["made_at"], isUnsure: row["is_unsure"], memo: row["memo"])
  }
}
