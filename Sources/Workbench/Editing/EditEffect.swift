public import Archive
import Chronology
import Diplomacy

/// What an edit would do: found by carrying it out on a copy in memory.
public struct EditEffect: Sendable {
  /// Of what is known, what contradicts, and which published figures move.
  public let difference: RecordDifference
  /// Of the tables that somebody is looking at, those of which a cell moves.
  public let tables: [TableEffect]
  /// How many tables were looked at.
  public let tableCount: Int

  /// The most things that an edit may touch to be weighed beside the pages.
  public static let limit = 20_000

  /// - Parameters:
  ///   - moment: the record time that it would have.
  ///   - studies: whose results are compared; nil leaves them out.
  ///   - tables: what somebody is looking at; those that the record has no answer to are passed over.
  /// - Throws: what carrying it out throws; nil where it touches more than `limit` things.
  public init?(
    of edit: Edit, in archive: ArchiveStore, studies: [Study]?, tables: [OpenTable], at moment: String
  ) throws {
    let entities = try edit.entities(in: archive)
    guard entities.count <= Self.limit else { return nil }
    let copy = try archive.copy()
    try edit.carryOut(in: copy, at: moment)
    difference = try RecordDifference(among: entities, from: archive, to: copy, studies: studies)
    tableCount = tables.count
    self.tables = try tables.compactMap { table in
      guard let before = try table.answer(from: archive), let after = try table.answer(from: copy) else {
        return nil
      }
      let effect = TableEffect(table, from: before, to: after)
      return effect.cells.isEmpty ? nil : effect
    }
  }

  public var isEmpty: Bool { difference.isEmpty && tables.isEmpty }
}
