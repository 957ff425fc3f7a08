import GRDB

extension ArchiveStore {
  /// What tells one state of the record from every other: the digest of the last batch's seal, and the lens. Two archives of one version hold
  /// the same log, read in the same way; an archive without batches has the digest "".
  public func version() throws -> String {
    try Self.guarding(path) {
      try read { database in
        let digest =
          try database.cachedStatement(sql: "SELECT digest FROM seal ORDER BY batch DESC LIMIT 1")
        return "\(try String.fetchOne(digest) ?? "")|\(try LogReader(database: database).lens().stamp)"
      }
    }
  }
}
