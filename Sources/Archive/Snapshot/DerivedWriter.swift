import Diplomacy
import GRDB

/// Rows that follow from several entities: titles, episodes stated with the partnership, activity, the search index.
struct DerivedWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func refresh(_ touched: Touched, progress: Advance.Listener?) throws {
    try derive(touched.partnerships)
    let entities = touched.entities.union(touched.partnerships.map { EntityReference(.partnership, $0) })
    let search = SearchWriter(database)
    try entities.sorted().forEach(.indexing, telling: progress) { try search.refresh($0) }
  }

  /// Each step goes through all the partnerships at once.
  private func derive(_ partnerships: Set<String>) throws {
    try database.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS touched (id TEXT PRIMARY KEY) WITHOUT ROWID")
    try database.execute(sql: "DELETE FROM temp.touched")
    let insertion = try database.cachedStatement(sql: "INSERT INTO temp.touched VALUES (?)")
    for id in partnerships.sorted() { try insertion.execute(arguments: [id]) }
    for sql in Self.steps { try database.execute(sql: sql) }
  }

  private static let steps = [
    // Its parties' names are its title.
    """
    UPDATE partnership SET title = coalesce((
      SELECT group_concat(names, ' – ') FROM (
        SELECT group_concat(coalesce(actor.label, party.actor), ' or ') AS names
        FROM party LEFT JOIN actor ON actor.id = party.actor
        WHERE party.partnership = partnership.id GROUP BY slot ORDER BY side = 'cn', slot)), id)
    WHERE id IN (SELECT id FROM temp.touched)
    """,
    // Its establishment and end are episodes too.
    """
    DELETE FROM episode
    WHERE stated_with_partnership = 1 AND partnership IN (SELECT id FROM temp.touched)
    """,
    """
    INSERT INTO episode
    SELECT id || '/established', id, 'established', established, established_earliest, established_latest, agreement, 1
    FROM temp.touched JOIN partnership p USING (id) WHERE established IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM episode e WHERE e.partnership = p.id AND e.type = 'established')
    """,
    """
    INSERT INTO episode
    SELECT id || '/ended', id, 'ended', ended, ended_earliest, ended_latest, NULL, 1
    FROM temp.touched JOIN partnership p USING (id) WHERE ended IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM episode e WHERE e.partnership = p.id AND e.type = 'ended')
    """,
    // What evidences that it is alive: events that ran under it, and episodes that take both sides.
    """
    DELETE FROM activity WHERE basis <> 'declared' AND partnership IN (SELECT id FROM temp.touched)
    """,
    """
    INSERT INTO activity
    SELECT p.id, 1, 'event', event.id, date_earliest, date_latest
    FROM temp.touched JOIN partnership p USING (id) JOIN event_partnership ON event_partnership.partnership = p.id
      JOIN event ON event.id = event_partnership.event
    """,
    """
    INSERT INTO activity
    SELECT p.id, 1, 'episode', e.id, date_earliest, date_latest
    FROM temp.touched JOIN partnership p USING (id) JOIN episode e ON e.partnership = p.id
    WHERE e.type IN ('contact', 'established', 'upgraded', 'renamed', 'renewed')
    """,
  ]
}
