extension ArchiveStore {
  /// The events that happened last, the latest first: by the last day that their dates can mean. Undated ones are left out.
  public func latestHappenings(limit: Int) throws -> [Dossier.Happening] {
    let rows = try query(
      """
      SELECT id FROM event WHERE date_latest IS NOT NULL ORDER BY date_latest DESC, date_earliest DESC, id
      LIMIT CAST(:limit AS INTEGER)
      """, ["limit": String(limit)]
    ).rows
    return try happenings(rows.map { $0[0].text })
  }

  /// These events in brief, in the order given; one that is not on record has nothing but its identifier.
  public func happenings(_ ids: [String]) throws -> [Dossier.Happening] {
    let reader = DossierReader(archive: self)
    return try ids.map(reader.happening)
  }

  /// Words as the search index is asked for them: every one must be there, the last may be a beginning. Nil where there are none.
  public static func searchExpression(_ text: String) -> String? {
    let words = words(text)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
