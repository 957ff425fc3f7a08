import Diplomacy
import GRDB
import Testing

@testable import Archive

@Suite("An archive of release 0.1.0") struct MigrationTests {
  /// Writes one, with more SQL on top.
  private func write(_ path: String, _ sql: String = "") throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL;" + Release1.sql + sql)
      try $0.checkpoint(.truncate)
    }
    try queue.close()
  }

  private func schema(_ archive: ArchiveStore) throws -> [[String]] {
    try archive.rows("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")
  }

  @Test(
    "is brought to the present schema, whether opened to write or to read",
    arguments: [true, false])
  func forward(_ isForReading: Bool) throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      try write(path)
      let archive = try isForReading ? ArchiveStore.openForReading(at: path) : ArchiveStore.open(at: path)
      // The one thing that the fixture leaves out.
      #expect(
        try archive.check(isDeep: true).map(\.message) == [
          "de-berlin succeeds de-east-berlin, which is not recorded"
        ])
      #expect(try schema(archive) == schema(.inMemory()))
      #expect(try archive.rows("PRAGMA user_version") == [["5"]])
      // The retraction is a batch, in its time.
      #expect(
        try archive.rows("SELECT id, kind, file, coder, reason, recorded_at FROM batch") == [
          ["1", "import", "sources.json", "", "", "2026-11-22T10:24:27.122Z"],
          ["2", "import", "places.csv", "", "", "2026-11-22T10:24:27.145Z"],
          ["3", "import", "survey_starts.csv", "", "", "2026-11-22T10:24:27.422Z"],
          ["4", "retraction", "", "", "acceptance", "2026-11-22T10:25:15.876Z"],
          ["5", "edit", "", "kim", "", "2026-11-22T10:30:00.000Z"],
        ])
      #expect(
        try archive.rows("SELECT seq, batch FROM statement")
          == [
            ["2", "2"], ["5", "2"], ["52", "2"], ["150", "2"], ["206", "2"], ["875", "3"], ["1105", "5"],
          ])
      #expect(try archive.rows("SELECT * FROM retraction") == [["875", "4"]])
      #expect(
        try archive.rows("SELECT id, batch FROM source_entry JOIN source_delivery ON entry = seq")
          == [["iso-3166", "1"], ["kaminski-2019", "1"]])
      #expect(
        try archive.rows(
          "SELECT position, name, (SELECT count(*) FROM rung_label l WHERE l.position = r.position) FROM rung r"
        )
        .map { $0[2] } == ["1", "4", "1", "3"])
      #expect(try archive.rows("SELECT id FROM actor") == [["cn"], ["cn-beijing"], ["de"], ["de-berlin"]])
      #expect(try archive.rows("SELECT * FROM partnership") == [])
      let before = try archive.copy(through: Lens(knownAt: "2026-11-22T10:25:00.000Z"))
      #expect(try before.rows("SELECT id FROM partnership") == [["de-berlin+cn-beijing"]])
      #expect(try before.rows("SELECT * FROM observation") == [])
    }
  }

  @Test("keeps what is brought again and withdrawn afterwards")
  func goesOn() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      // A retraction in the moment of the last batch, with a reason that says nothing.
      try write(path, "INSERT INTO retraction VALUES (1105, ' ', 'kim', '2026-11-22T10:30:00.000Z');")
      let archive = try ArchiveStore.open(at: path)
      #expect(
        try archive.rows("SELECT id, kind, reason FROM batch WHERE id > 4")
          == [["5", "edit", ""], ["6", "retraction", "no reason given"]])
      try archive.undo(4, reason: "it was right", coder: "", at: "2026-11-23T00:00:00.000Z")
      #expect(try archive.rows("SELECT id FROM partnership") == [["de-berlin+cn-beijing"]])
      #expect(try !ArchiveStore.open(at: path).check(isDeep: true).contains { $0.rule == "broken-chain" })
    }
  }

  @Test("that cannot be brought forward stays as it is")
  func refused() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      try write(path, "DROP TABLE rung_label;")
      func contents() throws -> [[String]] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
          let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY 1"
          )
          let rows = try (["sqlite_schema", "pragma_user_version"] + tables).map { table in
            try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map(\.description)
          }
          return rows
        }
      }
      let before = try contents()
      for open in [ArchiveStore.open, { try ArchiveStore.openForReading(at: $0) }] {
        guard case .storage(path, _) = failure(try open(path)) else {
          Issue.record("opened what is no archive of any release")
          return
        }
      }
      #expect(try contents() == before)
    }
  }
}

