import GRDB

extension ArchiveStore {
  /// What tells the present state of corpora, with their copies, from every other: they change without a batch of the log.
  ///
  /// - Parameter withCodings: whether it also tells that of codebooks, codings and decisions, which come by the second while somebody codes.
  public func corporaVersion(withCodings: Bool = true) throws -> String {
    try Self.guarding(path) {
      try read { database in
        let texts = try database.cachedStatement(
          sql: """
            SELECT format('%d|%s', (SELECT max(id) FROM corpus_import),
              (SELECT group_concat(corpus || found_at) FROM duplicate_search))
            """)
        let codings = try database.cachedStatement(
          sql: """
            SELECT format('|%d|%d|%d|%d', (SELECT max(seq) FROM coding), (SELECT max(seq) FROM adjudication),
              (SELECT count(*) FROM codebook_version), (SELECT count(*) FROM wave))
            """)
        return try (String.fetchOne(texts) ?? "") + (withCodings ? String.fetchOne(codings) ?? "" : "")
      }
    }
  }
}
