import Archive
import Diplomacy
import GRDB
import Testing

@Suite("The log") struct AppendOnlyTests {
  static let tables = [
    "batch", "source_entry", "source_delivery", "ladder_entry", "ladder_delivery", "statement", "redelivery",
    "retraction", "undo", "seal",
  ]

  /// An archive with a row in every table of the log.
  private func full() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    let ladder = Ladder(id: "l", title: "L", source: "a", rungs: [.init(name: "one", labels: ["One"])])
    let said = named("pl")
    try archive.append(
      Delivery(batch: Batch(kind: .edit), sources: sources, ladders: [ladder], statements: [said]),
      at: moment())
    try archive.retract(said.id, reason: "wrong", coder: "x", at: moment(1))
    try archive.deliver([said, named("fr")], at: moment(2))
    try archive.undo(3, reason: "too soon", coder: "x", at: moment(3))
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

  @Test("refuses a replacement, too", arguments: ["source_entry", "statement", "ladder_entry"])
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
      "INSERT INTO batch VALUES (9, 'guess', '', '', '', '', '', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO batch VALUES (9, 'edit', '', '', '', '', '', '2026-01-31')",
      "INSERT INTO batch VALUES (9, 'edit', '', '', '', '', '', NULL)",
      "INSERT INTO batch VALUES (9, 'import', '', '', '', '', 'why', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO batch VALUES (9, 'edit', '', '', '', '', ' ', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO batch VALUES (9, 'undo', '', '', '', '', ' ', '2026-01-31T00:00:00.000Z')",
      "INSERT INTO source_entry VALUES (9, 'd', 'D', NULL, NULL, NULL, 'no json')",
      "INSERT INTO source_entry SELECT 9, id, title, issued, NULL, NULL, csl FROM source_entry",
      "INSERT INTO source_delivery VALUES (99, 1)", "INSERT INTO source_delivery VALUES (1, 99)",
      "INSERT INTO source_delivery VALUES (1, 1)",
      statement(kind: "'thing'"), statement(entity: "''"), statement(says: "'{'"),
      statement(rank: "'best'"), statement(certainty: "'sure'"), statement(batch: "99"),
      statement(batch: "'x'"),
      statement(id: "(SELECT id FROM statement)"), statement(locator: "NULL"),
      "INSERT INTO redelivery VALUES (99, 99, 1)", "INSERT INTO redelivery VALUES (99, 1, 99)",
      "INSERT INTO redelivery SELECT 99, statement, batch FROM redelivery",
      "INSERT INTO retraction VALUES (99, 2)", "INSERT INTO retraction VALUES (1, 99)",
      "INSERT INTO retraction VALUES (1, 2)",
      "INSERT INTO undo VALUES (99, 1)", "INSERT INTO undo VALUES (2, 99)", "INSERT INTO undo VALUES (2, 2)",
      "INSERT INTO undo VALUES (4, 1)",
      "INSERT INTO seal VALUES (99, printf('%064d', 0))", "INSERT INTO seal VALUES (1, printf('%064d', 0))",
      "INSERT INTO ladder_entry VALUES (9, 'm', 'M', 'a', '[')",
      "INSERT INTO ladder_entry SELECT 9, id, title, source, rungs FROM ladder_entry",
      "INSERT INTO ladder_delivery VALUES (99, 1)", "INSERT INTO unheard VALUES (99)",
      "INSERT INTO unheard VALUES (3)",
      "INSERT INTO lens VALUES (2, 'lowest', NULL, NULL, NULL)",
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
    says: String = "'{}'", source: String = "'a'", locator: String = "''", rank: String = "'normal'",
    certainty: String = "'stated'"
  ) -> String {
    """
    INSERT INTO statement VALUES
      (9, \(id), \(batch), \(kind), \(entity), \(says), \(source), \(locator), \(rank), \(certainty), '', '')
    """
  }

  @Test("takes the row that the constraints' examples start from")
  func control() throws {
    let archive = try full()
    try archive.force(Self.statement())
    #expect(try archive.rows("SELECT count(*) FROM statement") == [["3"]])
  }
}
