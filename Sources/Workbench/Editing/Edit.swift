public import Archive
public import Diplomacy

/// A change of the record by one person, as it is to be kept: a batch of its own, which can be undone.
public enum Edit: Hashable, Sendable {
  /// A further statement; with the source that it brings, and the statement in whose place it stands, where it corrects one.
  case record(Diplomacy.Statement, source: Source?, replacing: Diplomacy.Statement?, reason: String)
  case withdraw(StatementID, reason: String, coder: String)
  case undo(Int64, reason: String, coder: String)

  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// It is kept, as that batch.
    case kept(batch: Int64)
    /// It is on record already, word for word, by that batch: nothing was recorded.
    case known(batch: Int64?)
  }

  /// Writes it into the archive, whole or not at all.
  ///
  /// - Parameter moment: the record time, as for `ArchiveStore.append`.
  /// - Throws: as `ArchiveStore.append`, `.retract` and `.undo` do.
  @discardableResult
  public func carryOut(in archive: ArchiveStore, at moment: String) throws -> Outcome {
    switch self {
    case .record(let statement, let source, let replaced, let reason):
      let delivery = Delivery(
        batch: Batch(kind: .edit, coder: statement.coder, reason: replaced == nil ? "" : reason),
        sources: [source].compactMap(\.self), statements: [statement],
        retracting: [replaced?.id].compactMap(\.self))
      // What is known already would be recorded once more, as said again: an edit that changes nothing is none. Nor is one that puts in a
      // statement's place what was withdrawn, and stays so.
      let known = try archive.log(of: statement.entity).first { $0.statement.id == statement.id }
      if let known, replaced == nil || known.retraction != nil { return .known(batch: known.batch) }
      let receipt = try archive.append(delivery, at: moment)
      return receipt.batch.map(Outcome.kept) ?? .known(batch: receipt.holder)
    case .withdraw(let id, let reason, let coder):
      return .kept(batch: try archive.retract(id, reason: reason, coder: coder, at: moment))
    case .undo(let batch, let reason, let coder):
      return .kept(batch: try archive.undo(batch, reason: reason, coder: coder, at: moment).batch)
    }
  }

  /// All that anything is said of, or no longer, by it.
  public func entities(in archive: ArchiveStore) throws -> Set<EntityReference> {
    switch self {
    case .record(let statement, _, let replaced, _):
      Set([statement.entity, replaced?.entity].compactMap(\.self))
    case .withdraw(let id, _, _): Set([try archive.standing(id)?.entity].compactMap(\.self))
    case .undo(let batch, _, _): try archive.entities(touchedBy: batch)
    }
  }
}

extension ArchiveStore {
  /// The statement of that identifier, unless it is withdrawn or there is none.
  public func standing(_ id: StatementID) throws -> Diplomacy.Statement? {
    try logged(id).flatMap { $0.retraction == nil ? $0.statement : nil }
  }
}
