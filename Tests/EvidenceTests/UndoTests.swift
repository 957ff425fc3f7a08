import Archive
import Diplomacy
import Foundation
import TestSupport
import Testing
import Workbench

/// Acceptance of undo: the record without a batch is that of an archive which never saw it, byte for byte.
///
/// Rows of later mappings name actors that earlier ones create, so that their files could not be read without those. Therefore the archive
/// without a batch is not imported anew but made by replaying the log: each other batch's delivery, as it came in, into an empty archive.
@Suite("Undone in the bundled evidence") struct UndoTests {
  private static let last = 16

  @Test("each batch leaves the record as if it had never been", arguments: 1...last)
  func whole(_ batch: Int) throws {
    let archive = try Bundled.copy()
    let before = try archive.record()
    try archive.undo(Int64(batch), reason: "a trial", coder: "", at: "2026-02-01T12:00:00.000Z")
    let expected = try Self.replayed(without: Int64(batch))
    let (record, other) = (try archive.record(), try expected.record())
    #expect(record != before)
    for (table, rows) in other { #expect(record[table] == rows, "\(table)") }
    #expect(try archive.contradictions() == expected.contradictions())
    #expect(
      try archive.log().map(\.statement) == expected.log().map(\.statement), "in the order they are heard in")
  }

  @Test("and brought back, leaves it as it was", arguments: [1, 9])
  func back(_ batch: Int) throws {
    let archive = try Bundled.copy()
    let before = try archive.record()
    let undoing = try archive.undo(Int64(batch), reason: "a trial", coder: "", at: "2026-02-01T12:00:00.000Z")
    try archive.undo(undoing.batch, reason: "it was right", coder: "", at: "2026-02-02T12:00:00.000Z")
    #expect(try archive.record() == before)
    #expect(try archive.check() == [])
  }

  @Test("as known after each batch, is what was on record then")
  func known() throws {
    let growing = try ArchiveStore.inMemory()
    for batch in try Bundled.archive().batches() {
      try growing.append(
        try Bundled.archive().delivery(of: batch.number), at: "2026-01-31T12:00:00.000Z")
      let known = try Bundled.archive().copy(through: Lens(knownBatch: batch.number))
      #expect(try known.record() == growing.record(), "\(batch.batch.file)")
    }
  }

  @Test("the last mapping leaves what an import of the others makes")
  func imported() throws {
    let archive = try Bundled.copy()
    let batches = try archive.batches()
    try archive.undo(Int64(Self.last), reason: "a trial", coder: "", at: "2026-02-01T12:00:00.000Z")
    let other = try ArchiveStore.inMemory()
    var files = 0
    let folder = try ScratchFolder()
    let evidence = folder.path + "/Evidence"
    try FileManager.default.copyItem(atPath: Project.home().evidence, toPath: evidence)
    let mapping = "  - " + batches[Self.last - 1].batch.file.replacing(".csv", with: ".yml") + "\n"
    let manifest = try folder.read("Evidence/evidence.yml")
    #expect(manifest.contains(mapping))
    try folder.write(manifest.replacing(mapping, with: ""), to: "Evidence/evidence.yml")
    try BundledEvidence(Home.find(environment: ["ENTENTE_HOME": folder.path])).record(
      in: other, at: { "2026-01-31T12:00:00.000Z" }, told: { _, _ in files += 1 })
    #expect(files == Self.last - 1)
    #expect(try archive.record() == other.record())
  }

  /// The deliveries of the other batches, in their order, in an archive of their own.
  private static func replayed(without number: Int64) throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    for batch in try Bundled.archive().batches() where batch.number != number {
      try archive.append(
        try Bundled.archive().delivery(of: batch.number), at: "2026-01-31T12:00:00.000Z")
    }
    return archive
  }
}

extension ArchiveStore {
  /// The record: all that the snapshot's tables and the views of works hold, each row as text.
  fileprivate func record() throws -> [String: [String]] {
    let log: Set = [
      "batch", "source_entry", "source_delivery", "ladder_entry", "ladder_delivery", "statement",
      "redelivery",
      "retraction", "undo", "seal", "unheard", "lens",
    ]
    let tables = try query(
      """
      SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
        AND name NOT LIKE 'search%' AND name NOT IN ('delivery', 'heard_statement', 'live_statement', 'claim') ORDER BY 1
      """
    ).rows.map { $0[0].text }.filter { !log.contains($0) }
    var record = Dictionary(
      uniqueKeysWithValues: try tables.map { ($0, try rows("SELECT * FROM \"\($0)\"")) })
    record["search"] = try rows("SELECT kind, entity, text FROM search")
    record["claim"] = try rows(
      "SELECT statement, property, value, certain, side, role, during, source, locator, rank FROM claim")
    return record
  }

  private func rows(_ sql: String) throws -> [String] {
    try query(sql).rows.map { $0.map { "\($0)" }.joined(separator: "|") }.sorted()
  }
}
