public import Chronology
import GRDB

/// An event, or a flow in one, as it is counted.
public struct EventUnit: Sendable {
  /// A place among the participants: the role, and the actors that may hold it with all they lie within.
  public struct Seat: Sendable {
    public let role: String?
    public let actors: [String]
    public let states: [String]
    /// All that one of the actors is, or may lie within; and what every one of them certainly is or lies within.
    public let ancestors: Set<String>
    public let certainAncestors: Set<String>
  }

  /// What moved.
  public struct Goods: Sendable {
    public let item: String?
    public let terms: String?
    public let outcome: String?
    /// Nil when the quantity is not known.
    public let lowest: Double?
    public let highest: Double?
    public let unit: String?

    /// The item, with its unit where that is not pieces: boxes and tonnes of one thing do not add up.
    public var named: String? {
      guard let unit, unit != "pieces" else { return item }
      return item.map { "\($0) (\(unit))" }
    }
  }

  public let id: String
  public let type: String?
  public let modality: String?
  public let earliest: Day?
  public let latest: Day?
  public let channels: [String]
  public let initiatives: [String]
  public let seats: [Seat]
  /// Nil for an event.
  public let goods: Goods?
}

extension ArchiveStore {
  /// All events; or all flows, each with its event's date and participants.
  public func eventUnits(flows: Bool) throws -> [EventUnit] {
    try Self.guarding(path) {
      try read { database in
        let seats = try self.seats(database)
        let channels = try self.words("SELECT event, channel FROM event_channel ORDER BY channel", database)
        let initiatives = try self.words(
          "SELECT event, initiative FROM event_initiative ORDER BY initiative", database)
        let rows = try Row.fetchAll(
          database,
          sql: flows
            ? """
            SELECT flow.id AS unit_id, flow.*, event.id AS event_id, event.type, event.modality,
              event.date_earliest, event.date_latest
            FROM flow LEFT JOIN event ON event.id = flow.event ORDER BY flow.id
            """ : "SELECT id AS unit_id, id AS event_id, * FROM event ORDER BY id")
        return rows.map { row in
          let event: String = row["event_id"] ?? ""
          return EventUnit(
            id: row["unit_id"], type: row["type"], modality: row["modality"],
            earliest: ArchiveStore.day(row["date_earliest"]), latest: ArchiveStore.day(row["date_latest"]),
            channels: channels[event] ?? [],
            initiatives: initiatives[event] ?? [],
            seats: seats[event] ?? [],
            goods: flows
              ? EventUnit.Goods(
                item: row["item"], terms: row["terms"], outcome: row["outcome"],
                lowest: row["quantity_lowest"],
                highest: row["quantity_highest"], unit: row["unit"]) : nil)
        }
      }
    }
  }

  private func words(_ sql: String, _ database: Database) throws -> [String: [String]] {
    Dictionary(grouping: try Row.fetchAll(database, sql: sql)) { $0[0] as String }.mapValues {
      $0.map { $0[1] }
    }
  }

  private func seats(_ database: Database) throws -> [String: [EventUnit.Seat]] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT p.event, p.slot, p.role, p.actor, n.ancestor, n.certain, a.kind FROM participant p
        LEFT JOIN nesting n ON n.actor = p.actor LEFT JOIN actor a ON a.id = n.ancestor
        ORDER BY p.event, p.slot, p.actor
        """)
    return Dictionary(grouping: rows) { $0["event"] as String }.mapValues { rows in
      Dictionary(grouping: rows) { $0["slot"] as Int }.sorted { $0.key < $1.key }.map { _, rows in
        let ancestors = rows.compactMap { row in
          (row["ancestor"] as String?).map { ($0, row["kind"] as String?) }
        }
        let certain = Dictionary(grouping: rows) { $0["actor"] as String }.values.map { rows in
          Set(rows.compactMap { row in row["certain"] == 1 ? row["ancestor"] as String? : nil })
        }
        return EventUnit.Seat(
          role: rows[0]["role"], actors: Set(rows.map { $0["actor"] as String }).sorted(),
          states: Set(ancestors.filter { $0.1 == "state" || $0.1 == "supranational body" }.map(\.0)).sorted(),
          ancestors: Set(ancestors.map(\.0)),
          certainAncestors: certain.dropFirst().reduce(certain[0]) { $0.intersection($1) })
      }
    }
  }
}
