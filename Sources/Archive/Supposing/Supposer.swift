import Diplomacy
import GRDB

/// Changes a copied record to what is supposed of it, inside the caller's savepoint.
struct Supposer {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func bring(about supposition: Supposition) throws -> Change {
    switch supposition {
    case .policy(let policy): try decide(by: policy)
    case .settled(let settlements): try settle(settlements)
    case .unknown(let contradictions): try forget(contradictions)
    }
  }

  /// A policy chooses only where statements contradict each other: all other entities stay as they are.
  private func decide(by policy: Policy) throws -> Change {
    try database.execute(sql: "UPDATE lens SET policy = ?", arguments: [policy.description])
    let rows = try Row.fetchAll(
      database, sql: "SELECT DISTINCT kind, entity FROM contradiction WHERE rule = 'statements'")
    let contested = rows.compactMap { row in
      EntityKind(rawValue: row["kind"]).map { EntityReference($0, row["entity"]) }
    }
    try SnapshotWriter(database).refresh(Set(contested))
    return .anything
  }

  private func settle(_ settlements: [Settlement]) throws -> Change {
    let chosen = settlements.filter { $0.contradiction.rule == .statements }
    let entities = Set(chosen.map(\.contradiction.entity))
    let corrected = settlements.filter { $0.contradiction.amountOfParts != nil && $0.rival == 1 }
    let fallen = try settlements.filter { [.mirrored, .activity].contains($0.contradiction.rule) }
      .reduce(into: Set<EntityReference>()) { $0.formUnion(try withdraw(fallenIn: $1)) }

    let leaves = entities.union(corrected.map(\.contradiction.entity))
    let before = try leaves.map { try row(of: $0) }
    let settled = Dictionary(chosen.map { ($0.contradiction.id, $0.rival) }) { first, _ in first }
    try SnapshotWriter(database).refresh(entities.union(fallen), settled: settled, comparing: false)
    for settlement in corrected { try correct(settlement.contradiction) }
    guard fallen.isEmpty, leaves.allSatisfy(\.isLeaf) else {
      return .anything
    }
    return try difference(Array(leaves), before)
  }

  /// The columns in which rows of observations and flows, on which no other row hangs, are not what they were; and where
  /// contradictions are listed.
  private func difference(_ leaves: [EntityReference], _ before: [Row?]) throws -> Change {
    var columns: [String: Set<String>] = [
      "contradiction": ["id", "kind", "entity", "property", "side", "type", "rule"],
      "contradiction_value": ["contradiction", "position", "value", "statement"],
    ]
    for (leaf, old) in zip(leaves, before) {
      guard let old, let new = try row(of: leaf) else { return .anything }
      for name in old.columnNames where old[name] as DatabaseValue != new[name] {
        columns[leaf.kind.rawValue, default: []].insert(name)
      }
    }
    return .columns(columns)
  }

  private func forget(_ contradictions: [Contradiction]) throws -> Change {
    var columns: [String: Set<String>] = [:]
    for contradiction in contradictions where contradiction.entity.isLeaf {
      let table = contradiction.entity.kind.rawValue
      let existing = try database.columns(in: table).map(\.name)
      let own = ["", "_lowest", "_highest"].map { contradiction.property + $0 }.filter(existing.contains)
      guard !own.isEmpty else { continue }
      try database.execute(
        sql: "UPDATE \(table) SET \(own.map { "\($0) = NULL" }.joined(separator: ", ")) WHERE id = ?",
        arguments: [contradiction.entity.id])
      columns[table, default: []].formUnion(own)
    }
    return .columns(columns)
  }

  private func row(of entity: EntityReference) throws -> Row? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM \(entity.kind.rawValue) WHERE id = ?", arguments: [entity.id])
  }

  /// The stated number becomes what its parts, or what is recorded, come to.
  private func correct(_ contradiction: Contradiction) throws {
    guard let amount = contradiction.amountOfParts else { return }
    try database.execute(
      sql: "UPDATE observation SET value = ?, value_lowest = ?, value_highest = ? WHERE id = ?",
      arguments: [amount.text, amount.lowest, amount.highest, contradiction.entity.id])
  }

  /// Withdraws the statements of the side that falls; of a gift, its event too where nothing else moved in it.
  private func withdraw(fallenIn settlement: Settlement) throws -> Set<EntityReference> {
    let ids = settlement.fallen.map(\.text)
    // Only statements with rows of their own can be withdrawn.
    for id in settlement.fallen { try SheafLog(database: database).lift(id) }
    let marks = ids.map { _ in "?" }.joined(separator: ",")
    var entities: Set<EntityReference> = []
    for row in try Row.fetchAll(
      database, sql: "SELECT DISTINCT kind, entity FROM statement WHERE id IN (\(marks))",
      arguments: StatementArguments(ids))
    {
      guard let kind = EntityKind(rawValue: row["kind"]) else { continue }
      entities.insert(EntityReference(kind, row["entity"]))
    }
    if settlement.contradiction.rule == .mirrored {
      for flow in entities where flow.kind == .flow {
        let event = try String.fetchOne(
          database,
          sql: """
            SELECT event FROM flow WHERE id = ?
              AND NOT EXISTS (SELECT 1 FROM flow AS other WHERE other.event = flow.event AND other.id <> flow.id)
            """,
          arguments: [flow.id])
        if let event { entities.insert(EntityReference(.event, event)) }
      }
      for entity in entities {
        try withdraw("entity = ? AND kind = ?", [entity.id, entity.kind.rawValue])
      }
    } else {
      try withdraw("id IN (\(marks))", StatementArguments(ids))
    }
    return entities
  }

  private func withdraw(_ condition: String, _ arguments: StatementArguments) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO retraction SELECT seq, batch FROM live_statement WHERE \(condition)
        """,
      arguments: arguments)
  }
}
