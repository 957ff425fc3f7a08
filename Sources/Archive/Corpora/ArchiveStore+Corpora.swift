import GRDB

/// What became of an import into a corpus.
public struct CorpusReceipt: Hashable, Sendable {
  public var added = 0
  /// Documents that took the place of others of the same identifiers.
  public var changed = 0
  /// On record already, just so.
  public var known = 0

  public init() {}
}

/// A corpus and what there is of it.
public struct Corpus: Hashable, Sendable {
  public let id: Int64
  public let name: String
  public let documents: Int
  /// Of these, how many have their text outside the archive.
  public let withoutText: Int
  /// The first and the last day of its documents, as ISO 8601; nil where no date is known.
  public let earliest: String?
  public let latest: String?
  /// What the last search for duplicates came to.
  public let duplicates: DuplicateSummary?
}

enum Corpora {
  /// Which numbers the documents of a corpus have, so that they stand together.
  static func numbers(of corpus: Int64) -> ClosedRange<Int64> {
    (corpus << 32)...(corpus << 32 | 0xFFFF_FFFF)
  }

  static func find(_ name: String, _ database: Database) throws -> Corpus {
    let all = try list(database)
    guard let corpus = all.first(where: { $0.name == name }) else {
      throw ArchiveError.unknownCorpus(name, known: all.map(\.name))
    }
    return corpus
  }

  static func list(_ database: Database) throws -> [Corpus] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT corpus.*, shingle, resemblance, containment, window, least_contained, s.documents AS looked,
          exact_groups, clusters, duplicates, found_at
        FROM corpus LEFT JOIN duplicate_search s ON s.corpus = corpus.id ORDER BY name
        """
    ).map { row in
      Corpus(
        id: row["id"], name: row["name"], documents: row["documents"], withoutText: row["without_text"],
        earliest: row["date_earliest"], latest: row["date_latest"], duplicates: DuplicateSummary(row))
    }
  }
}

extension ArchiveStore {
  /// All corpora, by name.
  public func corpora() throws -> [Corpus] {
    try Self.guarding(path) { try read(Corpora.list) }
  }

  /// - Throws: `ArchiveError.unknownCorpus`.
  public func corpus(_ name: String) throws -> Corpus {
    try Self.guarding(path) { try read { try Corpora.find(name, $0) } }
  }

  /// Brings documents into a corpus, which is made where there is none, in one transaction: all of them or none. Documents that are on record
  /// just so are passed over; where all are, nothing changes.
  ///
  /// - Parameters:
  ///   - mapping: a JSON object: how the file was read.
  ///   - isMuch: whether so much comes that the file is set up for it.
  ///   - isReplacing: whether a document takes the place of another of its identifier.
  ///   - moment: the record time, as of `append`.
  ///   - documents: gives some at a time; nil at the end. What it throws ends the import.
  public func fill(
    corpus name: String, from file: String, mapping: String, isMuch: Bool, isReplacing: Bool = false,
    at moment: String, with documents: () throws -> [Document]?
  ) throws -> CorpusReceipt {
    try Self.guarding(path) {
      try preparingForMuch(isMuch) {
        try change { database in
          try database.execute(
            sql:
              "INSERT INTO corpus (name, documents, without_text) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
            arguments: [name])
          let corpus = try Corpora.find(name, database)
          let writer = try DocumentWriter(database, corpus: corpus.id, isReplacing: isReplacing)
          var summary = Summary(corpus)
          while let some = try documents() {
            if Interruption.isPending { throw ArchiveError.interrupted }
            for document in some {
              let before = writer.receipt.added
              try writer.write(document)
              if writer.receipt.added > before { summary.add(document) }
            }
          }
          let receipt = writer.receipt
          guard receipt.added + receipt.changed > 0 else {
            if corpus.documents == 0 {
              try database.execute(sql: "DELETE FROM corpus WHERE id = ?", arguments: [corpus.id])
            }
            return receipt
          }
          try summary.write(database, isCountedAnew: receipt.changed > 0)
          try database.execute(
            sql: """
              INSERT INTO corpus_import (corpus, file, mapping, added, changed, known, recorded_at)
              VALUES (?, ?, ?, ?, ?, ?, ?)
              """,
            arguments: [corpus.id, file, mapping, receipt.added, receipt.changed, receipt.known, moment])
          return receipt
        }
      }
    }
  }
}

/// What the corpus's own row says of its documents.
private struct Summary {
  let corpus: Int64
  var documents: Int
  var withoutText: Int
  var earliest: String?
  var latest: String?

  init(_ corpus: Corpus) {
    (self.corpus, documents, withoutText) = (corpus.id, corpus.documents, corpus.withoutText)
    (earliest, latest) = (corpus.earliest, corpus.latest)
  }

  mutating func add(_ document: Document) {
    documents += 1
    if document.text == nil { withoutText += 1 }
    let date = DateColumns(document.date)
    if let day = date.earliest { earliest = min(earliest ?? day, day) }
    if let day = date.latest { latest = max(latest ?? day, day) }
  }

  func write(_ database: Database, isCountedAnew: Bool) throws {
    try database.execute(
      sql:
        "UPDATE corpus SET documents = ?, without_text = ?, date_earliest = ?, date_latest = ? WHERE id = ?",
      arguments: [documents, withoutText, earliest, latest, corpus])
    guard isCountedAnew else { return }
    let numbers = Corpora.numbers(of: corpus)
    try database.execute(
      sql: """
        UPDATE corpus SET (documents, without_text, date_earliest, date_latest) = (
          SELECT count(*), count(*) - count(text), min(date_earliest), max(date_latest) FROM document
          WHERE number BETWEEN ? AND ?) WHERE id = ?
        """, arguments: [numbers.lowerBound, numbers.upperBound, corpus])
  }
}
