import GRDB

extension ArchiveStore {
  /// What tells one state of the record from every other: the digest of the last batch's seal, and the lens. Two archives of one version hold
  /// the same log, read in the same way; an archive without batches has the digest "".
  public func version() throws -> String {
    try Self.guarding(path) {
      try read { database in
        // With the lens as it is kept: this is asked before every answer.
        let state = try database.cachedStatement(
          sql: """
            SELECT coalesce((SELECT digest FROM seal ORDER BY batch DESC LIMIT 1), '') || '|' || coalesce(policy, '')
              || '|' || coalesce(valid_on, '') || '|' || coalesce(known_at, '') || '|' || coalesce(known_batch, '')
            FROM (SELECT 1) LEFT JOIN lens
            """)
        let running = PreparedStatement(state, of: database)
        return try running.step() ? running.text(0) : ""
      }
    }
  }
}
