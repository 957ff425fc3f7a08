extension ArchiveStore {
  /// The events that happened last, the latest first: by the last day that their dates can mean. Undated ones are left out.
  public func latestHappenings(limit: Int) throws -> [Dossier.Happening] {
    let rows = try query(
      """
      SELECT id FROM event WHERE date_latest IS NOT NULL ORDER BY date_latest DESC, date_earliest DESC, id
      LIMIT CAST(:limit AS INTEGER)
      """, ["limit": String(limit)]
    ).rows
    let reader = DossierReader(archive: self)
    return try rows.map { try reader.happening($0[0].text) }
  }
}
