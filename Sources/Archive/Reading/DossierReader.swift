import Diplomacy

/// The queries behind a dossier.
struct DossierReader {
  let archive: ArchiveStore

  func title(of entity: EntityReference) throws -> String? {
    let column =
      switch entity.kind {
      case .actor: "label"
      case .partnership, .event: "title"
      case .observation: "coalesce(topic || ': ', '') || coalesce(measure, id)"
      case .episode: "coalesce(partnership, '') || ', ' || coalesce(type, '')"
      case .flow: "coalesce(item, id)"
      }
    return try texts("SELECT \(column) FROM \(entity.kind.rawValue) WHERE id = :id", entity.id).first
  }

  /// What is said of the entity itself.
  func facts(of entity: EntityReference) throws -> [Dossier.Fact] {
    let sql =
      switch entity.kind {
      case .actor:
        """
        SELECT kind, (SELECT group_concat(label, ' or ') FROM (
            SELECT coalesce(a.label, w.parent) AS label FROM within w LEFT JOIN actor a ON a.id = w.parent
            WHERE w.actor = :id ORDER BY w.slot)) AS within,
          (SELECT group_concat(text, ', ') FROM name WHERE actor = :id AND sort = 'alias') AS "also called",
          (SELECT group_concat(text, ', ') FROM name WHERE actor = :id AND sort = 'code') AS codes,
          founded, dissolved, (SELECT group_concat(coalesce(a.label, s.predecessor), ', ')
            FROM succession s LEFT JOIN actor a ON a.id = s.predecessor WHERE s.actor = :id) AS "took over from"
        FROM actor WHERE id = :id
        """
      case .partnership: Self.partnershipFacts
      case .episode:
        """
        SELECT date, (SELECT group_concat(label, ' or ') FROM episode_label WHERE episode = :id) AS label
        FROM episode WHERE id = :id
        """
      case .event:
        """
        SELECT date, type, modality, precedence,
          (SELECT group_concat(channel, ', ') FROM event_channel WHERE event = :id) AS channels,
          (SELECT group_concat(initiative, ', ') FROM event_initiative WHERE event = :id) AS initiatives
        FROM event WHERE id = :id
        """
      case .flow:
        """
        SELECT quantity || coalesce(' ' || unit, '') AS quantity, value || coalesce(' ' || currency, '') AS value,
          terms, outcome || coalesce(' (' || affected || ')', '') AS outcome
        FROM flow WHERE id = :id
        """
      case .observation:
        """
        SELECT value || coalesce(' ' || unit, '') AS value, date,
          coalesce((SELECT label FROM actor WHERE id = area), area) AS area, base AS "share of",
          (SELECT group_concat(part, ', ') FROM observation_part WHERE observation = :id) AS parts
        FROM observation WHERE id = :id
        """
      }
    return try facts(sql, entity.id)
  }

  /// Where an actor lies, nearest first.
  func nestings(of entity: EntityReference) throws -> [Dossier.Nesting] {
    guard entity.kind == .actor else { return [] }
    return try archive.query(
      """
      SELECT n.ancestor, coalesce(a.label, n.ancestor), coalesce(a.kind, ''), n.depth, n.certain, w.during
      FROM nesting n LEFT JOIN actor a ON a.id = n.ancestor
        LEFT JOIN within w ON w.actor = n.actor AND w.parent = n.ancestor
      WHERE n.actor = :id AND n.depth > 0 ORDER BY n.depth, w.during_earliest, n.ancestor
      """, ["id": entity.id]
    ).rows.map { row in
      Dossier.Nesting(
        within: Dossier.Named(id: row[0].text, text: row[1].text), kind: row[2].text,
        depth: Int(row[3].number ?? 0), isCertain: row[4] == .integer(1), during: row[5].optionalText)
    }
  }

  /// A row of facts: each column's name and, unless it is NULL, its value.
  func facts(_ sql: String, _ id: String) throws -> [Dossier.Fact] {
    let table = try archive.query(sql, ["id": id])
    return zip(table.columns, table.rows.first ?? []).filter { $1 != .null }.map {
      Dossier.Fact(label: $0, value: $1.text)
    }
  }

  func texts(_ sql: String, _ id: String) throws -> [String] {
    try archive.query(sql, ["id": id]).rows.map { $0[0].text }
  }
}

extension ResultTable.Cell {
  /// Nil for NULL.
  var optionalText: String? { self == .null ? nil : text }
}
