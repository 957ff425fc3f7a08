import Diplomacy
import GRDB

/// The full-text index: names, titles, labels, sources; a partnership is found by its labels here, by its parties through `ties`. Folded, and each Chinese character a word of its own, so that a phrase of
/// characters finds any substring.
struct SearchWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func refresh(_ entity: EntityReference) throws {
    let texts: [String]
    switch entity.kind {
    case .actor: texts = try strings("SELECT text FROM name WHERE actor = ?", entity.id)
    case .partnership:
      texts = try strings(
        """
        SELECT label FROM episode_row JOIN episode_label ON episode_label.episode = episode_row.id WHERE partnership = ?
        """, entity.id)
    case .event:
      texts = try strings("SELECT title || ' ' || coalesce(outcome, '') FROM event WHERE id = ?", entity.id)
    case .observation:
      texts = try strings(
        "SELECT coalesce(measure, '') || ' ' || coalesce(topic, '') FROM observation WHERE id = ?", entity.id)
    case .episode, .flow: return
    }
    try put(entity.kind.rawValue, entity.id, texts)
  }

  func put(_ kind: String, _ id: String, _ texts: [String]) throws {
    let previous = try database.cachedStatement(
      sql: "SELECT row FROM search_row WHERE entity = ? AND kind = ?")
    if let row = try Int64.fetchOne(previous, arguments: [id, kind]) {
      try database.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [row])
      try database.cachedStatement(sql: "DELETE FROM search_row WHERE entity = ? AND kind = ?")
        .execute(arguments: [id, kind])
    }
    guard !texts.isEmpty else { return }
    let text = ([id] + texts).map(\.searchable).joined(separator: " ")
    try database.cachedStatement(sql: "INSERT INTO search (kind, entity, text) VALUES (?, ?, ?)")
      .execute(arguments: [kind, id, text])
    try database.cachedStatement(sql: "INSERT INTO search_row VALUES (?, ?, ?)")
      .execute(arguments: [id, kind, database.lastInsertedRowID])
  }

  private func strings(_ sql: String, _ id: String) throws -> [String] {
    try String.fetchAll(try database.cachedStatement(sql: sql), arguments: [id])
  }
}

extension SnapshotWriter {
  /// Brings the index up to date with these sources: those on record are in it, others are not.
  func index(sources: some Sequence<String>) throws {
    let search = SearchWriter(database)
    let titles = try database.cachedStatement(sql: "SELECT title FROM source WHERE id = ?")
    for id in sources { try search.put("source", id, try String.fetchAll(titles, arguments: [id])) }
  }
}

extension String {
  /// Folded, with blanks around each character of the Chinese scripts.
  var searchable: String {
    let folded = folded
    guard folded.unicodeScalars.contains(where: \.isIdeograph) else { return folded }
    var result = ""
    for scalar in folded.unicodeScalars {
      if scalar.isIdeograph {
        result += " \(scalar) "
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isIdeograph: Bool { value >= 0x2E80 && properties.isIdeographic }
}
