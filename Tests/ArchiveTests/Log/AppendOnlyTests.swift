import Archive
import Diplomacy
import GRDB
import Testing

@Suite("The log") struct AppendOnlyTests {
  static let tables = ["batch", "source", "statement", "retraction", "ladder", "rung", "rung_label"]

  /// An archive with a row in every table of the log.
  private func full() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    let ladder = Ladder(id: "l", title: "L", source: "a", rungs: [.init(name: "one", labels: ["One"])])
    let said = named("pl")
    try archive.append(
      Delivery(batch: Batch(kind: .edit), sources: sources, ladders: [ladder], statements: [said]),
      at: moment())
    try archive.retract(said.id, reason: "wrong", coder: "x", at: moment(1))
    return archive
  }

  @Test("refuses to change or delete a row", arguments: tables)
  func refuses(_ table: String) throws {
    let archive = try full()
    let before = try archive.everything()
    #expect(before[table]?.isEmpty == false)
    let column = try archive.rows("SELECT name FROM pragma_table_info('\(table)') LIMIT 1")[0][0]
    for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      let error = #expect(throws: DatabaseError.self) { try archive.force(sql) }
      #expect(error?.message == "the log is append-only: retract a statement instead")
    }
    #expect(try archive.everything() == before)
  }

  @Test("refuses a replacement, too", arguments: ["source", "statement", "ladder"])
  func refusesReplacement(_ table: String) throws {
    let archive = try full()
    let before = try archive.everything()
    _ = try? archive.force("REPLACE INTO \(table) SELECT * FROM \(table)")
    #expect(try archive.everything() == before)
  }

  /// What each constraint of the schema forbids.
  @Test(
    "refuses rows that cannot be",
    arguments: [
      "INSERT INTO batch VALUES (9, 'guess', '', '', '', '', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO batch VALUES (9, 'edit', '', '', '', '', '2026-01-31')",
      "INSERT INTO batch VALUES (9, 'edit', '', '', '', '', NULL)",
      "INSERT INTO source VALUES ('d', 'D', NULL, NULL, NULL, 'no json', 1)",
      "INSERT INTO source VALUES ('d', 'D', NULL, NULL, NULL, '{}', 99)",
      "INSERT INTO source VALUES ('a', 'A', NULL, NULL, NULL, '{}', 1)",
      statement(kind: "'thing'"), statement(entity: "''"), statement(says: "'{'"),
      statement(source: "'nobody'"),
      statement(rank: "'best'"), statement(certainty: "'sure'"), statement(batch: "99"),
      statement(batch: "'x'"),
      statement(id: "(SELECT id FROM statement)"), statement(locator: "NULL"),
      "INSERT INTO retraction VALUES (99, 'r', '', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO retraction VALUES (1, 'again', '', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO retraction SELECT seq + 1, '', '', '' FROM statement",
      "INSERT INTO ladder VALUES ('m', 'M', 'nobody')", "INSERT INTO rung VALUES ('nobody', 0, 'x')",
      "INSERT INTO rung VALUES ('l', 0, 'x')", "INSERT INTO rung_label VALUES ('l', 'x', 7, 'X')",
      "INSERT INTO rung_label VALUES ('l', 'one', 0, 'ONE')",
      "INSERT INTO lens VALUES (2, 'lowest', NULL, NULL)",
      "INSERT INTO name VALUES ('nobody', 'name', 'x', 'x')",
      "INSERT INTO inventory VALUES ('nobody', 'a')",
      "INSERT INTO actor VALUES ('x', NULL, NULL, 'x', 2, NULL, NULL, NULL, NULL, NULL, NULL)",
    ])
  func constraints(_ sql: String) throws {
    let archive = try full()
    let before = try archive.everything()
    let error = #expect(throws: DatabaseError.self) { try archive.force(sql) }
    #expect([.SQLITE_CONSTRAINT].contains(error?.resultCode), "\(String(describing: error))")
    #expect(try archive.everything() == before)
  }

  /// A row that is right but for one value.
  private static func statement(
    id: String = "'s-2'", batch: String = "1", kind: String = "'actor'", entity: String = "'x'",
    says: String = "'{}'",
    source: String = "'a'", locator: String = "''", rank: String = "'normal'", certainty: String = "'stated'"
  ) -> String {
    """
    INSERT INTO statement VALUES
      (2, \(id), \(batch), \(kind), \(entity), \(says), \(source), \(locator), \(rank), \(certainty), '', '', '')
    """
  }

  @Test("takes the row that the constraints' examples start from")
  func control() throws {
    let archive = try full()
    try archive.force(Self.statement())
    #expect(try archive.rows("SELECT count(*) FROM statement") == [["2"]])
  }
}
