extension Schema {
  /// The append-only log. Triggers refuse any change to what is written.
  ///
  /// Statements and deliveries of statements on record share one count, `seq`: it is the order in which everything was said.
  /// A source or ladder may come back with other content once the batch that brought it is undone; each content is an entry.
  static let log =
    """
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'edit', 'retraction', 'undo')),
      file TEXT NOT NULL, file_hash TEXT NOT NULL, mapping_hash TEXT NOT NULL,
      coder TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (\(reasons)),
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z')
    ) STRICT;

    CREATE TABLE source_entry (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL, title TEXT NOT NULL,
      issued TEXT, issued_earliest TEXT, issued_latest TEXT,
      csl TEXT NOT NULL CHECK (json_valid(csl)),
      UNIQUE (id, csl)
    ) STRICT;
    CREATE TABLE source_delivery (
      entry INTEGER NOT NULL REFERENCES source_entry, batch INTEGER NOT NULL REFERENCES batch,
      PRIMARY KEY (entry, batch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ladder_entry (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL,
      rungs TEXT NOT NULL CHECK (json_valid(rungs)),
      UNIQUE (id, title, source, rungs)
    ) STRICT;
    CREATE TABLE ladder_delivery (
      entry INTEGER NOT NULL REFERENCES ladder_entry, batch INTEGER NOT NULL REFERENCES batch,
      PRIMARY KEY (entry, batch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE statement (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      batch INTEGER NOT NULL REFERENCES batch,
      kind TEXT NOT NULL CHECK (kind IN ('actor', 'partnership', 'episode', 'event', 'flow', 'observation')),
      entity TEXT NOT NULL CHECK (entity <> ''),
      says TEXT NOT NULL CHECK (json_valid(says)),
      source TEXT NOT NULL,
      locator TEXT NOT NULL,
      rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
      certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'inferred', 'ambiguous')),
      coder TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statement_entity ON statement (entity, kind);
    CREATE INDEX statement_source ON statement (source);
    CREATE INDEX statement_batch ON statement (batch);

    CREATE TABLE sheaf (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES batch,
      kind TEXT NOT NULL CHECK (kind IN ('actor', 'partnership', 'episode', 'event', 'flow', 'observation')),
      first INTEGER NOT NULL, count INTEGER NOT NULL CHECK (count > 0),
      hashes BLOB NOT NULL, content BLOB NOT NULL
    ) STRICT;
    CREATE INDEX sheaf_batch ON sheaf (batch);

    CREATE TABLE redelivery (
      seq INTEGER PRIMARY KEY,
      statement INTEGER NOT NULL REFERENCES statement, batch INTEGER NOT NULL REFERENCES batch,
      UNIQUE (statement, batch)
    ) STRICT;
    CREATE INDEX redelivery_batch ON redelivery (batch);

    CREATE TABLE retraction (
      statement INTEGER NOT NULL REFERENCES statement, batch INTEGER NOT NULL REFERENCES batch,
      PRIMARY KEY (statement, batch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE undo (
      batch INTEGER PRIMARY KEY REFERENCES batch,
      undone INTEGER NOT NULL REFERENCES batch CHECK (undone < batch)
    ) STRICT;

    CREATE TABLE seal (
      batch INTEGER PRIMARY KEY REFERENCES batch, digest TEXT NOT NULL CHECK (length(digest) = 64)
    ) STRICT;

    CREATE TABLE lens (
      id INTEGER PRIMARY KEY CHECK (id = 1), policy TEXT NOT NULL, valid_on TEXT, known_at TEXT,
      known_batch INTEGER
    ) STRICT;
    INSERT INTO lens VALUES (1, 'undecided', NULL, NULL, NULL);
    """ + appendOnly(logTables)

  /// An import needs no reason and has none; an edit has one where it withdraws something.
  static let reasons = """
    CASE kind WHEN 'import' THEN reason = '' WHEN 'edit' THEN reason = '' OR trim(reason) <> '' ELSE trim(reason) <> '' END
    """

  /// The tables that are only ever added to.
  static let logTables = [
    "batch", "source_entry", "source_delivery", "ladder_entry", "ladder_delivery", "statement", "sheaf",
    "redelivery", "retraction", "undo", "seal",
  ]

  static func appendOnly(
    _ tables: [String], instead: String = "the log is append-only: retract a statement instead"
  ) -> String {
    tables.map { table in
      ["UPDATE", "DELETE"].map { verb in
        """

        CREATE TRIGGER \(table)_refuses_\(verb.lowercased()) BEFORE \(verb) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(instead)'); END;
        """
      }.joined()
    }.joined()
  }
}
