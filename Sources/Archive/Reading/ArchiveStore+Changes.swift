public import Diplomacy
import GRDB

/// How one entity differs between two looks at the record.
public struct EntityChange: Sendable {
  public enum Kind: String, Term {
    case added, gone, changed
  }

  public let entity: EntityReference
  public let kind: Kind
  /// What it is called, after or else before.
  public let title: String
  public let changes: [PropertyChange]
}

extension ArchiveStore {
  /// The entities of which another look at the record says otherwise, in their order: this one is before, that one after.
  ///
  /// Copies of one archive share its log: then only what touched batches that one of them does not hear is looked at.
  public func changes(to after: ArchiveStore, isSameLog: Bool) throws -> [EntityChange] {
    try changes(to: after) { try Self.candidates($0, $1, isSameLog: isSameLog) }
  }

  /// Those of them, among these, of which the other look says otherwise.
  public func changes(to after: ArchiveStore, among entities: Set<EntityReference>) throws -> [EntityChange] {
    try changes(to: after) { _, _ in entities }
  }

  private func changes(
    to after: ArchiveStore, among candidates: (Database, Database) throws -> Set<EntityReference>
  ) throws -> [EntityChange] {
    let found = try Self.guarding(path) {
      try read { old in
        try after.read { try Self.changes(from: old, to: $0, among: candidates(old, $0)) }
      }
    }
    return try found.map { change in
      let titles = DossierReader(archive: change.kind == .gone ? self : after)
      return EntityChange(
        entity: change.entity, kind: change.kind,
        title: try titles.title(of: change.entity) ?? change.entity.id, changes: change.changes)
    }
  }

  /// The entities that may differ.
  private static func candidates(
    _ old: Database, _ new: Database, isSameLog: Bool
  ) throws -> Set<EntityReference> {
    guard isSameLog else {
      let spokenOf = try LogReader(database: old).entities().union(LogReader(database: new).entities())
      return try [old, new].reduce(into: spokenOf) { all, database in
        let log = SheafLog(database: database)
        all.formUnion(try log.entities(of: Set(log.entries().map(\.batch))))
      }
    }
    let batches = try Hearing(old).kept().symmetricDifference(Hearing(new).kept())
    return try DeliveryReader(old).entities(touchedBy: batches)
      .union(SheafLog(database: old).entities(of: batches))
  }

  private static func changes(
    from old: Database, to new: Database, among candidates: Set<EntityReference>
  ) throws -> [(entity: EntityReference, kind: EntityChange.Kind, changes: [PropertyChange])] {
    let (before, after) = (LogReader(database: old), LogReader(database: new))
    let resolve = (try before.resolver(), try after.resolver())
    let packed = (try before.packed(on: candidates), try after.packed(on: candidates))
    return try candidates.sorted().compactMap { entity in
      let said = try before.statements(on: entity, packed: packed.0[entity] ?? [])
      let says = try after.statements(on: entity, packed: packed.1[entity] ?? [])
      guard said != says, !(said.isEmpty && says.isEmpty) else { return nil }
      let was = said.isEmpty ? nil : resolve.0.resolve(entity, said)
      let now = says.isEmpty ? nil : resolve.1.resolve(entity, says)
      let changes = Resolution.changes(from: was, to: now)
      let kind: EntityChange.Kind = was == nil ? .added : now == nil ? .gone : .changed
      return kind == .changed && changes.isEmpty ? nil : (entity, kind, changes)
    }
  }
}
