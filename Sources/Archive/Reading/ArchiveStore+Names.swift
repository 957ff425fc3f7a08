public import Diplomacy
import GRDB

extension ArchiveStore {
  /// What each actor is called, by identifier.
  public func labels() throws -> [String: String] {
    let table = try query("SELECT id, label FROM actor")
    return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0].text, $0[1].text) })
  }

  /// A source's title; nil when it is not on record.
  public func title(of source: SourceID) throws -> String? {
    try query("SELECT title FROM source WHERE id = :id", ["id": source.text]).rows.first?[0].text
  }

  /// What the sources on record are called, by identifier.
  public func sourceTitles() throws -> [SourceID: String] {
    let table = try query("SELECT id, title FROM source")
    return Dictionary(uniqueKeysWithValues: table.rows.map { (SourceID($0[0].text), $0[1].text) })
  }

  /// The sources whose census some partnership is counted in.
  public func inventories() throws -> [SourceID] {
    try query("SELECT DISTINCT source FROM inventory ORDER BY source").rows.map { SourceID($0[0].text) }
  }

  /// What the contested entities are called: an episode by its partnership, a flow by its event, a figure by its measure and area.
  public func contestedTitles() throws -> [EntityReference: String] {
    let table = try query(
      """
      SELECT c.kind, c.entity, CASE c.kind
        WHEN 'actor' THEN (SELECT label FROM actor WHERE id = c.entity)
        WHEN 'partnership' THEN (SELECT title FROM partnership WHERE id = c.entity)
        WHEN 'event' THEN (SELECT title FROM event WHERE id = c.entity)
        WHEN 'episode' THEN (
          SELECT coalesce(p.title, e.partnership, '') || coalesce(', ' || e.type, '') || coalesce(' ' || e.date, '')
          FROM episode e LEFT JOIN partnership p ON p.id = e.partnership WHERE e.id = c.entity)
        WHEN 'flow' THEN (
          SELECT coalesce(f.item, '') || coalesce(', ' || e.title, '')
          FROM flow f LEFT JOIN event e ON e.id = f.event WHERE f.id = c.entity)
        ELSE (
          SELECT coalesce(o.topic || ': ', '') || coalesce(o.measure, '') || coalesce(', ' || a.label, ', ' || o.area, '')
            || coalesce(', ' || o.date, '')
          FROM observation o LEFT JOIN actor a ON a.id = o.area WHERE o.id = c.entity)
        END AS title
      FROM (SELECT DISTINCT kind, entity FROM contradiction) c
      """)
    var titles: [EntityReference: String] = [:]
    for row in table.rows {
      if let kind = EntityKind(rawValue: row[0].text), row[2] != .null {
        titles[EntityReference(kind, row[1].text)] = row[2].text
      }
    }
    return titles
  }
}
