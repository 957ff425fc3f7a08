extension Schema {
  /// The append-only log. Triggers refuse any change to what is written.
  static let log = """
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'edit')),
      file TEXT NOT NULL, file_hash TEXT NOT NULL, mapping_hash TEXT NOT NULL,
      coder TEXT NOT NULL,
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z')
    ) STRICT;

    CREATE TABLE source (
      id TEXT PRIMARY KEY, title TEXT NOT NULL,
      issued TEXT, issued_earliest TEXT, issued_latest TEXT,
      csl TEXT NOT NULL CHECK (json_valid(csl)),
      batch INTEGER NOT NULL REFERENCES batch
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE statement (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      batch INTEGER NOT NULL REFERENCES batch,
      kind TEXT NOT NULL CHECK (kind IN ('actor', 'partnership', 'episode', 'event', 'flow', 'observation')),
      entity TEXT NOT NULL CHECK (entity <> ''),
      says TEXT NOT NULL CHECK (json_valid(says)),
      source TEXT NOT NULL REFERENCES source,
      locator TEXT NOT NULL,
      rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
      certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'inferred', 'ambiguous')),
      coder TEXT NOT NULL,
      note TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statement_entity ON statement (entity, kind);
    CREATE INDEX statement_source ON statement (source);

    CREATE TABLE retraction (
      statement INTEGER PRIMARY KEY REFERENCES statement,
      reason TEXT NOT NULL CHECK (reason <> ''),
      coder TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE ladder (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL REFERENCES source
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rung (
      ladder TEXT NOT NULL REFERENCES ladder, position INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY (ladder, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rung_label (
      ladder TEXT NOT NULL, folded TEXT NOT NULL, position INTEGER NOT NULL, label TEXT NOT NULL,
      PRIMARY KEY (ladder, folded),
      FOREIGN KEY (ladder, position) REFERENCES rung
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lens (
      id INTEGER PRIMARY KEY CHECK (id = 1), policy TEXT NOT NULL, valid_on TEXT, known_at TEXT
    ) STRICT;
    INSERT INTO lens VALUES (1, 'undecided', NULL, NULL);
    """ + appendOnly(["batch", "source", "statement", "retraction", "ladder", "rung", "rung_label"])

  private static func appendOnly(_ tables: [String]) -> String {
    tables.map { table in
      ["UPDATE", "DELETE"].map { verb in
        """

        CREATE TRIGGER \(table)_refuses_\(verb.lowercased()) BEFORE \(verb) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract a statement instead'); END;
        """
      }.joined()
    }.joined()
  }
}
