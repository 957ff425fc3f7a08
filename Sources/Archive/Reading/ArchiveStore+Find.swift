import Diplomacy
import GRDB

/// Something that a search found.
public struct Match: Hashable, Sendable {
  /// `actor`, `partnership`, `event`, `observation` or `source`.
  public let kind: String
  public let id: String
  /// Its name or title.
  public let title: String
}

extension ArchiveStore {
  /// Full-text search over names, labels, titles and sources: every word must be there, the last may be a beginning. A partnership is
  /// also found by its parties: each word must be in the name of one of them.
  ///
  /// Case and accents do not matter (`Lodz` finds `Łódź`); Chinese is found by substring. Actors come first, then what the words are
  /// in best, then partnerships by their parties.
  public func find(_ text: String, limit: Int = 50) throws -> [Match] {
    let words = Self.words(text)
    guard !words.isEmpty else { return [] }
    return try Self.guarding(path) {
      try read { database in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT kind, entity, coalesce(
              (SELECT label FROM actor WHERE id = entity AND search.kind = 'actor'),
              (SELECT title FROM partnership WHERE id = entity AND search.kind = 'partnership'),
              (SELECT title FROM event WHERE id = entity AND search.kind = 'event'),
              (SELECT coalesce(topic || ': ', '') || measure FROM observation
                WHERE id = entity AND search.kind = 'observation'),
              (SELECT title FROM source WHERE id = entity AND search.kind = 'source'), entity) AS title
            FROM search WHERE search MATCH ?
            ORDER BY search.kind = 'actor' DESC, bm25(search), entity LIMIT ?
            """,
          arguments: [words.joined(separator: " "), limit])
        var matches = rows.map { Match(kind: $0["kind"], id: $0["entity"], title: $0["title"]) }
        let known = Set(matches.filter { $0.kind == "partnership" }.map(\.id))
        for id in try partnerships(of: words, limit: limit - matches.count, besides: known, database) {
          let title = try String.fetchOne(
            database, sql: "SELECT title FROM partnership WHERE id = ?", arguments: [id])
          matches.append(Match(kind: "partnership", id: id, title: title ?? id))
        }
        return matches
      }
    }
  }

  /// Partnerships of which each word is in the name of a party, in the order of their identifiers actor by actor.
  private func partnerships(
    of words: [String], limit: Int, besides known: Set<String>, _ database: Database
  ) throws -> [String] {
    guard limit > 0 else { return [] }
    let counting = try database.cachedStatement(sql: "SELECT count(*) FROM search WHERE search MATCH ?")
    let counts = try words.map { try Int.fetchOne(counting, arguments: [$0]) ?? 0 }
    guard let rarest = counts.indices.min(by: { counts[$0] < counts[$1] }) else { return [] }
    let bearers = try String.fetchAll(
      database, sql: "SELECT entity FROM search WHERE search MATCH ? AND kind = 'actor' ORDER BY entity",
      arguments: [words[rarest]])
    let others = words.indices.filter { $0 != rarest }.map { words[$0] }
    var names = Names(database)
    let parties = try database.cachedStatement(sql: "SELECT actor FROM party WHERE partnership = ?")
    var found: [String] = []
    var seen = known
    for actor in bearers {
      let ties = try String.fetchCursor(
        database, sql: "SELECT partnership FROM tie WHERE actor = ?", arguments: [actor])
      while found.count < limit, let id = try ties.next() {
        guard seen.insert(id).inserted else { continue }
        let actors = others.isEmpty ? [] : try String.fetchAll(parties, arguments: [id])
        let isMeant = try others.allSatisfy { word in
          try actors.contains { try names.holds(word, in: $0) }
        }
        if isMeant { found.append(id) }
      }
      if found.count == limit { break }
    }
    return found
  }

  /// Each word quoted, so that nothing in it is FTS5 syntax, the last as a beginning; runs of ideographs become phrases.
  static func words(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      "\"" + String(word).searchable.withoutQuotes.trimmed + "\""
    }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard let last = words.last else { return [] }
    return words.dropLast() + [last + "*"]
  }
}

/// Whether words are in the names of actors: each asked once.
private struct Names {
  private struct Question: Hashable {
    let word: String
    let actor: String
  }

  private let database: Database
  private var answers: [Question: Bool] = [:]

  init(_ database: Database) { self.database = database }

  mutating func holds(_ word: String, in actor: String) throws -> Bool {
    let question = Question(word: word, actor: actor)
    if let answer = answers[question] { return answer }
    let asking = try database.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = (
          SELECT row FROM search_row WHERE entity = ? AND kind = 'actor'))
        """)
    let answer = try Bool.fetchOne(asking, arguments: [word, actor]) ?? false
    answers[question] = answer
    return answer
  }
}

extension String {
  /// Without quotes, which may hide under a combining mark, and without U+0000, where SQLite ends a text.
  fileprivate var withoutQuotes: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\"" && $0 != "\0" }))
  }

  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
