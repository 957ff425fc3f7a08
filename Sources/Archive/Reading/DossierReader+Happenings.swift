import Diplomacy

extension DossierReader {
  /// The events an actor took part in, the latest of them where they are too many, and how many there are; of a partnership, those that ran
  /// under it.
  func happenings(of entity: EntityReference, atMost most: Int?) throws -> ([Dossier.Happening], Int) {
    let order =
      "ORDER BY coalesce(date_earliest, date_latest) IS NULL, coalesce(date_earliest, date_latest), id"
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
    return (try ids.suffix(most ?? ids.count).map(happening), ids.count)
  }

  /// An event in brief; all but its identifier empty where it is not on record.
  func happening(_ id: String) throws -> Dossier.Happening {
    let row = try archive.query(
      "SELECT date, date_earliest, date_latest, type, title, outcome FROM event WHERE id = :id", ["id": id]
    ).rows.first
    func text(_ column: Int) -> String? { row?[column].optionalText }
    return Dossier.Happening(
      id: id, date: text(0) ?? "", earliest: text(1), latest: text(2), type: text(3) ?? "",
      title: text(4) ?? "",
      participants: try participants(in: id),
      partnerships: try texts("SELECT partnership FROM event_partnership WHERE event = :id", id),
      flows: try flows(in: id), outcome: text(5) ?? "")
  }

  private func participants(in event: String) throws -> [Dossier.Participant] {
    let rows = try archive.query(
      """
      SELECT p.slot, p.role, p.actor, coalesce(actor.label, p.actor)
      FROM participant p LEFT JOIN actor ON actor.id = p.actor WHERE p.event = :id ORDER BY p.slot, p.actor
      """, ["id": event]
    ).rows
    return rows.chunked { $0[0] }.map { slot in
      Dossier.Participant(
        actors: slot.map { Dossier.Named(id: $0[2].text, text: $0[3].text) }, role: slot[0][1].optionalText)
    }
  }

  private func flows(in event: String) throws -> [Dossier.Flow] {
    try archive.query(
      """
      SELECT id, coalesce(item, ''), quantity || coalesce(' ' || unit, ''), value || ' ' || currency, terms,
        coalesce(outcome || coalesce(' (' || affected || ')', ''), '(' || affected || ')')
      FROM flow WHERE event = :id ORDER BY id
      """, ["id": event]
    ).rows.map { row in
      Dossier.Flow(
        id: row[0].text, item: row[1].text, quantity: row[2].optionalText, value: row[3].optionalText,
        terms: row[4].optionalText, outcome: row[5].optionalText)
    }
  }

  func flows(of events: [String]) throws -> [String] {
    try events.flatMap { try texts("SELECT id FROM flow WHERE event = :id ORDER BY id", $0) }
  }
}

extension [[ResultTable.Cell]] {
  /// Rows that follow one another and have the same key, together.
  func chunked(by key: (Element) -> ResultTable.Cell) -> [[Element]] {
    reduce(into: []) { chunks, row in
      if let last = chunks.last, key(last[0]) == key(row) {
        chunks[chunks.count - 1].append(row)
      } else {
        chunks.append([row])
      }
    }
  }
}
