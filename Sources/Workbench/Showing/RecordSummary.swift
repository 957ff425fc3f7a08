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
      SELECT (SELECT count(*) FROM actor), NULL, (SELECT count(*) FROM event),
        (SELECT count(*) FROM flow), (SELECT count(*) FROM observation), (SELECT count(*) FROM source),
        (SELECT min(date_earliest) FROM event), (SELECT max(date_latest) FROM event)
      """
    ).rows[0]
    // A million partnerships are in the ledger at hand; to SQL they are a million rows.
    let ledger = try archive.ledger()
    let names = ["actors", "partnerships", "events", "flows", "observations", "sources"]
    tallies = zip(names, counts).map {
      Tally(what: $0, count: $0 == "partnerships" ? ledger.count : Int($1.number ?? 0))
    }
    let dates = Set(ledger.dateCodes).map { ledger.dates[Int($0)] }
    let days = [counts[6], counts[7]].map { $0 == .null ? nil : $0.text }
    earliest = ([days[0]] + dates.map { $0.establishedEarliest?.description }).compactMap(\.self).min()
    latest = ([days[1]] + dates.map { $0.establishedLatest?.description }).compactMap(\.self).max()
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
