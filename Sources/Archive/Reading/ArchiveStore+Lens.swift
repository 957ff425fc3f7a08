public import Diplomacy
import GRDB

extension ArchiveStore {
  /// Through what the snapshot is made.
  public func lens() throws -> Lens {
    try Self.guarding(path) { try read { try LogReader(database: $0).lens() } }
  }

  /// The policies that can make a difference: the plain ones, the default first, and each source first that is heard where statements
  /// contradict each other, by identifier.
  public func policies() throws -> [Policy] {
    let sources = try query(
      """
      SELECT DISTINCT s.source FROM contradiction c JOIN contradiction_value v ON v.contradiction = c.id
      JOIN statement s ON s.id = v.statement WHERE c.rule = 'statements' ORDER BY s.source
      """)
    return Policy.plain + sources.rows.map { .sourcesFirst([SourceID($0[0].text)]) }
  }

  /// The identifiers of the ladders on record.
  public func ladders() throws -> [String] {
    try query("SELECT id FROM ladder ORDER BY id").rows.map { $0[0].text }
  }

  /// What each contradiction comes to under each policy, as text: `12000 or 11700`, `12000`. Nil for those between entities, which no
  /// policy decides.
  ///
  /// - Returns: a row a policy, a value a contradiction.
  public func values(of contradictions: [Contradiction], under policies: [Policy]) throws -> [[String?]] {
    try Self.guarding(path) {
      try read { database in
        let reader = LogReader(database: database)
        let lens = try reader.lens()
        let entities = Set(contradictions.filter { $0.rule == .statements }.map(\.entity))
        let packed = try reader.packed(on: entities)
        var statements: [EntityReference: [Statement]] = [:]
        for entity in entities {
          statements[entity] = try reader.statements(on: entity, packed: packed[entity] ?? [])
        }
        return try policies.map { policy in
          let resolver = try reader.resolver(
            through: Lens(policy: policy, validOn: lens.validOn, knownAt: lens.knownAt))
          return contradictions.map { contradiction in
            guard contradiction.rule == .statements else { return nil }
            let resolution = resolver.resolve(contradiction.entity, statements[contradiction.entity] ?? [])
            let contested = Set(contradiction.rivals.flatMap(\.statements))
            return resolution[contradiction.property].first { value in
              value.claim.side == contradiction.side && !contested.isDisjoint(with: value.statements)
            }.map { $0.claim.alternatives.map(\.description).joined(separator: " or ") }
          }
        }
      }
    }
  }
}
