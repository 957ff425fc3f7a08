public import Discourse
import Foundation
import GRDB

/// Documents given out together.
public struct Wave: Hashable, Sendable {
  public let number: Int
  public let codebook: String
  public let coders: [String]
  /// How many coders a document of the overlap has.
  public let each: Int
  public let overlap: Double
  public let seed: UInt64
  public let recordedAt: String
  public let assignments: [Assignment]

  /// Its documents.
  public var documents: Set<String> { Set(assignments.map(\.document)) }
}

extension ArchiveStore {
  /// Gives out documents of a corpus that are in no wave yet, by lot.
  ///
  /// - Parameter count: how many; nil for all that are left.
  /// - Returns: the wave; nil where no document is left.
  /// - Throws: `ArchiveError.unknownCorpus`, `.unknownCodebook`.
  public func assign(
    _ count: Int?, of name: String, codebook: String, by rule: AssignmentRule, at moment: String
  ) throws -> Wave? {
    try Self.guarding(path) {
      try change { database in
        let corpus = try Corpora.find(name, database)
        let book = try Codebooks.find(codebook, database).id
        let numbers = Corpora.numbers(of: corpus.id)
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT number, id FROM document
            WHERE number BETWEEN ? AND ? AND number NOT IN (SELECT document FROM assignment WHERE corpus = ?) ORDER BY number
            """, arguments: [numbers.lowerBound, numbers.upperBound, corpus.id])
        let free = rows.map { $0["id"] as String }
        let drawn = count.map { rule.draw($0, of: free) } ?? free
        guard !drawn.isEmpty else { return nil }
        let places = Dictionary(
          uniqueKeysWithValues: rows.map { ($0["id"] as String, $0["number"] as Int64) })
        let last = try Int.fetchOne(
          database, sql: "SELECT max(number) FROM wave WHERE corpus = ?", arguments: [corpus.id])
        let number = (last ?? 0) + 1
        try database.execute(
          sql: "INSERT INTO wave VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            corpus.id, number, book, rule.coders.jsonList, rule.each, rule.overlap,
            Int64(bitPattern: rule.seed), moment,
          ])
        let adding = try database.cachedStatement(sql: "INSERT INTO assignment VALUES (?, ?, ?, ?, ?)")
        let assignments = rule.assign(drawn)
        for one in assignments {
          try adding.execute(arguments: [corpus.id, number, one.coder, one.place, places[one.document]])
        }
        return Wave(
          number: number, codebook: codebook, coders: rule.coders, each: rule.each, overlap: rule.overlap,
          seed: rule.seed, recordedAt: moment, assignments: assignments)
      }
    }
  }

  /// Whether some coder has said nothing yet of a document that they were given.
  public func isAwaitingCodings() throws -> Bool {
    try Self.guarding(path) {
      try read { database in
        try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS (
              SELECT 1 FROM assignment a JOIN wave w ON w.corpus = a.corpus AND w.number = a.wave
              WHERE NOT EXISTS (
                SELECT 1 FROM coding c WHERE c.document = a.document AND c.coder = a.coder AND c.codebook = w.codebook))
            """) ?? false
      }
    }
  }

  /// The waves of a corpus, in their order.
  public func waves(of name: String) throws -> [Wave] {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        return try Row.fetchAll(
          database,
          sql: """
            SELECT wave.*, codebook.name FROM wave JOIN codebook ON codebook.id = codebook WHERE corpus = ? ORDER BY number
            """, arguments: [corpus.id]
        ).map { row in
          let assignments = try Row.fetchAll(
            database,
            sql: """
              SELECT id, coder, place FROM assignment JOIN document ON document.number = document
              WHERE assignment.corpus = ? AND wave = ? ORDER BY coder, place
              """, arguments: [corpus.id, row["number"] as Int]
          ).map { Assignment(document: $0["id"], coder: $0["coder"], place: $0["place"]) }
          return Wave(
            number: row["number"], codebook: row["name"], coders: try Codebooks.list(row["coders"]),
            each: row["each"], overlap: row["overlap"], seed: UInt64(bitPattern: row["seed"] as Int64),
            recordedAt: row["recorded_at"], assignments: assignments)
        }
      }
    }
  }
}
