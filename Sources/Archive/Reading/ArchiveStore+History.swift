public import Diplomacy
import GRDB

/// What one batch did to what is known of an entity.
public struct HistoryStep: Sendable {
  public let batch: LoggedBatch
  /// What it said of the entity, and whether that was on record already.
  public let said: [(statement: Diplomacy.Statement, isKnown: Bool)]
  /// Statements that it took from the record, and that it brought back.
  public let withdrawn: [Diplomacy.Statement]
  public let returned: [Diplomacy.Statement]
  /// How the resolved values moved.
  public let changes: [PropertyChange]
  /// Contradictions among the statements on the entity that came about, went, or have other rivals now.
  public let contested: [Contradiction]
  public let settled: [Contradiction]
}

extension ArchiveStore {
  /// How an entity came to be known: each batch that touched it, in the order of the log. Empty when none ever did.
  ///
  /// It tells what was undone and retracted, too; under the lens's policy, of the statements on the entity itself.
  public func history(of entity: EntityReference) throws -> [HistoryStep] {
    try Self.guarding(path) { try read { try HistoryReader($0).history(of: entity) } }
  }

  /// The entities of that identifier that anything was ever said of, on record or not.
  public func everKnown(as id: String) throws -> [EntityReference] {
    try Self.guarding(path) {
      try read { try LogReader(database: $0).entities(everCalled: id) }
    }
  }
}

/// Replays what was said of one entity, batch by batch.
private struct HistoryReader {
  let database: Database

  init(_ database: Database) { self.database = database }

  func history(of entity: EntityReference) throws -> [HistoryStep] {
    let said = try LogReader(database: database).everything(on: entity)
    let own = Set(said.deliveries.map(\.batch)).union(said.retractions.map(\.batch))
    let undoings = try Row.fetchAll(database, sql: "SELECT batch, undone FROM undo ORDER BY batch")
    // An undoing touches the entity when what it undoes does.
    let touching = undoings.reduce(into: own) { touching, undoing in
      if touching.contains(undoing["undone"]) { touching.insert(undoing["batch"]) }
    }
    let resolver = try LogReader(database: database).resolver()
    var (live, account): ([Statement], Resolution?) = ([], nil)
    return try BatchReader(database).batches(touching).map { batch in
      let unheard = try Hearing(database).unheard(through: Lens(knownBatch: batch.number))
      let now = said.live(without: unheard)
      let resolution = now.isEmpty ? nil : resolver.resolve(entity, now)
      defer { (live, account) = (now, resolution) }
      let delivered = said.deliveries.filter { $0.batch == batch.number }.map(\.statement)
      let (before, after) = (account?.contradictions ?? [], resolution?.contradictions ?? [])
      return HistoryStep(
        batch: batch, said: delivered.map { one in (one, live.contains { $0.id == one.id }) },
        withdrawn: live.filter { one in !now.contains { $0.id == one.id } },
        returned: now.filter { one in
          !live.contains { $0.id == one.id } && !delivered.contains { $0.id == one.id }
        },
        changes: Resolution.changes(from: account, to: resolution),
        contested: after.filter { !before.contains($0) },
        settled: before.filter { old in !after.contains { $0.id == old.id } })
    }
  }
}
