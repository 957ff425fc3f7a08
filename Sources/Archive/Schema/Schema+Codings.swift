extension Schema {
  /// Codebooks in versions, and what was coded under them: only ever added to. The project that a corpus came from stands beside, as it was.
  static let codings =
    """
    CREATE TABLE codebook (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (trim(name) <> '')
    ) STRICT;
    CREATE TABLE codebook_version (
      codebook INTEGER NOT NULL REFERENCES codebook, version INTEGER NOT NULL CHECK (version > 0),
      file TEXT NOT NULL, coder TEXT NOT NULL, note TEXT NOT NULL,
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
      PRIMARY KEY (codebook, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE code (
      codebook INTEGER NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL CHECK (id <> ''),
      position INTEGER NOT NULL, parent TEXT, name TEXT NOT NULL CHECK (trim(name) <> ''),
      definition TEXT NOT NULL,
      rules TEXT NOT NULL CHECK (json_valid(rules)), examples TEXT NOT NULL CHECK (json_valid(examples)),
      is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)), color TEXT,
      PRIMARY KEY (codebook, version, id),
      FOREIGN KEY (codebook, version) REFERENCES codebook_version,
      FOREIGN KEY (codebook, version, parent) REFERENCES code (codebook, version, id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE wave (
      corpus INTEGER NOT NULL REFERENCES corpus, number INTEGER NOT NULL CHECK (number > 0),
      codebook INTEGER NOT NULL REFERENCES codebook,
      coders TEXT NOT NULL CHECK (json_valid(coders)), each INTEGER NOT NULL, overlap REAL NOT NULL,
      seed INTEGER NOT NULL,
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
      PRIMARY KEY (corpus, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assignment (
      corpus INTEGER NOT NULL, wave INTEGER NOT NULL, coder TEXT NOT NULL, place INTEGER NOT NULL,
      document INTEGER NOT NULL REFERENCES document,
      PRIMARY KEY (corpus, wave, coder, place), UNIQUE (corpus, wave, coder, document),
      FOREIGN KEY (corpus, wave) REFERENCES wave
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE coding (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL CHECK (id <> ''),
      document INTEGER NOT NULL REFERENCES document,
      coder TEXT NOT NULL CHECK (trim(coder) <> ''),
      codebook INTEGER NOT NULL, version INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('code', 'no longer', 'no code', 'skipped')),
      code TEXT CHECK ((code IS NULL) = (verdict IN ('no code', 'skipped'))),
      first INTEGER CHECK (first IS NULL OR code IS NOT NULL AND first >= 0),
      last INTEGER CHECK ((last IS NULL) = (first IS NULL) AND (last IS NULL OR last >= first)),
      is_unsure INTEGER NOT NULL CHECK (is_unsure IN (0, 1)), memo TEXT NOT NULL,
      made_at TEXT NOT NULL,
      text_hash BLOB NOT NULL CHECK (length(text_hash) = 32),
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
      UNIQUE (document, id),
      FOREIGN KEY (codebook, version) REFERENCES codebook_version,
      FOREIGN KEY (codebook, version, code) REFERENCES code (codebook, version, id)
    ) STRICT;
    CREATE INDEX coding_codebook ON coding (codebook);
    CREATE TABLE adjudication (
      seq INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document,
      codebook INTEGER NOT NULL, version INTEGER NOT NULL, code TEXT NOT NULL,
      holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
      by TEXT NOT NULL CHECK (trim(by) <> ''), reason TEXT NOT NULL,
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
      FOREIGN KEY (codebook, version, code) REFERENCES code (codebook, version, id)
    ) STRICT;
    CREATE INDEX adjudication_document ON adjudication (document);
    CREATE TABLE qda_project (
      corpus INTEGER PRIMARY KEY REFERENCES corpus, document BLOB NOT NULL
    ) STRICT;
    CREATE TABLE qda_file (
      corpus INTEGER NOT NULL REFERENCES qda_project ON DELETE CASCADE, position INTEGER NOT NULL,
      name TEXT NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (corpus, position)
    ) STRICT;

    """
    + appendOnly(
      ["codebook", "codebook_version", "code", "wave", "assignment", "coding", "adjudication"],
      instead: "codebooks and codings are only added to: record a version or a coding more")
}
