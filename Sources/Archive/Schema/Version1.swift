import Diplomacy
import GRDB

/// The log of an archive of schema version 1 (release 0.1.0), on its way into the present one.
///
/// There, a retraction was no batch, it had its reason, coder and moment itself; what a batch brought again was not noted; a ladder had no
/// batch; and sources and ladders were tables, not views of what is heard.
struct Version1 {
  private let database: Database

  /// Sets the log aside and clears the file of the old schema, snapshot and all.
  init(_ database: Database) throws {
    self.database = database
    for table in Self.log {
      try database.execute(sql: "CREATE TEMP TABLE old_\(table) AS SELECT * FROM main.\(table)")
    }
    // Views hang on tables; a virtual table takes its shadows with it.
    for type in ["view", "virtual", "table"] {
      let names = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = ?
            AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
          """, arguments: [type])
      for name in names {
        try database.execute(sql: "DROP \(type == "view" ? "VIEW" : "TABLE") main.\(name)")
      }
    }
  }

  private static let log = [
    "batch", "source", "statement", "retraction", "ladder", "rung", "rung_label", "lens",
  ]

  /// Writes the log into the new tables, makes the snapshot, and seals each batch.
  func record() throws {
    let numbers = try recordBatches()
    for (old, new) in numbers {
      try database.execute(sql: "INSERT INTO old_number VALUES (?, ?)", arguments: [old, new])
    }
    try database.execute(sql: Self.copying)
    try recordLadders()
    for table in Self.log + ["number"] { try database.execute(sql: "DROP TABLE temp.old_\(table)") }
    try SnapshotWriter(database).rebuild()
    try Sealer(database).sealAll()
  }

  /// Numbers the batches anew, each retraction a batch after those recorded before it. The old numbers with the new.
  private func recordBatches() throws -> [Int64: Int64] {
    try database.execute(sql: "CREATE TEMP TABLE old_number (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
    let log = { (moment: String) in LogWriter(database, moment: moment, progress: nil) }
    var retractions = try Row.fetchAll(
      database,
      sql: """
        SELECT r.*, s.batch FROM old_retraction r JOIN old_statement s ON s.seq = r.statement
        ORDER BY r.recorded_at, r.statement
        """)
    var numbers: [Int64: Int64] = [:]
    /// Writes the retractions that are older than the moment, and of statements that are there.
    func retract(before moment: String?) throws {
      var later: [Row] = []
      for row in retractions {
        guard moment.map({ row["recorded_at"] < $0 }) ?? true, numbers[row["batch"]] != nil else {
          later.append(row)
          continue
        }
        let reason: String = row["reason"]
        let batch = try log(row["recorded_at"]).insert(
          Batch(
            kind: .retraction, coder: row["coder"],
            reason: reason.allSatisfy(\.isWhitespace) ? "no reason given" : reason))
        try database.execute(
          sql: "INSERT INTO retraction VALUES (?, ?)", arguments: [row["statement"] as Int64, batch])
      }
      retractions = later
    }
    for row in try Row.fetchAll(database, sql: "SELECT * FROM old_batch ORDER BY id") {
      try retract(before: row["recorded_at"])
      numbers[row["id"]] = try log(row["recorded_at"]).insert(
        Batch(
          kind: row["kind"] == "import" ? .import : .edit, file: row["file"], fileHash: row["file_hash"],
          mappingHash: row["mapping_hash"], coder: row["coder"]))
    }
    try retract(before: nil)
    return numbers
  }

  private static let copying = """
    INSERT INTO statement (seq, id, batch, kind, entity, says, source, locator, rank, certainty, coder, note)
    SELECT seq, id, new, kind, entity, says, source, locator, rank, certainty, coder, note
    FROM old_statement JOIN old_number ON old = batch ORDER BY seq;

    INSERT INTO source_entry (id, title, issued, issued_earliest, issued_latest, csl)
    SELECT id, title, issued, issued_earliest, issued_latest, csl FROM old_source ORDER BY batch, id;

    INSERT INTO source_delivery
    SELECT seq, new FROM source_entry JOIN old_source USING (id) JOIN old_number ON old = batch ORDER BY seq;

    UPDATE lens SET (policy, valid_on, known_at) = (SELECT policy, valid_on, known_at FROM old_lens);
    """

  /// A ladder is taken for one that came in with its source.
  private func recordLadders() throws {
    let works = WorkWriter(database)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT l.id, l.title, l.source, new AS batch
        FROM old_ladder l JOIN old_source s ON s.id = l.source JOIN old_number ON old = s.batch ORDER BY new, l.id
        """)
    for row in rows {
      let rungs = try Row.fetchAll(
        database, sql: "SELECT position, name FROM old_rung WHERE ladder = ? ORDER BY position",
        arguments: [row["id"] as String])
      let ladder = Ladder(
        id: row["id"], title: row["title"], source: SourceID(row["source"]),
        rungs: try rungs.map { rung in
          Ladder.Rung(
            name: rung["name"],
            labels: try String.fetchAll(
              database, sql: "SELECT label FROM old_rung_label WHERE ladder = ? AND position = ?",
              arguments: [row["id"] as String, rung["position"] as Int]))
        })
      try works.insert(.init(work: ladder, entry: nil, isOnRecord: false), batch: row["batch"])
    }
  }
}
