import Diplomacy
import GRDB

/// Keeps the snapshot tables true to the log: resolves the entities that were spoken of and what follows from them.
struct SnapshotWriter {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// Makes the whole snapshot anew.
  func rebuild() throws {
    try LedgerShelf(database).drop()
    for table in Schema.entityTables + ["ties", "contradiction", "search_row"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
    try database.execute(sql: "DELETE FROM search")
    try Hearing(database).refresh()
    try index(sources: try String.fetchAll(database, sql: "SELECT id FROM source"))
    let packed = try loadPacked()
    let entities = try LogReader(database: database).entities().union(packed.entities)
    try refresh(entities, contestable: packed.contestable)
    try keepLedger(packed.ledger, changed: entities)
  }

  /// Resolves these entities again and everything that depends on them.
  ///
  /// - Parameters:
  ///   - contestable: partnerships just loaded, of whose activity other evidence may say otherwise.
  ///   - settled: the contradictions that do not wait for the lens's policy, and the place of the rival that stands.
  ///   - comparing: whether contradictions between entities are found anew.
  func refresh(
    _ entities: Set<EntityReference>, contestable: Set<String> = [],
    settled: [Contradiction.ID: Int] = [:], comparing: Bool = true, progress: Advance.Listener? = nil
  ) throws {
    guard !entities.isEmpty || !contestable.isEmpty else { return }
    let reader = LogReader(database: database)
    let resolver = try resolver(settled: settled)
    var touched = Touched(entities, partnerships: contestable)
    try touched.followReferences(in: database)
    try SheafLog(database: database).lift(
      on: entities.union(contestable.map { EntityReference(.partnership, $0) }))
    try entities.sorted().forEach(.resolving, telling: progress) { entity in
      try forget(entity)
      let statements = try reader.statements(on: entity)
      guard !statements.isEmpty else { return }
      let resolution = resolver.resolve(entity, statements)
      try write(resolution)
      for contradiction in resolution.contradictions { try write(contradiction) }
    }
    try touched.followReferences(in: database)
    try NestingWriter(database).refresh(touched.actors)
    let shelf = LedgerShelf(database)
    try shelf.note(.partnership, entities.filter { $0.kind == .partnership }.map(\.id))
    try shelf.note(.actor, touched.actors)
    let search = SearchWriter(database)
    try touched.found.sorted().forEach(.indexing, telling: progress) { try search.refresh($0) }
    if comparing { try ContradictionRules(database).refresh(touched) }
  }

  func resolver(settled: [Contradiction.ID: Int] = [:]) throws -> Resolver {
    let reader = LogReader(database: database)
    let issued = try reader.issued()
    return Resolver(lens: try reader.lens(), settled: settled) { issued[$0] }
  }

  private func forget(_ entity: EntityReference) throws {
    if entity.kind == .partnership { try TiesWriter(database).remove(entity.id) }
    try database.cachedStatement(sql: "DELETE FROM \(Schema.table(of: entity.kind)) WHERE id = ?")
      .execute(arguments: [entity.id])
    try database.cachedStatement(
      sql: "DELETE FROM contradiction WHERE entity = ? AND kind = ? AND rule = 'statements'"
    )
    .execute(arguments: [entity.id, entity.kind.rawValue])
  }

  private func write(_ resolution: Resolution) throws {
    switch resolution.entity.kind {
    case .actor: try write(Actor(resolution))
    case .partnership: try write(Partnership(resolution))
    case .episode: try write(Episode(resolution))
    case .event: try write(Event(resolution))
    case .flow: try write(Flow(resolution))
    case .observation: try write(Observation(resolution))
    }
  }

  func write(_ contradiction: Contradiction) throws {
    try insert(
      "contradiction",
      [
        contradiction.id, contradiction.entity.kind.rawValue, contradiction.entity.id, contradiction.property,
        contradiction.side, contradiction.type.rawValue, contradiction.rule.rawValue,
      ])
    for (position, rival) in contradiction.rivals.enumerated() {
      let statements: [String?] = rival.statements.isEmpty ? [nil] : rival.statements.map(\.text)
      for statement in statements {
        try insert("contradiction_value", [contradiction.id, position, rival.value, statement])
      }
    }
  }

  /// Inserts a row of all the table's columns, in their order.
  func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      .execute(arguments: StatementArguments(values))
  }
}
