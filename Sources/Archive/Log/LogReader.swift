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
  /// - Parameter packed: those of them that are packed, where there are any.
  func statements(on entity: EntityReference, packed: [Placed] = []) throws -> [Statement] {
    let query = try database.cachedStatement(
      sql: "SELECT * FROM live_statement WHERE entity = ? AND kind = ? ORDER BY place")
    let rows = try Row.fetchAll(query, arguments: [entity.id, entity.kind.rawValue])
    guard !packed.isEmpty else { return try rows.map(Self.statement) }
    let placed = try rows.map { ($0["place"], try Self.statement($0)) } + packed
    return placed.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The live packed statements on entities. One pass over the log for all of them.
  func packed(on entities: Set<EntityReference>) throws -> [EntityReference: [Placed]] {
    let unheard = try Hearing(database).kept()
    var found: [EntityReference: [Placed]] = [:]
    for one in try SheafLog(database: database).statements(on: entities)
    where !unheard.contains(one.batch) && one.statement.rank != .deprecated {
      found[one.statement.entity, default: []].append((one.seq, one.statement))
    }
    return found
  }

  /// Every entity that live statements with rows of their own speak of.
  func entities() throws -> Set<EntityReference> {
    let rows = try Row.fetchAll(database, sql: "SELECT DISTINCT kind, entity FROM live_statement")
    return Set(
      rows.compactMap { row in EntityKind(rawValue: row["kind"]).map { EntityReference($0, row["entity"]) } })
  }

  /// The statements that a batch delivered, for the first time or again, in the order it delivered them in; without those that stand in one of
  /// its sheaves.
  func statements(of batch: Int64) throws -> [Statement] {
    let rows = try Row.fetchAll(
      database,
      sql:
        """
        SELECT s.* FROM delivery d JOIN statement s ON s.seq = d.statement WHERE d.batch = ?1 AND NOT EXISTS (
          SELECT 1 FROM sheaf WHERE sheaf.batch = ?1 AND s.seq BETWEEN first AND first + count - 1)
        ORDER BY d.seq
        """,
      arguments: [batch])
    return try rows.map(Self.statement)
  }

  /// Everything ever said of one entity, whichever batches are heard.
  struct Utterances {
    var deliveries: [(place: Int64, batch: Int64, statement: Statement)] = []
    var retractions: [(batch: Int64, id: StatementID)] = []

    /// The statements that stand where these batches are not heard, in their order.
    func live(without unheard: Set<Int64>) -> [Statement] {
      let gone = Set(retractions.filter { !unheard.contains($0.batch) }.map(\.id))
      var seen: Set<StatementID> = []
      return deliveries.filter { !unheard.contains($0.batch) }.map(\.statement).filter {
        $0.rank != .deprecated && !gone.contains($0.id) && seen.insert($0.id).inserted
      }
    }
  }

  func everything(on entity: EntityReference) throws -> Utterances {
    let own = "s.entity = ? AND s.kind = ?"
    let arguments: StatementArguments = [entity.id, entity.kind.rawValue]
    let deliveries = try Row.fetchAll(
      database,
      sql: """
        SELECT s.*, d.seq AS place, d.batch AS delivering FROM statement s JOIN delivery d ON d.statement = s.seq
        WHERE \(own) ORDER BY d.seq
        """, arguments: arguments)
    let retractions = try Row.fetchAll(
      database,
      sql: """
        SELECT r.batch, s.id FROM statement s JOIN retraction r ON r.statement = s.seq WHERE \(own) ORDER BY r.batch
        """, arguments: arguments)
    let packed = try SheafLog(database: database).statements(on: [entity])
    return Utterances(
      deliveries: try
        (deliveries.map { ($0["place"], $0["delivering"], try Self.statement($0)) }
        + packed.map { ($0.seq, $0.batch, $0.statement) }).sorted { $0.0 < $1.0 },
      retractions: retractions.map { ($0["batch"], StatementID($0["id"])) })
  }

  /// The entities of that identifier, or of which the statement of that identifier speaks, heard or not.
  func entities(everCalled id: String) throws -> [EntityReference] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT DISTINCT kind, entity FROM statement WHERE entity = ?1 OR id = ?1 ORDER BY kind",
      arguments: [id])
    let found = rows.compactMap { row in
      EntityKind(rawValue: row["kind"]).map { EntityReference($0, row["entity"]) }
    }
    let packed = try SheafLog(database: database).statements(
      on: Set(EntityKind.allCases.map { EntityReference($0, id) }))
    return found + Set(packed.map(\.statement.entity)).subtracting(found).sorted()
  }

  /// What resolves statements through the lens, or through another.
  ///
  /// - Parameter settled: the contradictions that do not wait for the lens's policy, and the place of the rival that stands.
  func resolver(through lens: Lens? = nil, settled: [Contradiction.ID: Int] = [:]) throws -> Resolver {
    let issued = try issued()
    return Resolver(lens: try lens ?? self.lens(), settled: settled) { issued[$0] }
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
    let query = try database.cachedStatement(sql: "SELECT * FROM lens")
    guard let row = try Row.fetchOne(query), let policy = Policy(row["policy"]) else { return Lens() }
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
