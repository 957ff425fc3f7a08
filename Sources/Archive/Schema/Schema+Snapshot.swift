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

    CREATE TABLE partnership_row (
      id TEXT PRIMARY KEY, kind TEXT, under TEXT,
      established TEXT, established_earliest TEXT, established_latest TEXT,
      ended TEXT, ended_earliest TEXT, ended_latest TEXT,
      agreement INTEGER CHECK (agreement IN (0, 1)), initiator TEXT,
      parties TEXT NOT NULL, declared TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ties (actor TEXT NOT NULL UNIQUE, partnerships TEXT NOT NULL) STRICT;
    CREATE TABLE inventory (
      partnership TEXT NOT NULL REFERENCES partnership_row ON DELETE CASCADE,
      source TEXT NOT NULL,
      PRIMARY KEY (partnership, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inventory_source ON inventory (source, partnership);

    CREATE TABLE episode_row (
      id TEXT PRIMARY KEY, partnership TEXT, type TEXT,
      date TEXT, date_earliest TEXT, date_latest TEXT,
      agreement INTEGER CHECK (agreement IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX episode_row_partnership ON episode_row (partnership);
    CREATE TABLE episode_label (
      episode TEXT NOT NULL REFERENCES episode_row ON DELETE CASCADE,
      side TEXT, label TEXT NOT NULL, folded TEXT NOT NULL, certain INTEGER NOT NULL CHECK (certain IN (0, 1))
    ) STRICT;
    CREATE INDEX episode_label_episode ON episode_label (episode);
    """ + partnershipIndexes.values.sorted().joined() + ledger

  /// The packed ledger of a large archive, and what has changed since it was packed.
  static let ledger = """
    CREATE TABLE ledger (id INTEGER PRIMARY KEY AUTOINCREMENT, content BLOB NOT NULL) STRICT;
    CREATE TABLE ledger_change (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, entity TEXT NOT NULL
    ) STRICT;
    """

  /// The indexes of `partnership_row` by name: dropped before a large batch comes in and made again after it.
  static let partnershipIndexes = [
    "partnership_row_under":
      "CREATE INDEX partnership_row_under ON partnership_row (under) WHERE under IS NOT NULL;"
  ]
}
