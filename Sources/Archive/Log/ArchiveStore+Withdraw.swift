public import Diplomacy
import GRDB

/// What became of the record when something was withdrawn.
public struct Withdrawal: Hashable, Sendable {
  /// The number of the batch that withdrew it.
  public var batch: Int64
  /// How many statements went from the record.
  public var gone = 0
  /// How many came back to it: when a retraction or an undoing is undone.
  public var back = 0
  /// How many statements of the undone batch stay, since another batch delivered them, too.
  public var staying = 0
  /// Sources and ladders that went or came back.
  public var sources = 0
  public var ladders = 0
}

extension ArchiveStore {
  /// Withdraws a statement: it stays in the log and is heard no more. A batch of its own.
  ///
  /// - Throws: `ArchiveError.unknownStatement`, `.undoneStatement`, `.alreadyRetracted`, or a storage error.
  @discardableResult
  public func retract(_ id: StatementID, reason: String, coder: String, at moment: String) throws -> Int64 {
    try Self.guarding(path) {
      try change { try Withdrawer($0, moment: moment).retract(id, reason: reason, coder: coder) }
    }
  }

  /// Withdraws a batch whole and nothing else: what only it brought goes from the record, what it withdrew comes back. It stays in the
  /// log. A batch of its own, which can be undone in its turn.
  ///
  /// - Throws: `ArchiveError.unknownBatch`, `.alreadyUndone`; `.sourceDiffers` or `.ladderDiffers` where a source or ladder would come
  ///   back though another content has taken its identifier since; or a storage error. Then nothing has changed.
  @discardableResult
  public func undo(
    _ batch: Int64, reason: String, coder: String, at moment: String, progress: Advance.Listener? = nil
  ) throws -> Withdrawal {
    try Self.guarding(path) {
      try change {
        try Withdrawer($0, moment: moment).undo(batch, reason: reason, coder: coder, progress: progress)
      }
    }
  }
}

/// Writes retractions and undoings, inside the caller's transaction.
private struct Withdrawer {
  let database: Database
  let log: LogWriter

  init(_ database: Database, moment: String) {
    self.database = database
    log = LogWriter(database, moment: moment, progress: nil)
  }

  func retract(_ id: StatementID, reason: String, coder: String) throws -> Int64 {
    let batch = try log.insert(Batch(kind: .retraction, coder: coder, reason: reason))
    let entities = try Retractor(database).retract([id], batch: batch)
    try SnapshotWriter(database).refresh(entities)
    try Sealer(database).seal(batch)
    return batch
  }

  func undo(_ undone: Int64, reason: String, coder: String, progress: Advance.Listener?) throws -> Withdrawal
  {
    let exists = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM batch WHERE id = ?)", arguments: [undone])
    guard exists == true else { throw ArchiveError.unknownBatch(undone) }
    let undoing = try Int64.fetchOne(
      database,
      sql: "SELECT max(batch) FROM undo WHERE undone = ? AND batch NOT IN (SELECT batch FROM unheard)",
      arguments: [undone])
    if let undoing { throw ArchiveError.alreadyUndone(undone, by: undoing) }

    let batch = try log.insert(Batch(kind: .undo, coder: coder, reason: reason))
    try database.execute(sql: "INSERT INTO undo VALUES (?, ?)", arguments: [batch, undone])
    let change = try Hearing(database).follow(progress: progress)
    try WorkWriter(database).refuseRivals()
    try Sealer(database).seal(batch)
    let deliveries = DeliveryReader(database)
    let standing = try deliveries.standing(touchedBy: [undone])
    let staying = try deliveries.statements(of: undone).count { standing[$0] != nil }
    return Withdrawal(
      batch: batch, gone: change.gone, back: change.back, staying: staying, sources: change.sources,
      ladders: change.ladders)
  }
}
