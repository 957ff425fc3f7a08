public import Archive
public import Diplomacy

/// What differs between two looks at a record, or between two archives, and which results move with it.
public struct RecordDifference: Sendable {
  /// A published figure that the two sides judge or compute otherwise.
  public struct Move: Sendable {
    public let before: CheckResult
    public let after: CheckResult
  }

  public let entities: [EntityChange]
  /// Identifiers of sources and ladders that only one side has on record, or that differ.
  public let sources: (added: [String], gone: [String])
  public let ladders: (added: [String], gone: [String])
  public let contradictions: (appeared: [Contradiction], gone: [Contradiction])
  /// Nil where the results were left out.
  public let moves: [Move]?

  /// - Parameters:
  ///   - isSameLog: whether both are copies of one archive, which is quicker.
  ///   - studies: whose results are compared; nil leaves them out.
  ///   - told: what is being done, for people who wait.
  public init(
    from before: ArchiveStore, to after: ArchiveStore, isSameLog: Bool, studies: [Study]?,
    told: (String) -> Void = { _ in }
  ) throws {
    told("comparing entities")
    let entities = try before.changes(to: after, isSameLog: isSameLog)
    try self.init(entities, from: before, to: after, studies: studies, told: told)
  }

  /// Of these entities, of which something was said or withdrawn; nothing else can differ of any.
  public init(
    among entities: Set<EntityReference>, from before: ArchiveStore, to after: ArchiveStore, studies: [Study]?
  ) throws {
    let changes = try before.changes(to: after, among: entities)
    try self.init(changes, from: before, to: after, studies: studies, told: { _ in })
  }

  private init(
    _ entities: [EntityChange], from before: ArchiveStore, to after: ArchiveStore, studies: [Study]?,
    told: (String) -> Void
  ) throws {
    self.entities = entities
    sources = try Self.works("SELECT id, csl FROM source ORDER BY id", before, after)
    ladders = try Self.works(
      "SELECT ladder, group_concat(position || folded) FROM rung_label GROUP BY ladder ORDER BY ladder",
      before,
      after)
    let (old, new) = (try before.contradictions(), try after.contradictions())
    let (had, has) = (Set(old), Set(new))
    contradictions = (new.filter { !had.contains($0) }, old.filter { !has.contains($0) })
    moves = try studies?.flatMap { study -> [Move] in
      told("recomputing \(study.id)")
      return try zip(StudyRunner(before).check(study), StudyRunner(after).check(study))
        .filter { $0.status != $1.status || $0.computed != $1.computed }.map(Move.init)
    }
  }

  public var isEmpty: Bool {
    entities.isEmpty && sources.added.isEmpty && sources.gone.isEmpty && ladders.added.isEmpty
      && ladders.gone.isEmpty && contradictions.appeared.isEmpty && contradictions.gone.isEmpty
      && (moves ?? []).isEmpty
  }

  private static func works(
    _ sql: String, _ before: ArchiveStore, _ after: ArchiveStore
  ) throws -> (added: [String], gone: [String]) {
    let (old, new) = (try before.query(sql).rows, try after.query(sql).rows)
    return (
      new.filter { !old.contains($0) }.map { $0[0].text }, old.filter { !new.contains($0) }.map { $0[0].text }
    )
  }
}
