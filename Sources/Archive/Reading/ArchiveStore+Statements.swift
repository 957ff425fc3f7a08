public import Diplomacy
import GRDB

/// A statement on record, with its second clock and what became of it.
public struct LoggedStatement: Sendable {
  public let statement: Diplomacy.Statement
  /// The first batch that brought it and is not undone, and when.
  public let recordedAt: String
  public let batch: Int64
  /// Why it was withdrawn; nil while it stands.
  public let retraction: String?
}

extension ArchiveStore {
  /// Everything said of an entity by batches that are not undone, retracted statements included, in the order it was recorded.
  public func log(of entity: EntityReference) throws -> [LoggedStatement] { try log(of: [entity]) }

  /// Everything said of these entities by batches that are not undone, retracted statements included: entity by entity, in the order given
  /// (each once), and of each in the order it was recorded. One pass over the packed log for all of them.
  public func log(of entities: [EntityReference]) throws -> [LoggedStatement] {
    var found: [EntityReference: [LoggedStatement]] = [:]
    for (kind, some) in Dictionary(grouping: entities, by: \.kind) {
      let rows = try logged(
        "WHERE entity IN (SELECT value FROM json_each(?)) AND h.kind = ?",
        [some.map(\.id).jsonList, kind.rawValue])
      for one in rows { found[one.statement.entity, default: []].append(one) }
    }
    // Where several statements speak of one entity, each has a row.
    for one in try packed(on: Set(entities)) { found[one.statement.entity, default: []].append(one) }
    return entities.flatMap { found.removeValue(forKey: $0) ?? [] }
  }

  private func packed(on entities: Set<EntityReference>) throws -> [LoggedStatement] {
    try Self.guarding(path) {
      try read { database in
        let unheard = try Hearing(database).kept()
        var moments: [Int64: String] = [:]
        return try SheafLog(database: database, shelf: sheaves).statements(on: entities).filter {
          !unheard.contains($0.batch)
        }
        .map { one in
          let moment =
            try moments[one.batch] ?? String.fetchOne(
              try database.cachedStatement(sql: "SELECT recorded_at FROM batch WHERE id = ?"),
              arguments: [one.batch]) ?? ""
          moments[one.batch] = moment
          return LoggedStatement(
            statement: one.statement, recordedAt: moment, batch: one.batch, retraction: nil)
        }
      }
    }
  }

  /// The statements of these identifiers, in the order they were recorded.
  public func log(ids: [StatementID]) throws -> [LoggedStatement] {
    guard !ids.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: ids.count).joined(separator: ",")
    return try logged("WHERE h.id IN (\(marks))", StatementArguments(ids.map(\.text)))
  }

  /// A statement on record by its identifier; nil where there is none. Where it has no row of its own, the whole packed log is gone through.
  public func logged(_ id: StatementID) throws -> LoggedStatement? {
    if let one = try log(ids: [id]).first { return one }
    let entity = try Self.guarding(path) {
      try read { try SheafLog(database: $0).packed(id)?.statement.entity }
    }
    return try entity.flatMap { try log(of: $0).first { $0.statement.id == id } }
  }

  /// Every statement with a row of its own, in the order it was recorded. `eachLogged` has the packed ones, too.
  public func log() throws -> [LoggedStatement] { try logged("", []) }

  private func logged(_ condition: String, _ arguments: StatementArguments) throws -> [LoggedStatement] {
    try Self.guarding(path) {
      try read { database in
        try Row.fetchAll(
          try database.cachedStatement(sql: LoggedStatement.sql(condition)), arguments: arguments
        ).map(LoggedStatement.init)
      }
    }
  }

  /// Every contradiction in the snapshot, by entity.
  public func contradictions() throws -> [Contradiction] { try contradictions("", []) }

  /// Those of these entities.
  func contradictions(of entities: [EntityReference]) throws -> [Contradiction] {
    let wanted = Set(entities)
    return try contradictions(
      "WHERE entity IN (SELECT value FROM json_each(?))", [wanted.map(\.id).jsonList]
    ).filter { wanted.contains($0.entity) }
  }

  private func contradictions(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Contradiction] {
    try Self.guarding(path) {
      try read { database in
        let rows = try Row.fetchAll(
          try database.cachedStatement(
            sql: "SELECT * FROM contradiction \(condition) ORDER BY kind, entity, property, side, rule"),
          arguments: arguments)
        guard !rows.isEmpty else { return [] }
        let rivals = try Row.fetchAll(
          try database.cachedStatement(
            sql: """
              SELECT * FROM contradiction_value WHERE contradiction IN (SELECT id FROM contradiction \(condition))
              ORDER BY contradiction, position, rowid
              """), arguments: arguments)
        let values = Dictionary(grouping: rivals) { $0["contradiction"] as String }
        return rows.compactMap { row in Contradiction(row, values: values[row["id"]] ?? []) }
      }
    }
  }
}

extension LoggedStatement {
  /// Reads statements with rows of their own, in the order they were recorded.
  static func sql(_ condition: String) -> String {
    """
    SELECT h.*, batch.recorded_at, (
      SELECT b.reason FROM retraction r JOIN batch b ON b.id = r.batch
      WHERE r.statement = h.seq AND r.batch NOT IN (SELECT batch FROM unheard)
      ORDER BY r.batch LIMIT 1) AS reason_of_retraction
    FROM heard_statement h JOIN batch ON batch.id = h.batch \(condition) ORDER BY place
    """
  }

  init(_ row: Row) throws {
    self.init(
      statement: try LogReader.statement(row), recordedAt: row["recorded_at"], batch: row["batch"],
      retraction: row["reason_of_retraction"])
  }
}

extension Contradiction {
  fileprivate init?(_ row: Row, values: [Row]) {
    guard let kind = EntityKind(rawValue: row["kind"]), let type = ContradictionType(rawValue: row["type"]),
      let rule = Rule(rawValue: row["rule"])
    else { return nil }
    let rivals = Dictionary(grouping: values) { $0["position"] as Int }.sorted { $0.key < $1.key }.map {
      _, rows in
      Rival(
        value: rows[0]["value"],
        statements: rows.compactMap { ($0["statement"] as String?).map { StatementID($0) } })
    }
    // The number stands at the end, " (2)"; an entity's identifier may end so, too, but stands before the property.
    let id: String = row["id"]
    let end = id.hasSuffix(")") ? id.split(separator: " ").last : nil
    let number = end.flatMap { $0.hasPrefix("(") ? Int($0.dropFirst().dropLast()) : nil }
    self.init(
      entity: EntityReference(kind, row["entity"]), property: row["property"], side: row["side"], type: type,
      rule: rule, rivals: rivals, number: number ?? 1)
  }
}
