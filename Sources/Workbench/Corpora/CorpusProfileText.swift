import Chronology
public import Interchange

/// Counts of a corpus for people and programs.
public enum CorpusProfileText {
  /// - Throws: as `CorpusProfile.rows`.
  public static func grid(
    _ profile: CorpusProfile, by part: CorpusProfile.Part, counting unit: CorpusProfile.Unit
  )
    throws -> Grid
  {
    Grid(
      header: [part.rawValue, "certain", "possible"],
      rows: try profile.rows(by: part, counting: unit).map {
        [$0.key ?? "not known", String($0.count.certain), String($0.count.possible)]
      }, numeric: [1, 2], title: profile.corpus.name)
  }

  /// - Throws: as `CorpusProfile.rows`.
  public static func json(
    _ profile: CorpusProfile, by part: CorpusProfile.Part, counting unit: CorpusProfile.Unit
  )
    throws -> JSON
  {
    CorpusList.json(profile.corpus).setting("by", .string(part.rawValue)).setting(
      "count", .string(unit.rawValue)
    )
    .setting("total", .count(profile.total(unit) ?? 0)).setting("undated", .count(profile.undated(unit) ?? 0))
    .setting(
      "rows",
      .array(
        try profile.rows(by: part, counting: unit).map { row in
          .object([
            .init("key", row.key.map(JSON.string) ?? .null), .init("certain", .count(row.count.certain)),
            .init("possible", .count(row.count.possible)),
          ])
        }))
  }
}
