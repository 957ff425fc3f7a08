import Chronology
import Diplomacy
import GRDB

/// Reads statements back from the log. Their order is that of the first delivery that is heard.
struct LogReader {
  let database: Database

  /// A statement, and its place in the order of all deliveries.
  typealias Placed = (place: Int64, statement: Statement)

  /// The live statements on an entity, in their order.
  ///
  /// - Parameter packed: those of them that are packed.
  func statements(on entity: EntityReference, packed: [Placed]) throws -> [Statement] {
    let query = try database.cachedStatement(
      sql: "SELECT * FROM live_statement WHERE entity = ? AND kind = ? ORDER BY place")
    let rows = try Row.fetchAll(query, arguments: [entity.id, entity.kind.rawValue])
    guard !packed.isEmpty else { return try rows.map(Self.statement) }
    let placed = try rows.map { ($0["place"], try Self.statement($0)) } + packed
    return placed.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The live packed statements on entities. One pass over the log for all of them.
  func packed(on entities: Set<EntityReference>) throws -> [EntityReference: [Placed]] {
    let log = SheafLog(database: database)
    let unheard = try Hearing(database).kept()
    var found: [EntityReference: [Placed]] = [:]
    try log.visit(entities) { entry, sheaf, rows in
      guard !unheard.contains(entry.batch) else { return }
      let lifted = try log.lifted(from: entry)
      for row in rows where !lifted.contains(entry.first + Int64(row)) {
        let statement = try sheaf.statement(row)
        if statement.rank != .deprecated {
          found[statement.entity, default: []].append((entry.first + Int64(row), statement))
        }
      }
    }
    return found
  }

  /// Every entity that live statements speak of.
  func entities() throws -> Set<EntityReference> {
    let rows = try Row.fetchAll(database, sql: "SELECT DISTINCT kind, entity FROM live_statement")
    return Set(
      rows.compactMap { row in EntityKind(rawValue: row["kind"]).map { EntityReference($0, row["entity"]) } })
  }

  /// When each source was issued.
  func issued() throws -> [SourceID: Day] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, issued_earliest FROM source WHERE issued_earliest IS NOT NULL")
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        Day(row["issued_earliest"] as String).map { (SourceID(row["id"]), $0) }
      })
  }

  /// The lens that the snapshot is made through.
  func lens() throws -> Lens {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM lens"), let policy = Policy(row["policy"])
    else {
      return Lens()
    }
    return Lens(
      policy: policy, validOn: (row["valid_on"] as String?).flatMap { Day($0) }, knownAt: row["known_at"],
      knownBatch: row["known_batch"])
  }

  static func statement(_ row: Row) throws -> Statement {
    guard let kind = EntityKind(rawValue: row["kind"]) else {
      throw StatementTextError.malformed(row["kind"])
    }
    return Statement(
      recordedAs: StatementID(row["id"]), entity: EntityReference(kind, row["entity"]),
      says: try StatementText.decode(row["says"], kind: kind),
      source: SourceID(row["source"]), locator: row["locator"],
      rank: Rank(rawValue: row["rank"]) ?? .normal,
      certainty: Certainty(rawValue: row["certainty"]) ?? .stated,
      coder: row["coder"], note: row["note"])
  }
}
