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
  /// Full-text search over names, labels, titles and sources: every word must be there, the last may be a beginning.
  ///
  /// Case and accents do not matter (`Lodz` finds `Łódź`); Chinese is found by substring.
  public func find(_ text: String, limit: Int = 50) throws -> [Match] {
    let pattern = Self.pattern(text)
    guard !pattern.isEmpty else { return [] }
    return try Self.guarding(path) {
      try database.read { database in
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
          arguments: [pattern, limit])
        return rows.map { Match(kind: $0["kind"], id: $0["entity"], title: $0["title"]) }
      }
    }
  }

  /// Each word quoted, so that nothing in it is FTS5 syntax; runs of ideographs become phrases.
  static func pattern(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      "\"" + String(word).searchable.withoutQuotes.trimmed + "\""
    }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard let last = words.last else { return "" }
    return (words.dropLast() + [last + "*"]).joined(separator: " ")
  }
}

extension String {
  /// Without quotes, which may hide under a combining mark, and without U+0000, where SQLite ends a text.
  fileprivate var withoutQuotes: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\"" && $0 != "\0" }))
  }

  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
