import GRDB

extension ArchiveStore {
  /// What tells the present state of corpora, codebooks and codings from every other: they change without a batch of the log.
  public func corporaVersion() throws -> String {
    try Self.guarding(path) {
      try read { database in
        let parts = try database.cachedStatement(
          sql: """
            SELECT format('%d|%s|%d|%d|%d|%d',
              (SELECT max(id) FROM corpus_import), (SELECT group_concat(corpus || found_at) FROM duplicate_search),
              (SELECT max(seq) FROM coding), (SELECT max(seq) FROM adjudication),
              (SELECT count(*) FROM codebook_version), (SELECT count(*) FROM wave))
            """)
        return try String.fetchOne(parts) ?? ""
      }
    }
  }
}
