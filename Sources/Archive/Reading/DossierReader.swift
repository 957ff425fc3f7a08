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

  func facts(of entity: EntityReference) throws -> [Dossier.Fact] {
    let sql =
      switch entity.kind {
      case .actor:
        """
        SELECT 'kind', kind FROM actor WHERE id = :id
        UNION ALL SELECT 'within', group_concat(label, ' or ') FROM (
          SELECT coalesce(a.label, w.parent) AS label FROM within w LEFT JOIN actor a ON a.id = w.parent
          WHERE w.actor = :id ORDER BY w.slot)
        UNION ALL SELECT 'also called', group_concat(text, ', ') FROM name WHERE actor = :id AND sort = 'alias'
        UNION ALL SELECT 'codes', group_concat(text, ', ') FROM name WHERE actor = :id AND sort = 'code'
        UNION ALL SELECT 'founded', founded FROM actor WHERE id = :id
        UNION ALL SELECT 'dissolved', dissolved FROM actor WHERE id = :id
        UNION ALL SELECT 'took over from', group_concat(coalesce(a.label, s.predecessor), ', ')
          FROM succession s LEFT JOIN actor a ON a.id = s.predecessor WHERE s.actor = :id
        """
      case .partnership: Self.partnershipFacts
      case .episode:
        """
        SELECT 'date', date FROM episode WHERE id = :id
        UNION ALL SELECT 'label', group_concat(label, ' or ') FROM episode_label WHERE episode = :id
        """
      case .event:
        """
        SELECT 'date', date FROM event WHERE id = :id UNION ALL SELECT 'type', type FROM event WHERE id = :id
        UNION ALL SELECT 'modality', modality FROM event WHERE id = :id
        UNION ALL SELECT 'precedence', precedence FROM event WHERE id = :id
        UNION ALL SELECT 'channels', group_concat(channel, ', ') FROM event_channel WHERE event = :id
        UNION ALL SELECT 'initiatives', group_concat(initiative, ', ') FROM event_initiative WHERE event = :id
        """
      case .flow:
        """
        SELECT 'quantity', quantity || coalesce(' ' || unit, '') FROM flow WHERE id = :id
        UNION ALL SELECT 'value', value || coalesce(' ' || currency, '') FROM flow WHERE id = :id
        UNION ALL SELECT 'terms', terms FROM flow WHERE id = :id
        UNION ALL SELECT 'outcome', outcome || coalesce(' (' || affected || ')', '') FROM flow WHERE id = :id
        """
      case .observation:
        """
        SELECT 'value', value || coalesce(' ' || unit, '') FROM observation WHERE id = :id
        UNION ALL SELECT 'date', date FROM observation WHERE id = :id
        UNION ALL SELECT 'area', coalesce((SELECT label FROM actor WHERE id = area), area) FROM observation WHERE id = :id
        UNION ALL SELECT 'share of', base FROM observation WHERE id = :id
        UNION ALL SELECT 'parts', group_concat(part, ', ') FROM observation_part WHERE observation = :id
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

  func facts(_ sql: String, _ id: String) throws -> [Dossier.Fact] {
    try archive.query(sql, ["id": id]).rows.filter { $0[1] != .null }.map {
      Dossier.Fact(label: $0[0].text, value: $0[1].text)
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
