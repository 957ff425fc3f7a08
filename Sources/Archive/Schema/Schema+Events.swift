extension Schema {
  /// What happened, what moved, what was counted; where sources disagree; the search index.
  static let snapshotOfEvents = """
    CREATE TABLE event (
      id TEXT PRIMARY KEY, type TEXT, title TEXT NOT NULL,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      modality TEXT, outcome TEXT, precedence TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_date ON event (date_earliest, date_latest);
    CREATE TABLE participant (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
      slot INTEGER NOT NULL, actor TEXT NOT NULL, role TEXT, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      PRIMARY KEY (event, slot, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX participant_actor ON participant (actor);
    CREATE TABLE event_channel (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE, channel TEXT NOT NULL, PRIMARY KEY (event, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event_initiative (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE, initiative TEXT NOT NULL,
      PRIMARY KEY (event, initiative)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event_partnership (
      event TEXT NOT NULL REFERENCES event ON DELETE CASCADE, partnership TEXT NOT NULL,
      PRIMARY KEY (event, partnership)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_partnership_partnership ON event_partnership (partnership);

    CREATE TABLE flow (
      id TEXT PRIMARY KEY, event TEXT, item TEXT,
      quantity TEXT, quantity_lowest REAL, quantity_highest REAL, unit TEXT,
      value TEXT, value_lowest REAL, value_highest REAL, currency TEXT,
      terms TEXT, outcome TEXT,
      affected TEXT, affected_lowest REAL, affected_highest REAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX flow_event ON flow (event);

    CREATE TABLE observation (
      id TEXT PRIMARY KEY, measure TEXT, subject TEXT, area TEXT, topic TEXT,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      value TEXT, value_lowest REAL, value_highest REAL, unit TEXT, base TEXT, inventory TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX observation_measure ON observation (measure);
    CREATE TABLE observation_part (
      observation TEXT NOT NULL REFERENCES observation ON DELETE CASCADE, part TEXT NOT NULL,
      PRIMARY KEY (observation, part)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE contradiction (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, entity TEXT NOT NULL, property TEXT NOT NULL, side TEXT,
      type TEXT NOT NULL CHECK (type IN ('existence', 'date', 'level', 'amount', 'activity', 'identity')),
      rule TEXT NOT NULL CHECK (rule IN ('statements', 'sum', 'census', 'mirrored', 'activity'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contradiction_entity ON contradiction (entity, kind);
    CREATE TABLE contradiction_value (
      contradiction TEXT NOT NULL REFERENCES contradiction ON DELETE CASCADE,
      position INTEGER NOT NULL, value TEXT NOT NULL, statement TEXT
    ) STRICT;
    CREATE INDEX contradiction_value_contradiction ON contradiction_value (contradiction);

    CREATE VIRTUAL TABLE search USING fts5 (
      kind UNINDEXED, entity UNINDEXED, text, tokenize = "unicode61 remove_diacritics 0"
    );
    CREATE TABLE search_row (entity TEXT NOT NULL, kind TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (entity, kind))
      STRICT, WITHOUT ROWID;
    """
}
