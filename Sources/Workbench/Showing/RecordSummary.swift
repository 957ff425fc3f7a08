public import Archive
import Diplomacy
import Interchange

/// How much is on record, and how much of it is contested.
public struct RecordSummary: Hashable, Sendable {
  /// A number and what it counts: "partnerships", 224.
  public struct Tally: Hashable, Sendable {
    public let what: String
    public let count: Int
  }

  public let tallies: [Tally]
  /// Contradictions by type, those that there are.
  public let contested: [Tally]
  /// The first and the last day that anything dated can mean; nil where nothing is dated.
  public let earliest: String?
  public let latest: String?

  public init(_ archive: ArchiveStore) throws {
    let counts = try archive.query(
      """
      SELECT (SELECT count(*) FROM actor), (SELECT count(*) FROM partnership_row), (SELECT count(*) FROM event),
        (SELECT count(*) FROM flow), (SELECT count(*) FROM observation), (SELECT count(*) FROM source),
        (SELECT min(day) FROM (SELECT min(established_earliest) AS day FROM partnership_row
          UNION ALL SELECT min(date_earliest) FROM event)),
        (SELECT max(day) FROM (SELECT max(established_latest) AS day FROM partnership_row
          UNION ALL SELECT max(date_latest) FROM event))
      """
    ).rows[0]
    let names = ["actors", "partnerships", "events", "flows", "observations", "sources"]
    tallies = zip(names, counts).map { Tally(what: $0, count: Int($1.number ?? 0)) }
    earliest = counts[6] == .null ? nil : counts[6].text
    latest = counts[7] == .null ? nil : counts[7].text
    let types = try archive.query("SELECT type, count(*) FROM contradiction GROUP BY type").rows
    contested = ContradictionType.allCases.compactMap { type in
      types.first { $0[0].text == type.rawValue }.map {
        Tally(what: type.rawValue, count: Int($0[1].number ?? 0))
      }
    }
  }

  /// `{counts: {actors, …}, contradictions: {existence, …}, earliest, latest}`.
  public var value: JSON {
    .object([
      .init("counts", Self.object(tallies)), .init("contradictions", Self.object(contested)),
      .init("earliest", earliest.map(JSON.string) ?? .null),
      .init("latest", latest.map(JSON.string) ?? .null),
    ])
  }

  private static func object(_ tallies: [Tally]) -> JSON {
    .object(tallies.map { .init($0.what, .integer(Int64($0.count))) })
  }
}
