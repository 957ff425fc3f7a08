import Chronology
public import Diplomacy
import GRDB

/// A partnership as it is counted: where its parties may lie, and when it may have been established.
public struct PartnershipUnit: Sendable {
  /// One actor that may be one of the parties, with all that it lies within: identifier and kind.
  public struct Seat: Sendable {
    public let slot: Int
    public let actor: String
    public let ancestors: [Ancestor]

    public init(slot: Int, actor: String, ancestors: [Ancestor]) {
      self.slot = slot
      self.actor = actor
      self.ancestors = ancestors
    }
  }

  public struct Ancestor: Hashable, Sendable {
    public let id: String
    public let kind: String
    public let depth: Int
    /// False where sources place the actor apart.
    public let isCertain: Bool
  }

  public let id: String
  public let kind: String?
  public let agreement: Bool?
  public let dates: Ledger.Dates
  public let seats: [Seat]
  public let activity: [ActivityEvidence]

  /// The first slot's readings, then the second's: `readings[0]` are the ways in which the first party may lie.
  public var slots: [[Seat]] {
    Dictionary(grouping: seats, by: \.slot).sorted { $0.key < $1.key }.map(\.value)
  }
}

extension ArchiveStore {
  /// All partnerships, or those that one source's census counts.
  public func partnershipUnits(inventory: String?) throws -> [PartnershipUnit] {
    try Self.guarding(path) {
      try read { database in
        let members =
          inventory == nil ? "" : "WHERE id IN (SELECT partnership FROM inventory WHERE source = :inventory)"
        let arguments: StatementArguments = inventory.map { ["inventory": $0] } ?? [:]
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM partnership \(members) ORDER BY id", arguments: arguments)
        let ancestors = try self.ancestors(database)
        let parties = try Row.fetchAll(database, sql: "SELECT partnership, slot, actor FROM party")
        let seats = Dictionary(grouping: parties) { $0["partnership"] as String }.mapValues { rows in
          rows.map { row in
            PartnershipUnit.Seat(
              slot: row["slot"], actor: row["actor"], ancestors: ancestors[row["actor"] as String] ?? [])
          }
        }
        let activity = try self.activity(database)
        return rows.map { row in
          PartnershipUnit(
            id: row["id"], kind: row["kind"], agreement: row["agreement"],
            dates: Ledger.Dates(
              establishedEarliest: Self.day(row["established_earliest"]),
              establishedLatest: Self.day(row["established_latest"]),
              endedEarliest: Self.day(row["ended_earliest"]), endedLatest: Self.day(row["ended_latest"])),
            seats: seats[row["id"] as String] ?? [], activity: activity[row["id"] as String] ?? [])
        }
      }
    }
  }

  static func day(_ text: String?) -> Day? { text.flatMap { Day($0) } }

  private func activity(_ database: Database) throws -> [String: [ActivityEvidence]] {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM activity")
    return Dictionary(grouping: rows) { $0["partnership"] as String }.mapValues { rows in
      rows.compactMap { row in
        let (earliest, latest) = (Self.day(row["evidence_earliest"]), Self.day(row["evidence_latest"]))
        return DayRange(earliest: earliest, latest: latest).map {
          ActivityEvidence(isActive: row["active"], days: $0)
        }
      }
    }
  }

  private func ancestors(_ database: Database) throws -> [String: [PartnershipUnit.Ancestor]] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT nesting.actor, nesting.ancestor, nesting.depth, nesting.certain, coalesce(actor.kind, '') AS kind
        FROM nesting LEFT JOIN actor ON actor.id = nesting.ancestor
        WHERE nesting.actor IN (SELECT actor FROM party)
        """)
    return Dictionary(grouping: rows) { $0["actor"] as String }.mapValues { rows in
      rows.map { row in
        PartnershipUnit.Ancestor(
          id: row["ancestor"], kind: row["kind"], depth: row["depth"], isCertain: row["certain"])
      }
    }
  }
}
