public import Discourse
import GRDB

/// What became of codings that came in.
public struct CodingReceipt: Hashable, Sendable {
  public let added: Int
  /// On record already, just so.
  public let known: Int
}

extension ArchiveStore {
  /// Appends codings of a corpus's documents, all of them or none; those that are on record just so are passed over.
  ///
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownCodebook`, `.unknownDocument`, `.unknownCode`, `.passageBeyond`, `.codingDiffers`.
  public func record(_ codings: [Coding], of name: String, codebook: String, at moment: String) throws
    -> CodingReceipt
  {
    try Self.guarding(path) {
      try change { database in
        var writer = try CodingWriter(database, corpus: name, codebook: codebook, moment: moment)
        for coding in codings {
          if Interruption.isPending { throw ArchiveError.interrupted }
          try writer.write(coding)
        }
        return CodingReceipt(added: writer.added, known: writer.known)
      }
    }
  }

  /// The codings of a corpus under a codebook, in the order that they were recorded; documents by their identifiers.
  ///
  /// - Parameters:
  ///   - document: only this one's.
  ///   - coder: only theirs; nil for everybody's.
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownCodebook`, `.unknownDocument`.
  public func codings(
    of name: String, codebook: String, document: String? = nil, by coder: String? = nil
  ) throws -> Codings {
    try Self.guarding(path) {
      try read { database in
        let (numbers, book) = try scope(name, codebook, document, database)
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT coding.*, document.id AS document_id FROM coding JOIN document ON number = document
            WHERE document BETWEEN ? AND ? AND codebook = ? AND coder = coalesce(?, coder) ORDER BY seq
            """, arguments: [numbers.lowerBound, numbers.upperBound, book, coder])
        var log: [Coding] = []
        while let row = try rows.next() { log.append(try Coding(row)) }
        return Codings(log)
      }
    }
  }

  /// What tells the present state of codebooks, assignments, codings and decisions from every earlier one. All of these are only added to.
  public func codingState() throws -> String {
    try Self.guarding(path) {
      try read { database in
        let sql = """
          SELECT (SELECT count(*) FROM codebook_version) || ' ' || (SELECT count(*) FROM wave) || ' '
            || coalesce((SELECT max(seq) FROM coding), 0) || ' ' || coalesce((SELECT max(seq) FROM adjudication), 0)
          """
        return try String.fetchOne(database, sql: sql) ?? ""
      }
    }
  }

  /// Appends decisions, all of them or none.
  ///
  /// - Throws: as `record`.
  public func record(_ decisions: [Adjudication], of name: String, codebook: String, at moment: String) throws
  {
    try Self.guarding(path) {
      try change { database in
        let corpus = try Corpora.find(name, database)
        let filed = try Codebooks.find(codebook, database)
        for decision in decisions {
          guard filed.versions[decision.version]?[decision.code] != nil else {
            throw ArchiveError.unknownCode(decision.code, codebook: codebook, version: decision.version)
          }
          guard
            let number = try Int64.fetchOne(
              database, sql: "SELECT number FROM document WHERE corpus = ? AND id = ?",
              arguments: [corpus.id, decision.document])
          else { throw ArchiveError.unknownDocument(id: decision.document, corpus: name) }
          try database.execute(
            sql: """
              INSERT INTO adjudication (document, codebook, version, code, holds, by, reason, recorded_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              number, filed.id, decision.version, decision.code, decision.holds, decision.by, decision.reason,
              moment,
            ])
        }
      }
    }
  }

  /// The decisions on a corpus's documents under a codebook, in their order.
  ///
  /// - Parameter document: only those on this one.
  /// - Throws: as `codings`.
  public func decisions(of name: String, codebook: String, document: String? = nil) throws -> [Adjudication] {
    try Self.guarding(path) {
      try read { database in
        let (numbers, book) = try scope(name, codebook, document, database)
        return try Row.fetchAll(
          database,
          sql: """
            SELECT a.*, document.id AS document_id FROM adjudication a JOIN document ON number = document
            WHERE document BETWEEN ? AND ? AND codebook = ? ORDER BY seq
            """, arguments: [numbers.lowerBound, numbers.upperBound, book]
        ).map { row in
          Adjudication(
            document: row["document_id"], code: row["code"], holds: row["holds"], by: row["by"],
            version: row["version"], at: row["recorded_at"], reason: row["reason"])
        }
      }
    }
  }

  /// The codebooks that a corpus is coded or assigned under.
  public func codebooks(of name: String) throws -> [String] {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        let numbers = Corpora.numbers(of: corpus.id)
        return try String.fetchAll(
          database,
          sql: """
            SELECT name FROM codebook WHERE id IN (SELECT codebook FROM coding WHERE document BETWEEN ? AND ?)
              OR id IN (SELECT codebook FROM wave WHERE corpus = ?) ORDER BY name
            """, arguments: [numbers.lowerBound, numbers.upperBound, corpus.id])
      }
    }
  }

  /// The numbers of the documents that are asked about, and that of the codebook.
  private func scope(
    _ corpus: String, _ codebook: String, _ document: String?, _ database: Database
  ) throws -> (ClosedRange<Int64>, Int64) {
    let id = try Corpora.find(corpus, database).id
    let book = try Codebooks.find(codebook, database).id
    guard let document else { return (Corpora.numbers(of: id), book) }
    let number = try Int64.fetchOne(
      database, sql: "SELECT number FROM document WHERE corpus = ? AND id = ?", arguments: [id, document])
    guard let number else { throw ArchiveError.unknownDocument(id: document, corpus: corpus) }
    return (number...number, book)
  }
}
