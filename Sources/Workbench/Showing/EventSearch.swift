public import Archive
import Chronology
public import Diplomacy
public import Interchange

/// Which events and flows are looked for. What is nil does not matter; "not known" looks for what nothing is said of.
public struct EventSearch: Hashable, Sendable {
  public var type: String?
  /// Of flows: events are found that have such a flow.
  public var item: String?
  public var terms: String?
  public var outcome: String?
  /// Given, sold or sent by; received or bought by: the actor itself, or one that lies within it.
  public var giver: ActorID?
  public var taker: ActorID?
  public var period: Period?
  /// All of them in the event's title.
  public var words: String?

  /// The word for what nothing is said of.
  public static let unknown = Dimension.unknown

  public init() {}

  /// A number of flows, and how much moved by those whose quantity is known.
  public struct Total: Hashable, Sendable {
    /// An item with its unit, terms, or an outcome.
    public let name: String
    public let flows: CrossTable.Bounds
    public let quantity: CrossTable.Bounds
    /// Flows of unknown quantity, which are in no sum.
    public let unknown: Int
  }

  /// An event, and whether it is one of those looked for however the record is read.
  public struct Found: Sendable {
    public let event: Dossier.Happening
    public let isCertain: Bool
  }

  /// A page of the events, the latest first; undated ones come last.
  ///
  /// - Parameter last: the last event of the page before.
  /// - Throws: `WorkbenchError.badOption` where that is none of them.
  /// - Returns: the page, and whether there are more.
  public func page(_ size: Int, after last: String?, in archive: ArchiveStore) throws -> (
    found: [Found], hasMore: Bool
  ) {
    var parameters = parameters
    parameters["size"] = String(size + 1)
    var after = ""
    if let last {
      parameters["last"] = last
      guard try !archive.query("SELECT 1 FROM (\(hits)) WHERE id = :last", parameters).rows.isEmpty else {
        throw WorkbenchError.badOption(
          name: "after", value: last, expected: "one of these events, as 'next' says it")
      }
      after = """
        WHERE day < (SELECT day FROM hit WHERE id = :last)
          OR (day = (SELECT day FROM hit WHERE id = :last) AND id > :last)
        """
    }
    let rows = try archive.query(
      """
      WITH hit AS MATERIALIZED (\(hits))
      SELECT id, sure FROM hit \(after) ORDER BY day DESC, id LIMIT CAST(:size AS INTEGER)
      """, parameters
    ).rows
    let events = try archive.happenings(rows.prefix(size).map { $0[0].text })
    return (
      zip(events, rows).map { Found(event: $0, isCertain: $1[1].number == 1) }, rows.count > size
    )
  }

  /// How many events there are.
  public func count(in archive: ArchiveStore) throws -> CrossTable.Bounds {
    let row = try archive.query("SELECT total(sure), count(*) FROM (\(hits))", parameters).rows[0]
    return CrossTable.Bounds(certain: row[0].number ?? 0, possible: row[1].number ?? 0)
  }

  /// The flows of these events by item, the most frequent first.
  public func byItem(in archive: ArchiveStore) throws -> [Total] {
    try totals(
      "coalesce(f.item, '\(Dimension.unknown)') || CASE WHEN coalesce(f.unit, 'pieces') = 'pieces' THEN '' ELSE ' (' || f.unit || ')' END",
      archive)
  }

  /// The same by terms: quantities of unlike goods do not add up, so only flows are counted.
  public func byTerms(in archive: ArchiveStore) throws -> [Total] {
    try totals("coalesce(f.terms, '\(Dimension.unknown)')", archive)
  }

  public func byOutcome(in archive: ArchiveStore) throws -> [Total] {
    try totals("coalesce(f.outcome, '\(Dimension.unknown)')", archive)
  }

  private func totals(_ name: String, _ archive: ArchiveStore) throws -> [Total] {
    let known = "(f.quantity_lowest IS NOT NULL OR f.quantity_highest IS NOT NULL)"
    return try archive.query(
      """
      SELECT \(name) AS name, total(hit.sure), count(*),
        total(coalesce(f.quantity_lowest, 0)) FILTER (WHERE hit.sure),
        iif(count(*) FILTER (WHERE \(known) AND f.quantity_highest IS NULL) > 0, NULL, total(f.quantity_highest)),
        count(*) FILTER (WHERE NOT \(known))
      FROM (\(hits)) hit JOIN flow f ON f.event = hit.id WHERE \(flowConditions)
      GROUP BY 1 ORDER BY 3 DESC, 1
      """, parameters
    ).rows.map { row in
      Total(
        name: row[0].text,
        flows: CrossTable.Bounds(certain: row[1].number ?? 0, possible: row[2].number ?? 0),
        quantity: CrossTable.Bounds(certain: row[3].number ?? 0, possible: row[4].number),
        unknown: Int(row[5].number ?? 0))
    }
  }
}

extension EventSearch {
  fileprivate static let givers = "('donor', 'sender', 'seller')"
  fileprivate static let takers = "('recipient', 'buyer')"

  /// `id`, `day` and `sure` of each event that may be meant.
  fileprivate var hits: String {
    var conditions = ["1"]
    var sure = ["1"]
    if let type { conditions.append(type == Dimension.unknown ? "e.type IS NULL" : "e.type = :type") }
    if item != nil || terms != nil || outcome != nil {
      conditions.append("EXISTS (SELECT 1 FROM flow f WHERE f.event = e.id AND \(flowConditions))")
    }
    for (actor, name, roles) in [(giver, "giver", Self.givers), (taker, "taker", Self.takers)]
    where actor != nil {
      let lies = "EXISTS (SELECT 1 FROM nesting n WHERE n.actor = p.actor AND n.ancestor = :\(name)"
      let takesPart = "SELECT 1 FROM participant p WHERE p.event = e.id AND p.role IN \(roles)"
      conditions.append("EXISTS (\(takesPart) AND \(lies)))")
      // Of the actors that one participant may be, every one must lie there for certain.
      sure.append("EXISTS (\(takesPart) GROUP BY p.slot HAVING min(\(lies) AND n.certain)))")
    }
    if period != nil {
      conditions.append(
        "coalesce(e.date_latest, '9999-12-31') >= :first AND coalesce(e.date_earliest, '0000-01-01') <= :final"
      )
      sure.append("coalesce(e.date_earliest >= :first AND e.date_latest <= :final, 0)")
    }
    if words.flatMap(ArchiveStore.searchExpression) != nil {
      conditions.append("e.id IN (SELECT entity FROM search WHERE search MATCH :words AND kind = 'event')")
    }
    return """
      SELECT e.id AS id, coalesce(e.date_latest, e.date_earliest, '') AS day, \(sure.joined(separator: " AND ")) AS sure
      FROM event e WHERE \(conditions.joined(separator: " AND "))
      """
  }

  fileprivate var flowConditions: String {
    let conditions = [("item", item), ("terms", terms), ("outcome", outcome)].compactMap { name, value in
      value.map { $0 == Dimension.unknown ? "f.\(name) IS NULL" : "f.\(name) = :\(name)" }
    }
    return conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
  }

  fileprivate var parameters: [String: String] {
    let all = [
      "type": type, "item": item, "terms": terms, "outcome": outcome, "giver": giver?.text,
      "taker": taker?.text, "first": period.map { $0.range.earliest?.description ?? "0000-01-01" },
      "final": period.map { $0.range.latest?.description ?? "9999-12-31" },
      "words": words.flatMap(ArchiveStore.searchExpression),
    ]
    return all.compactMapValues(\.self)
  }
}