@Suite("An archive of schema version 2") struct Version2Tests {
  @Test("is brought to the present schema, its record as it was")
  func forward() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      let archive = try ArchiveStore.create(at: path)
      try archive.deliver([named("a1"), say(.partnership, "p", ["party": "a1", "established": "1980"])])
      let findings = try archive.check()
      let before = try ArchiveStore.snapshotTables.map { try archive.contents(of: $0) }
      // What version 3 added and took away.
      try archive.force(
        Self.formerRule + Self.later
          + """
          DROP TABLE ledger; DROP TABLE ledger_change; PRAGMA user_version = 2;
          CREATE INDEX partnership_row_kind ON partnership_row (kind);
          CREATE INDEX partnership_row_established ON partnership_row (established_earliest);
          UPDATE grdb_migrations SET identifier = '2';
          """)
      try archive.database.close()
      let opened = try ArchiveStore.openForReading(at: path)
      #expect(try opened.rows("PRAGMA user_version") == [["5"]])
      let names = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
      #expect(try opened.rows(names) == ArchiveStore.inMemory().rows(names))
      #expect(try ArchiveStore.snapshotTables.map { try opened.contents(of: $0) } == before)
      #expect(try opened.check() == findings)
    }
  }

  @Test("and one of version 3 take corrections, which have a reason")
  func corrections() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      let archive = try ArchiveStore.create(at: path)
      let (old, new) = (named("a1", "One"), named("a1", "Eins"))
      try archive.deliver([old])
      try archive.force(
        Self.formerRule + Self.later + "PRAGMA user_version = 3; UPDATE grdb_migrations SET identifier = '3';"
      )
      try archive.database.close()
      let opened = try ArchiveStore.open(at: path)
      #expect(try opened.rows("PRAGMA user_version") == [["5"]])
      let batch = "SELECT sql FROM sqlite_schema WHERE name = 'batch'"
      #expect(try opened.rows(batch) == ArchiveStore.inMemory().rows(batch))
      try opened.append(
        Delivery(batch: Batch(kind: .edit, reason: "misread"), statements: [new], retracting: [old.id]),
        at: moment(1))
      #expect(try opened.rows("SELECT name FROM actor") == [["Eins"]])
      #expect(try opened.check(isDeep: true) == [])
      #expect(failure(try opened.retract(new.id, reason: " ", coder: "", at: moment(2))) != nil)
    }
  }

  @Test("and one of version 4 take corpora")
  func corpora() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      let archive = try ArchiveStore.create(at: path)
      try archive.deliver([named("a1", "One")])
      try archive.force(Self.later + "PRAGMA user_version = 4; UPDATE grdb_migrations SET identifier = '4';")
      try archive.database.close()
      let opened = try ArchiveStore.openForReading(at: path)
      let schema = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
      #expect(try opened.rows(schema) == ArchiveStore.inMemory().rows(schema))
      #expect(try opened.corpora() == [] && opened.check(isDeep: true) == [])
    }
  }

  /// Takes away what version 5 added.
  private static let later = """
    DROP TABLE qda_file; DROP TABLE qda_project; DROP TABLE adjudication; DROP TABLE coding; DROP TABLE assignment;
    DROP TABLE wave; DROP TABLE code; DROP TABLE codebook_version; DROP TABLE codebook;
    DROP TABLE cluster_member; DROP TABLE duplicate_search; DROP TABLE document_search; DROP TABLE document;
    DROP TABLE corpus_import; DROP TABLE corpus;

    """

  /// What versions 2 and 3 held of reasons.
  private static let formerRule = """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (' || '\(Schema.reasons.replacing("'", with: "''"))' || ')',
      'CHECK ((trim(reason) <> '''') = (kind IN (''retraction'', ''undo'')))') WHERE name = 'batch';
    PRAGMA writable_schema = RESET;

    """
}
