public import Archive
import Diplomacy
public import Dispatch
import Synchronization
import Workbench

/// What an observatory needs to be edited: the archive, open to write to.
public final class Editor: Sendable {
  private let archive: ArchiveStore
  private let effects = OncePerVersion<Weighed>()
  private let patience: DispatchTimeInterval
  /// One writes at a time: of two forms sent at once, the second finds what the first has kept.
  private let turn = Mutex(())

  /// - Parameters:
  ///   - archive: the same that the site shows, open to write to.
  ///   - patience: how long a page waits to be told what an edit would do.
  public init(_ archive: ArchiveStore, patience: DispatchTimeInterval = .seconds(3)) {
    self.archive = archive
    self.patience = patience
  }

  /// What an edit would do, as far as that is known.
  enum Weighed: Sendable {
    case weighing
    case weighed(EditEffect)
    /// It touches more than can be weighed.
    case tooLarge
    /// It cannot be done, for this reason.
    case hindered(String)
  }

  func keep(_ edit: Edit) throws -> Edit.Outcome {
    try turn.withLock { _ in try edit.carryOut(in: archive, at: Moment.now()) }
  }

  /// What an edit would do to the record and to the tables that a session looks at: found once for each version of the record, beside the pages.
  func weigh(_ edit: Edit, for session: Session, over record: Record) throws -> Weighed {
    let tables = session.tables
    let name = Self.name(edit) + "|\(tables.map(\.address))"
    // To recompute the studies twice would take minutes.
    let studies = try record.archive.hasPartnerships(over: Weights.limit) ? nil : record.studies()
    return try record.made(effects, name, by: .now() + patience) {
      [archive = record.archive] in
      do {
        let effect = try EditEffect(of: edit, in: archive, studies: studies, tables: tables, at: Moment.now())
        return effect.map(Weighed.weighed) ?? .tooLarge
      } catch {
        guard let hindrance = Hindrance(error) else { throw error }
        return .hindered(hindrance.text)
      }
    } ?? .weighing
  }

  /// What tells an edit from every other.
  private static func name(_ edit: Edit) -> String {
    switch edit {
    case .record(let statement, let source, let replaced, let reason):
      "\(statement.id) \(replaced?.id.text ?? "") \(source?.csl ?? "") \(reason)"
    case .withdraw(let id, let reason, let coder): "withdraw \(id) \(coder) \(reason)"
    case .undo(let batch, let reason, let coder): "undo \(batch) \(coder) \(reason)"
    }
  }
}
