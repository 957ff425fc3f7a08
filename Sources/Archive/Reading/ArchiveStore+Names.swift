public import Diplomacy
import Foundation
import GRDB

extension ArchiveStore {
  /// What each actor is called, by identifier.
  public func labels() throws -> [String: String] {
    let table = try query("SELECT id, label FROM actor")
    return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0].text, $0[1].text) })
  }

  /// What these actors are called, by identifier; those that are no actors are left out.
  public func labels(of ids: some Collection<String>) throws -> [String: String] {
    let table = try query(
      "SELECT id, label FROM actor WHERE id IN (SELECT value FROM json_each(:ids))", ["ids": ids.jsonList])
    return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0].text, $0[1].text) })
  }

  /// What partnerships, events or flows are called: a flow by its item and its event; those that are not on record are left out.
  public func titles(of kind: EntityKind, _ ids: some Collection<String>) throws -> [String: String] {
    let list = "(SELECT value FROM json_each(:ids))"
    let sql: String? =
      switch kind {
      case .partnership: "SELECT id, title FROM partnership WHERE id IN \(list)"
      case .event: "SELECT id, title FROM event WHERE id IN \(list)"
      case .flow:
        """
        SELECT f.id, coalesce(f.item, '') || coalesce(': ' || e.title, '')
        FROM flow f LEFT JOIN event e ON e.id = f.event WHERE f.id IN \(list)
        """
      case .actor, .episode, .observation: nil
      }
    guard let sql else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: try query(sql, ["ids": ids.jsonList]).rows.map { ($0[0].text, $0[1].text) })
  }

  /// Whether there are more partnerships than that.
  public func hasPartnerships(over count: Int) throws -> Bool {
    try !query(
      "SELECT 1 FROM partnership_row LIMIT 1 OFFSET CAST(:count AS INTEGER)", ["count": String(count)]
    ).rows.isEmpty
  }

  /// A source's title; nil when it is not on record.
  public func title(of source: SourceID) throws -> String? {
    try query("SELECT title FROM source WHERE id = :id", ["id": source.text]).rows.first?[0].text
  }

  /// A source's CSL-JSON; nil when it is not on record.
  public func csl(of source: SourceID) throws -> String? {
    try query("SELECT csl FROM source WHERE id = :id", ["id": source.text]).rows.first?[0].text
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
