extension Schema {
  /// Corpora stand beside the log: a document is what was published, not what is held to be true.
  ///
  /// The text comes last in its row, so that the rest is read without it. The index has no copy of the texts: it is made of their words as
  /// `Discourse.IndexText` folds them, and SQLite's tokenizer only parts them at the blanks.
  static let corpora = """
    CREATE TABLE corpus (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1000000),
      name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
      documents INTEGER NOT NULL CHECK (documents >= 0), without_text INTEGER NOT NULL CHECK (without_text >= 0),
      date_earliest TEXT, date_latest TEXT
    ) STRICT;
    CREATE TABLE corpus_import (
      id INTEGER PRIMARY KEY,
      corpus INTEGER NOT NULL REFERENCES corpus,
      file TEXT NOT NULL, mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      added INTEGER NOT NULL, changed INTEGER NOT NULL, known INTEGER NOT NULL,
      recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z')
    ) STRICT;
    CREATE TABLE document (
      number INTEGER PRIMARY KEY,
      corpus INTEGER NOT NULL REFERENCES corpus CHECK (corpus = number >> 32),
      id TEXT NOT NULL CHECK (id <> ''),
      title TEXT, date TEXT, date_earliest TEXT, date_latest TEXT,
      outlet TEXT, language TEXT, under TEXT,
      authors TEXT CHECK (authors IS NULL OR json_valid(authors)),
      extra TEXT CHECK (extra IS NULL OR json_valid(extra)),
      length INTEGER NOT NULL CHECK (length >= 0), hash BLOB NOT NULL CHECK (length(hash) = 32),
      text TEXT,
      UNIQUE (corpus, id)
    ) STRICT;
    CREATE VIRTUAL TABLE document_search USING fts5 (title, text, outlet, content = '', tokenize = 'ascii');
    CREATE TABLE duplicate_search (
      corpus INTEGER PRIMARY KEY REFERENCES corpus,
      shingle INTEGER NOT NULL, resemblance REAL NOT NULL, containment REAL NOT NULL,
      window INTEGER, least_contained INTEGER NOT NULL,
      documents INTEGER NOT NULL, exact_groups INTEGER NOT NULL,
      clusters INTEGER NOT NULL, duplicates INTEGER NOT NULL,
      found_at TEXT NOT NULL CHECK (found_at GLOB '????-??-??T??:??:??.???Z')
    ) STRICT;
    CREATE TABLE cluster_member (
      document INTEGER PRIMARY KEY REFERENCES document, cluster INTEGER NOT NULL REFERENCES document
    ) STRICT;
    CREATE INDEX cluster_member_cluster ON cluster_member (cluster);
    """
}
