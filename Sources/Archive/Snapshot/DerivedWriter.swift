import Diplomacy
import GRDB

/// Rows that follow from several entities: titles, episodes stated with the partnership, activity, the search index.
struct DerivedWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func refresh(_ touched: Touched, progress: Advance.Listener?) throws {
    try touched.partnerships.sorted().forEach(.linking, telling: progress) { try refreshPartnership($0) }
    let search = SearchWriter(database)
    for partnership in touched.partnerships { try search.refresh(EntityReference(.partnership, partnership)) }
    for entity in touched.entities { try search.refresh(entity) }
  }

  private func refreshPartnership(_ id: String) throws {
    for sql in Self.steps { try database.cachedStatement(sql: sql).execute(arguments: ["id": id]) }
  }

  private static let steps = [
    // Its parties' names are its title.
    """
    UPDATE partnership SET title = coalesce((
      SELECT group_concat(names, ' – ') FROM (
        SELECT group_concat(coalesce(actor.label, party.actor), ' or ') AS names
        FROM party LEFT JOIN actor ON actor.id = party.actor
        WHERE party.partnership = :id GROUP BY slot ORDER BY side = 'cn', slot)), id)
    WHERE id = :id
    """,
    // Its establishment and end are episodes too.
    "DELETE FROM episode WHERE partnership = :id AND stated_with_partnership = 1",
    """
    INSERT INTO episode
    SELECT id || '/established', id, 'established', established, established_earliest, established_latest, agreement, 1
    FROM partnership p WHERE id = :id AND established IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM episode e WHERE e.partnership = :id AND e.type = 'established')
    """,
    """
    INSERT INTO episode
    SELECT id || '/ended', id, 'ended', ended, ended_earliest, ended_latest, NULL, 1
    FROM partnership p WHERE id = :id AND ended IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM episode e WHERE e.partnership = :id AND e.type = 'ended')
    """,
    // What evidences that it is alive: events that ran under it, and episodes that take both sides.
    "DELETE FROM activity WHERE partnership = :id AND basis <> 'declared'",
    """
    INSERT INTO activity
    SELECT :id, 1, 'event', event.id, date_earliest, date_latest
    FROM event_partnership JOIN event ON event.id = event_partnership.event
    WHERE event_partnership.partnership = :id AND EXISTS (SELECT 1 FROM partnership WHERE id = :id)
    """,
    """
    INSERT INTO activity
    SELECT :id, 1, 'episode', id, date_earliest, date_latest FROM episode
    WHERE partnership = :id AND type IN ('contact', 'established', 'upgraded', 'renamed', 'renewed')
      AND EXISTS (SELECT 1 FROM partnership WHERE id = :id)
    """,
  ]
}
