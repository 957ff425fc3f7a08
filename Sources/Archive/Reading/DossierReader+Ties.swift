import Diplomacy

extension DossierReader {
  /// Partnerships of an actor, and how many it has; of a partnership, itself, what it stands under and what stands under it.
  func ties(
    of entity: EntityReference, called title: String, from first: Int, atMost most: Int?
  ) throws -> ([Dossier.Tie], Int) {
    guard entity.kind == .actor else {
      let ties = try ties(of: entity, called: title)
      return (ties, ties.count)
    }
    let count = try texts("SELECT json_array_length(partnerships) FROM ties WHERE actor = :id", entity.id)
    let ids = try archive.query(
      """
      SELECT p.id FROM partnership_row p WHERE p.id IN (SELECT partnership FROM tie WHERE actor = :id)
      ORDER BY p.established_earliest IS NULL, p.established_earliest, p.id
      LIMIT CAST(:most AS INTEGER) OFFSET CAST(:first AS INTEGER)
      """, ["id": entity.id, "most": String(most ?? -1), "first": String(first)]
    ).rows.map { $0[0].text }
    return (try ids.map { try tie($0, .own) }, count.first.flatMap { Int($0) } ?? 0)
  }

  private func ties(of entity: EntityReference, called title: String) throws -> [Dossier.Tie] {
    switch entity.kind {
    case .partnership:
      return try [tie(entity.id, .own, called: title)]
        + ties("SELECT under FROM partnership WHERE id = :id AND under IS NOT NULL", entity.id, .above)
        + ties("SELECT id FROM partnership WHERE under = :id", entity.id, .below)
    case .event: return try ties("SELECT partnership FROM event_partnership WHERE event = :id", entity.id)
    case .episode:
      return try ties("SELECT partnership FROM episode WHERE id = :id AND partnership IS NOT NULL", entity.id)
    case .actor, .flow, .observation: return []
    }
  }

  private func ties(_ sql: String, _ id: String, _ place: Dossier.Tie.Place = .own) throws -> [Dossier.Tie] {
    try texts(sql, id).map { try tie($0, place) }
  }

  private func tie(_ id: String, _ place: Dossier.Tie.Place, called title: String? = nil) throws
    -> Dossier.Tie
  {
    Dossier.Tie(
      id: id, title: try title ?? self.title(of: EntityReference(.partnership, id)) ?? id, place: place,
      parties: try parties(of: id), facts: try facts(Self.partnershipFacts, id),
      episodes: try episodes(of: id))
  }

  private func parties(of partnership: String) throws -> [Dossier.Party] {
    let rows = try archive.query(
      """
      SELECT party.slot, party.side, party.actor, coalesce(actor.label, party.actor)
      FROM party LEFT JOIN actor ON actor.id = party.actor WHERE party.partnership = :id
      ORDER BY coalesce(party.side, '') = 'cn', party.slot
      """, ["id": partnership]
    ).rows
    return rows.chunked { $0[0] }.map { slot in
      Dossier.Party(
        side: slot[0][1].optionalText, actors: slot.map { Dossier.Named(id: $0[2].text, text: $0[3].text) })
    }
  }

  private func episodes(of partnership: String) throws -> [Dossier.Episode] {
    let rows = try archive.query(
      """
      SELECT e.id, e.date, e.date_earliest, e.date_latest, coalesce(e.type, ''), label.side, label.label
      FROM episode e LEFT JOIN episode_label label ON label.episode = e.id WHERE e.partnership = :id
      ORDER BY coalesce(e.date_earliest, e.date_latest) IS NULL, coalesce(e.date_earliest, e.date_latest), e.id, label.rowid
      """, ["id": partnership]
    ).rows
    return rows.chunked { $0[0] }.map { rows in
      let first = rows[0]
      return Dossier.Episode(
        date: first[1].optionalText, earliest: first[2].optionalText, latest: first[3].optionalText,
        type: first[4].text,
        labels: rows.filter { $0[6] != .null }.map {
          Dossier.Episode.Label(side: $0[5].optionalText, text: $0[6].text)
        })
    }
  }

  func episodes(of partnerships: [String]) throws -> [String] {
    try partnerships.flatMap {
      try texts("SELECT id FROM episode_row WHERE partnership = :id", $0)
    }
  }

  /// One row, a column a fact.
  static let partnershipFacts = """
    SELECT kind, established, ended, CASE agreement WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS "formal agreement",
      coalesce((SELECT title FROM partnership u WHERE u.id = p.under) || ' [' || under || ']', under) AS "stands under",
      (SELECT group_concat(title || ' [' || id || ']', '; ') FROM partnership WHERE under = :id) AS "under it",
      initiator AS "begun by",
      (SELECT group_concat(said, ', ') FROM (
        SELECT iif(active, 'active', 'inactive') || coalesce(' as of ' || max(evidence_latest), '') AS said
        FROM activity WHERE partnership = :id AND basis = 'declared' GROUP BY active ORDER BY active DESC)) AS declared,
      (SELECT max(evidence_latest) FROM activity WHERE partnership = :id AND basis <> 'declared') AS "last evidence",
      (SELECT group_concat(source, ', ') FROM inventory WHERE partnership = :id) AS census
    FROM partnership p WHERE id = :id
    """
}
