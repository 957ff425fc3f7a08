extension Schema {
  /// Who is tied to whom: actors, partnerships and their episodes.
  ///
  /// In tables without a rowid the columns of the primary key come first: SQLite up to 3.40 otherwise reports columns that are not null
  /// as null in its integrity check.
  static let snapshot = """
    CREATE TABLE actor (
      id TEXT PRIMARY KEY, kind TEXT, name TEXT, label TEXT NOT NULL,
      unnamed INTEGER NOT NULL CHECK (unnamed IN (0, 1)),
      founded TEXT, founded_earliest TEXT, founded_latest TEXT,
      dissolved TEXT, dissolved_earliest TEXT, dissolved_latest TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE name (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
      sort TEXT NOT NULL CHECK (sort IN ('name', 'alias', 'code')),
      text TEXT NOT NULL, folded TEXT NOT NULL,
      PRIMARY KEY (actor, sort, text)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX name_folded ON name (folded);
    CREATE TABLE within (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
      slot INTEGER NOT NULL, parent TEXT NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      during TEXT, during_earliest TEXT, during_latest TEXT,
      PRIMARY KEY (actor, slot, parent)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX within_parent ON within (parent);
    CREATE TABLE nesting (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
      ancestor TEXT NOT NULL, depth INTEGER NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      PRIMARY KEY (actor, ancestor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX nesting_ancestor ON nesting (ancestor, actor);
    CREATE TABLE succession (
      actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE, predecessor TEXT NOT NULL,
      PRIMARY KEY (actor, predecessor)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE partnership (
      id TEXT PRIMARY KEY, kind TEXT, title TEXT NOT NULL, under TEXT,
      established TEXT, established_earliest TEXT, established_latest TEXT,
      ended TEXT, ended_earliest TEXT, ended_latest TEXT,
      agreement INTEGER CHECK (agreement IN (0, 1)), initiator TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX partnership_established ON partnership (established_earliest, established_latest);
    CREATE INDEX partnership_under ON partnership (under);
    CREATE TABLE party (
      partnership TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE,
      slot INTEGER NOT NULL, actor TEXT NOT NULL, side TEXT, certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
      PRIMARY KEY (partnership, slot, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX party_actor ON party (actor);
    CREATE TABLE inventory (
      partnership TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE,
      source TEXT NOT NULL,
      PRIMARY KEY (partnership, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inventory_source ON inventory (source, partnership);
    CREATE TABLE activity (
      partnership TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      basis TEXT NOT NULL CHECK (basis IN ('event', 'episode', 'declared')),
      evidence TEXT, evidence_earliest TEXT, evidence_latest TEXT
    ) STRICT;
    CREATE INDEX activity_partnership ON activity (partnership);

    CREATE TABLE episode (
      id TEXT PRIMARY KEY, partnership TEXT, type TEXT,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      agreement INTEGER CHECK (agreement IN (0, 1)),
      stated_with_partnership INTEGER NOT NULL CHECK (stated_with_partnership IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX episode_partnership ON episode (partnership);
    CREATE TABLE episode_label (
      episode TEXT NOT NULL REFERENCES episode ON DELETE CASCADE,
      side TEXT, label TEXT NOT NULL, folded TEXT NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1))
    ) STRICT;
    CREATE INDEX episode_label_episode ON episode_label (episode);
    """
}
