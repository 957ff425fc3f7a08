import Diplomacy
import Testing

@testable import Archive

/// The snapshot is kept as statements come and go; made anew from the log, it must be the same.
@Suite("The snapshot") struct RebuildTests {
  /// The rows of every snapshot table, and what the search index holds.
  private func snapshot(_ archive: ArchiveStore) throws -> [String: [String]] {
    var tables = Dictionary(
      uniqueKeysWithValues: try ArchiveStore.snapshotTables.map { ($0, try archive.contents(of: $0)) })
    tables["search"] = try archive.rows("SELECT kind, entity, text FROM search").map { "\($0)" }.sorted()
    tables["search_row"] = try archive.rows("SELECT kind, entity FROM search_row").map { "\($0)" }.sorted()
    return tables
  }

  private func rebuilt(_ archive: ArchiveStore) throws -> [String: [String]] {
    let copy = try archive.copy()
    try copy.database.write { try SnapshotWriter($0).rebuild() }
    return try snapshot(copy)
  }

  @Test("is what the log comes to after every delivery and retraction", arguments: 0..<10)
  func follows(_ seed: Int) throws {
    var record = RandomRecord(seed: seed)
    let archive = try ArchiveStore.inMemory()
    var live: [Statement] = []
    for step in 0..<16 {
      if !live.isEmpty, record.chance(0.3) {
        let gone = live.remove(at: Int.random(in: 0..<live.count, using: &record.random))
        try archive.retract(gone.id, reason: "wrong", coder: "", at: moment(step))
      } else {
        let said = try (0..<Int.random(in: 1...4, using: &record.random)).map { _ in try record.statement() }
        try archive.deliver(said, at: moment(step))
        live = try archive.log().filter { $0.retraction == nil }.map(\.statement)
      }
      let (kept, made) = (try snapshot(archive), try rebuilt(archive))
      for (table, rows) in made where kept[table] != rows {
        let difference = Set(kept[table] ?? []).symmetricDifference(rows).sorted()
        Issue.record("step \(step), \(table): \(difference.prefix(4))")
        return
      }
    }
    #expect(try archive.check().filter { Self.storage.contains($0.rule) } == [])
  }

  private static let storage: Set<String> = [
    "damaged-file", "broken-foreign-key", "changed-statement", "stale-snapshot",
  ]

  @Test("is the same whether statements come one by one or together", arguments: 100..<106)
  func together(_ seed: Int) throws {
    var record = RandomRecord(seed: seed)
    let said = try (0..<30).map { _ in try record.statement() }
    let (one, all) = (try ArchiveStore.inMemory(), try ArchiveStore.holding(said))
    for statement in said { try one.deliver([statement]) }
    #expect(try snapshot(one) == snapshot(all))
  }
}
