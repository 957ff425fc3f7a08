public import Discourse
import GRDB

/// What to look for in a corpus.
public struct CorpusQuestion: Sendable {
  public let query: SearchQuery
  /// The first and last day (ISO 8601): documents that may be of such a day. One without a date is not found by day.
  public var from: String?
  public var to: String?
  /// Case, accents and what stands between letters do not matter.
  public var outlet: String?
  /// How many documents are passed over, and how many are given.
  public var first: Int
  public var limit: Int
  /// Whether all that is found is counted by cluster and outlet.
  public var isCounting: Bool

  public init(
    _ query: SearchQuery, from: String? = nil, to: String? = nil, outlet: String? = nil, first: Int = 0,
    limit: Int = 20, isCounting: Bool = false
  ) {
    (self.query, self.from, self.to, self.outlet) = (query, from, to, outlet)
    (self.first, self.limit, self.isCounting) = (first, limit, isCounting)
  }
}

public struct CorpusAnswer: Sendable {
  /// The most relevant first.
  public let documents: [FiledDocument]
  /// How many were found; where there are more than `mostRanked`, that.
  public let found: Int
  /// Whether more were found, which are not ranked or counted.
  public let isMore: Bool
  /// How many they are when copies count once; nil where that was not asked for, or duplicates were never looked for.
  public var distinct: Int?
  /// How many are of each outlet, the most first; empty where that was not asked for.
  public var outlets: [(outlet: String?, documents: Int)] = []

  /// So many are ranked and counted; of a word that is in more, the first ones.
  public static let mostRanked = 5_000
}

extension ArchiveStore {
  /// Searches a corpus. Of what is found at most `CorpusAnswer.mostRanked` documents are looked at, so that it ends soon among millions.
  public func search(_ name: String, for question: CorpusQuestion) throws -> CorpusAnswer {
    try Self.guarding(path) {
      try read { database in
        let corpus = try Corpora.find(name, database)
        guard let expression = question.query.expression else {
          return CorpusAnswer(documents: [], found: 0, isMore: false)
        }
        var ranked = try rank(question, expression, corpus, database)
        let isMore = ranked.count > CorpusAnswer.mostRanked
        if isMore { ranked.removeLast() }
        ranked.sort { (-$0.score, $0.number) < (-$1.score, $1.number) }
        let documents = try documents(ranked.dropFirst(question.first).prefix(question.limit).map(\.number))
        var answer = CorpusAnswer(documents: documents, found: ranked.count, isMore: isMore)
        if question.isCounting { try count(ranked.map(\.number), corpus, &answer, database) }
        return answer
      }
    }
  }

  private func rank(
    _ question: CorpusQuestion, _ expression: SearchQuery.Expression, _ corpus: Corpus, _ database: Database
  ) throws -> [(number: Int64, score: Double)] {
    var match = "{title text} : (\(expression.matching))"
    if let outlet = question.outlet { match += " AND outlet : \"\(IndexText.name(outlet))\"" }
    let numbers = Corpora.numbers(of: corpus.id)
    var days = ""
    if question.from != nil || question.to != nil {
      days = """
        AND document.date IS NOT NULL AND coalesce(date_latest, '9999-12-31') >= :from
          AND coalesce(date_earliest, '0000-01-01') <= :to
        """
    }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT document_search.rowid AS number, relevance(document_search) AS score FROM document_search
        \(days.isEmpty ? "" : "CROSS JOIN document ON number = document_search.rowid")
        WHERE document_search MATCH :match AND document_search.rowid BETWEEN :first AND :last \(days) LIMIT :most
        """,
      arguments: StatementArguments([
        "match": match, "first": numbers.lowerBound, "last": numbers.upperBound,
        "most": CorpusAnswer.mostRanked + 1,
      ]) + (days.isEmpty ? [:] : ["from": question.from ?? "0000-01-01", "to": question.to ?? "9999-12-31"]))
    var ranked: [(number: Int64, score: Double)] = []
    while let row = try rows.next() { ranked.append((row[0], row[1])) }
    return ranked
  }

  private func count(
    _ numbers: [Int64], _ corpus: Corpus, _ answer: inout CorpusAnswer, _ database: Database
  ) throws {
    let asking = try database.cachedStatement(
      sql:
        "SELECT outlet, coalesce(cluster, number) FROM document LEFT JOIN cluster_member ON document = number WHERE number = ?"
    )
    var clusters: Set<Int64> = []
    var outlets: [String?: Int] = [:]
    for number in numbers {
      guard let row = try Row.fetchOne(asking, arguments: [number]) else { continue }
      clusters.insert(row[1])
      outlets[row[0] as String?, default: 0] += 1
    }
    if corpus.duplicates != nil { answer.distinct = clusters.count }
    answer.outlets = outlets.map { ($0.key, $0.value) }.sorted {
      (-$0.1, $0.0 ?? "\u{10FFFF}") < (-$1.1, $1.0 ?? "\u{10FFFF}")
    }
  }
}

extension SearchQuery.Expression {
  /// As FTS5 writes it (www.sqlite.org/fts5.html#full_text_query_syntax). Words of the index are letters and digits, so that in quotes nothing
  /// of them means anything else.
  fileprivate var matching: String {
    switch self {
    case .phrase(let phrase):
      let (words, isBeginning) = phrase.indexWords
      return "\"" + words.joined(separator: " ") + "\"" + (isBeginning ? " *" : "")
    case .all(let parts): return "(" + parts.map(\.matching).joined(separator: " AND ") + ")"
    case .any(let parts): return "(" + parts.map(\.matching).joined(separator: " OR ") + ")"
    case .without(let part, let other): return "(" + part.matching + " NOT " + other.matching + ")"
    }
  }
}
