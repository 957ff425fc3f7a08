public import Discourse
import GRDB

/// What a search for duplicates came to.
public struct DuplicateSummary: Hashable, Sendable {
  public let rule: DuplicateRule
  /// How many documents were looked at.
  public let documents: Int
  public let exactGroups: Int
  public let clusters: Int
  /// Documents of clusters but one of each.
  public let duplicates: Int
  public let foundAt: String

  public init(
    rule: DuplicateRule, documents: Int, exactGroups: Int, clusters: Int, duplicates: Int, foundAt: String
  ) {
    (self.rule, self.documents, self.exactGroups) = (rule, documents, exactGroups)
    (self.clusters, self.duplicates, self.foundAt) = (clusters, duplicates, foundAt)
  }

  /// Nil of a row without one.
  init?(_ row: Row) {
    guard let shingle: Int = row["shingle"] else { return nil }
    self.init(
      rule: DuplicateRule(
        shingle: shingle, resemblance: row["resemblance"], containment: row["containment"],
        window: row["window"], leastContained: row["least_contained"]),
      documents: row["looked"], exactGroups: row["exact_groups"], clusters: row["clusters"],
      duplicates: row["duplicates"], foundAt: row["found_at"])
  }
}

extension ArchiveStore {
  /// Keeps what a search for duplicates found, in place of what the one before did.
  ///
  /// - Parameter clusters: the numbers of documents that are one text, the earliest first.
  public func keep(_ summary: DuplicateSummary, clusters: [[Int64]], of name: String) throws {
    try Self.guarding(path) {
      try change { database in
        let corpus = try Corpora.find(name, database).id
        let numbers = Corpora.numbers(of: corpus)
        try database.execute(
          sql: "DELETE FROM cluster_member WHERE document BETWEEN ? AND ?",
          arguments: [numbers.lowerBound, numbers.upperBound])
        let (rule, adding) = (
          summary.rule,
          try database.cachedStatement(sql: "INSERT INTO cluster_member (document, cluster) VALUES (?, ?)")
        )
        try database.execute(
          sql: "INSERT OR REPLACE INTO duplicate_search VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            corpus, rule.shingle, rule.resemblance, rule.containment, rule.window, rule.leastContained,
            summary.documents, summary.exactGroups, summary.clusters, summary.duplicates, summary.foundAt,
          ])
        for cluster in clusters {
          for document in cluster { try adding.execute(arguments: [document, cluster[0]]) }
        }
      }
    }
  }

  /// The clusters of a corpus, the largest first: how many documents each has, and the earliest of them, without its text.
  public func clusters(of name: String, from first: Int, atMost limit: Int) throws -> [(
    documents: Int, earliest: FiledDocument
  )] {
    try Self.guarding(path) {
      try read { database in
        let numbers = Corpora.numbers(of: try Corpora.find(name, database).id)
        return try Row.fetchAll(
          database,
          sql: """
            SELECT \(FiledDocument.heading), size FROM (
              SELECT cluster AS earliest, count(*) AS size FROM cluster_member WHERE document BETWEEN ? AND ?
              GROUP BY cluster ORDER BY count(*) DESC, cluster LIMIT ? OFFSET ?
            ) JOIN document ON number = earliest ORDER BY size DESC, number
            """, arguments: [numbers.lowerBound, numbers.upperBound, limit, first]
        ).map { ($0["size"], FiledDocument($0)) }
      }
    }
  }

  /// The documents that are one text with a document, itself included, without their texts: the one that the cluster is known by, then the others by
  /// date. Empty where it has no copies.
  public func cluster(of number: Int64, atMost limit: Int) throws -> [FiledDocument] {
    try Self.guarding(path) {
      try read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT \(FiledDocument.heading) FROM cluster_member m JOIN document ON number = m.document
            WHERE m.cluster = (SELECT cluster FROM cluster_member WHERE document = ?)
            ORDER BY number <> m.cluster, date_earliest IS NULL, date_earliest, number LIMIT ?
            """, arguments: [number, limit]
        ).map(FiledDocument.init)
      }
    }
  }
}
