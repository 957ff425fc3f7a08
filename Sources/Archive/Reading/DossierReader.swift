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

  /// The partnerships of an actor; of a partnership, itself, what it stands under and what stands under it.
  func ties(of entity: EntityReference) throws -> [Dossier.Tie] {
    let sql: String
    switch entity.kind {
    case .actor:
      sql = """
        SELECT p.id FROM partnership p WHERE p.id IN (SELECT partnership FROM tie WHERE actor = :id)
        ORDER BY p.established_earliest IS NULL, p.established_earliest, p.id
        """
    case .partnership:
      sql = """
        SELECT :id UNION ALL SELECT under FROM partnership WHERE id = :id AND under IS NOT NULL
        UNION ALL SELECT id FROM partnership WHERE under = :id
        """
    case .event: sql = "SELECT partnership FROM event_partnership WHERE event = :id"
    case .episode: sql = "SELECT partnership FROM episode WHERE id = :id AND partnership IS NOT NULL"
    case .flow, .observation: return []
    }
    return try texts(sql, entity.id).map(tie)
  }

  private func tie(_ id: String) throws -> Dossier.Tie {
    let episodes = try texts(
      """
      SELECT coalesce(date, 'undated') || '  ' || coalesce(type, '') || coalesce(
        ': ' || (SELECT group_concat(label, ' or ') FROM episode_label WHERE episode = episode.id), '')
      FROM episode WHERE partnership = :id ORDER BY date_earliest IS NULL, date_earliest, id
      """, id)
    return Dossier.Tie(
      id: id, title: try texts("SELECT title FROM partnership WHERE id = :id", id).first ?? id,
      facts: try facts(Self.partnershipFacts, id), episodes: episodes)
  }

  func episodes(of partnerships: [String]) throws -> [String] {
    try partnerships.flatMap {
      try texts("SELECT id FROM episode_row WHERE partnership = :id", $0)
    }
  }

  /// The events an actor took part in; of a partnership, those that ran under it.
  func happenings(of entity: EntityReference, ties: [Dossier.Tie]) throws -> [Dossier.Happening] {
    let order = "ORDER BY date_earliest IS NULL, date_earliest, id"
    let ids: [String] =
      switch entity.kind {
      case .actor:
        try texts(
          """
          SELECT id FROM event WHERE id IN (SELECT event FROM participant WHERE actor = :id)
            OR id IN (SELECT ep.event FROM event_partnership ep JOIN tie ON tie.partnership = ep.partnership
                      WHERE tie.actor = :id AND NOT EXISTS (SELECT 1 FROM actor WHERE id = :id AND kind = 'state'))
          \(order)
          """, entity.id)
      case .partnership:
        try texts(
          "SELECT id FROM event WHERE id IN (SELECT event FROM event_partnership WHERE partnership = :id) \(order)",
          entity.id)
      case .event: [entity.id]
      case .flow: try texts("SELECT event FROM flow WHERE id = :id AND event IS NOT NULL", entity.id)
      case .episode, .observation: []
      }
    return try ids.map(happening)
  }

  private func happening(_ id: String) throws -> Dossier.Happening {
    let row =
      try archive.query("SELECT date, type, title, outcome FROM event WHERE id = :id", ["id": id]).rows.first
      ?? []
    let texts = row.map(\.text)
    return Dossier.Happening(
      id: id, date: texts.first ?? "", type: texts.dropFirst().first ?? "",
      title: texts.dropFirst(2).first ?? "",
      participants: try self.texts(
        """
        SELECT group_concat(coalesce(actor.label, p.actor), ' or ') || coalesce(' (' || p.role || ')', '')
        FROM participant p LEFT JOIN actor ON actor.id = p.actor WHERE p.event = :id GROUP BY p.slot ORDER BY p.slot
        """, id),
      partnerships: try self.texts("SELECT partnership FROM event_partnership WHERE event = :id", id),
      flows: try self.texts(
        """
        SELECT coalesce(item, '') || ': ' || coalesce(quantity || coalesce(' ' || unit, ''), 'quantity not known')
          || coalesce(', ' || value || ' ' || currency, '') || coalesce(', ' || terms, '') || coalesce(', ' || outcome, '')
          || coalesce(' (' || affected || ')', '')
        FROM flow WHERE event = :id ORDER BY id
        """, id),
      outcome: texts.dropFirst(3).first ?? "")
  }

  func flows(of events: [String]) throws -> [String] {
    try events.flatMap { try texts("SELECT id FROM flow WHERE event = :id ORDER BY id", $0) }
  }

  private static let partnershipFacts = """
    SELECT 'kind', kind FROM partnership WHERE id = :id
    UNION ALL SELECT 'established', established FROM partnership WHERE id = :id
    UNION ALL SELECT 'ended', ended FROM partnership WHERE id = :id
    UNION ALL SELECT 'formal agreement', iif(agreement, 'yes', 'no') FROM partnership WHERE id = :id AND agreement IS NOT NULL
    UNION ALL SELECT 'stands under', coalesce((SELECT title FROM partnership u WHERE u.id = p.under) || ' [' || under || ']', under)
      FROM partnership p WHERE id = :id
    UNION ALL SELECT 'under it', group_concat(title || ' [' || id || ']', '; ') FROM partnership WHERE under = :id
    UNION ALL SELECT 'begun by', initiator FROM partnership WHERE id = :id
    UNION ALL SELECT 'declared', group_concat(said, ', ') FROM (
      SELECT iif(active, 'active', 'inactive') || coalesce(' as of ' || max(evidence_latest), '') AS said
      FROM activity WHERE partnership = :id AND basis = 'declared' GROUP BY active ORDER BY active DESC)
    UNION ALL SELECT 'last evidence', max(evidence_latest) FROM activity WHERE partnership = :id AND basis <> 'declared'
    UNION ALL SELECT 'census', group_concat(source, ', ') FROM inventory WHERE partnership = :id
    """

  private func facts(_ sql: String, _ id: String) throws -> [Dossier.Fact] {
    try archive.query(sql, ["id": id]).rows.filter { $0[1] != .null }.map {
      Dossier.Fact(label: $0[0].text, value: $0[1].text)
    }
  }

  private func texts(_ sql: String, _ id: String) throws -> [String] {
    try archive.query(sql, ["id": id]).rows.map { $0[0].text }
  }
}
