import Diplomacy
import GRDB
import Testing

@testable import Archive

@Suite("The chain of seals") struct SealTests {
  /// An archive with a row in every table of the log, and a packed statement that was withdrawn.
  private static func full() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    let ladder = Ladder(id: "l", title: "L", source: "a", rungs: [.init(name: "one", labels: ["One"])])
    try archive.append(
      Delivery(
        batch: Batch(kind: .import, file: "f.csv"), sources: sources, ladders: [ladder],
        statements: [named("pl")]),
      at: moment())
    try archive.append(
      Delivery(
        batch: Batch(kind: .import, file: "much.csv"),
        sheaves: [try sheaf(of: ["fr": "France", "de": "Germany", "it": "Italy"])]),
      at: moment(1))
    let packed = try sheaf(of: ["de": "Germany"]).statement(0)
    try archive.retract(packed.id, reason: "wrong", coder: "x", at: moment(2))
    try archive.deliver([named("pl"), named("es")], at: moment(3))
    try archive.undo(4, reason: "too soon", coder: "x", at: moment(4))
    return archive
  }

  private func broken(_ archive: ArchiveStore) throws -> [String] {
    try archive.database.read { try Sealer($0).findings().map(\.message) }
  }

  @Test("holds for what was recorded, and a copy's does")
  func holds() throws {
    let archive = try Self.full()
    #expect(try archive.check(isDeep: true) == [])
    #expect(try archive.rows("SELECT count(*) FROM seal") == [["5"]])
    #expect(try archive.copy().check(isDeep: true) == [])
    let last = try #require(try archive.lastSeal())
    #expect(last.batch == 5)
    #expect(try archive.rows("SELECT digest FROM seal WHERE batch = 5") == [[last.digest]])
  }

  /// Every column of the log.
  static let columns: [(table: String, column: String)] = {
    guard let archive = try? full() else { return [] }
    return Schema.logTables.flatMap { table in
      let names = (try? archive.rows("SELECT name FROM pragma_table_info('\(table)')")) ?? []
      return names.map { (table, $0[0]) }
    }
  }()

  @Test("finds a change in any column of the log", arguments: columns)
  func changes(_ table: String, _ column: String) throws {
    let archive = try Self.full()
    try archive.force(
      """
      PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
      DROP TRIGGER \(table)_refuses_update;
      UPDATE \(table) SET \(column) = CASE typeof(\(column))
        WHEN 'integer' THEN \(column) + 1000 WHEN 'text' THEN \(column) || ' '
        WHEN 'blob' THEN CAST(substr(\(column), 1, length(\(column)) - 1) || x'01' AS BLOB) END
      WHERE \(column) IS NOT NULL
      """)
    #expect(try archive.check(isDeep: true).contains { $0.rule == "broken-chain" })
  }

  @Test("covers every column of ten tables")
  func count() { #expect(Set(Self.columns.map(\.table)).count == 11 && Self.columns.count > 50) }

  @Test("names the batch that was changed, and none that was not")
  func names() throws {
    let archive = try Self.full()
    try archive.force(
      "DROP TRIGGER statement_refuses_update; UPDATE statement SET note = 'n' WHERE entity = 'pl'")
    #expect(
      try broken(archive) == [
        "batch 1 does not hold: what it brought, or its place as the first, is not what was sealed"
      ])
  }

  @Test("finds a flipped bit in packed statements")
  func packed() throws {
    let archive = try Self.full()
    try archive.force(
      """
      DROP TRIGGER sheaf_refuses_update;
      UPDATE sheaf SET content = CAST(replace(CAST(content AS TEXT), 'France', 'Grance') AS BLOB) WHERE instr(content, 'France')
      """)
    let findings = try archive.check(isDeep: true)
    #expect(
      findings.map(\.message).contains(
        "batch 2 does not hold: what it brought, or its place after batch 1, is not what was sealed"))
  }

  @Test("finds a batch removed with all that it brought, and the order changed")
  func order() throws {
    func change(_ sql: String) throws -> [String] {
      let archive = try ArchiveStore.inMemory()
      for number in 0..<4 { try archive.deliver([named("a\(number)")], at: moment(number)) }
      let triggers = Schema.logTables.flatMap {
        ["DROP TRIGGER \($0)_refuses_update;", "DROP TRIGGER \($0)_refuses_delete;"]
      }
      try archive.force("PRAGMA foreign_keys = OFF;" + triggers.joined() + sql)
      return try broken(archive)
    }
    #expect(try change("") == [])
    let tables = ["statement", "seal", "source_delivery"]
    let removal =
      tables.map { "DELETE FROM \($0) WHERE batch = 2;" }.joined() + "DELETE FROM batch WHERE id = 2;"
    #expect(
      try change(removal) == [
        "batch 3 does not hold: what it brought, or its place after batch 1, is not what was sealed"
      ])
    let swap = (tables.map { ($0, "batch") } + [("batch", "id")]).map { table, column in
      """
      UPDATE \(table) SET \(column) = 99 WHERE \(column) = 2; UPDATE \(table) SET \(column) = 2 WHERE \(column) = 3;
      UPDATE \(table) SET \(column) = 3 WHERE \(column) = 99;
      """
    }
    #expect(try change(swap.joined()).count == 3)
    #expect(try change("DELETE FROM seal WHERE batch = 2").first == "batch 2 has no seal")
  }

  @Test("can be followed by the form that the schema's page gives")
  func form() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(
      Delivery(
        batch: Batch(kind: .edit, file: "f.csv", coder: "kim"),
        sources: [Source(id: "a", title: "Œuvre", issued: nil, csl: #"{"id":"a"}"#)]), at: moment())
    try archive.append(
      Delivery(batch: Batch(kind: .edit), sheaves: [try sheaf(of: ["fr": "France"])]), at: moment(1))
    // By Tests/Fixtures/make_seals.py, which follows the page.
    #expect(
      try archive.rows("SELECT digest FROM seal") == [
        ["70e6ea5dc5170cfbda666856be103231c9a3a3437c371745ebb8f4a027690fc1"],
        ["fd15528ce9e482666905c2a04e2d8d4f469c6b0ece5868cafed6596d7c954dc9"],
      ])
  }
}

@Suite("The check of packed statements") struct PackedCheckTests {
  private func findings(_ sql: String) throws -> [Finding] {
    let archive = try ArchiveStore.inMemory()
    try archive.append(
      Delivery(
        batch: Batch(kind: .import), sources: sources,
        sheaves: [try sheaf(of: ["fr": "France", "de": "Germany"])]), at: moment())
    try archive.retract(
      try sheaf(of: ["de": "Germany"]).statement(0).id, reason: "wrong", coder: "", at: moment(1))
    try archive.force("DROP TRIGGER sheaf_refuses_update; DROP TRIGGER statement_refuses_update;" + sql)
    return try archive.check()
  }

  @Test("finds those that cannot be read, or found, or are not what stands in a row of its own")
  func damage() throws {
    #expect(try findings("") == [])
    for sql in [
      "UPDATE sheaf SET content = substr(content, 1, 40)",
      "UPDATE sheaf SET content = CAST(x'00' || content AS BLOB)",
      "UPDATE sheaf SET hashes = zeroblob(8)", "UPDATE sheaf SET count = 3",
    ] {
      #expect(try findings(sql).map(\.rule) == ["damaged-sheaf"], "\(sql)")
    }
    #expect(try findings("UPDATE statement SET locator = 'p. 2'").map(\.rule).contains("changed-statement"))
    #expect(try findings("UPDATE sheaf SET first = first + 1").map(\.rule).contains("changed-statement"))
  }
}
