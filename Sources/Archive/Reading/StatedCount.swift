import GRDB

/// A number of partnerships that a source states of its own census.
public struct StatedCount: Sendable {
  public let observation: String
  /// `partnerships established` or `partnerships`.
  public let measure: String
  public let area: String?
  public let earliest: String?
  public let latest: String?
  public let date: String?
  public let lowest: Double?
  public let highest: Double?
  public let value: String
  /// The rival statements, spelled out: "48 (Table 8) against 47 (section 1.3.1)"; nil when sources agree.
  public let contest: String?
}

extension ArchiveStore {
  /// What sources state about the size of a census, in all and by area and period.
  public func statedCounts(inventory: String) throws -> [StatedCount] {
    try Self.guarding(path) {
      try read { database in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT observation.*, (
              SELECT group_concat(contest, '; ') FROM (
                SELECT group_concat(side, ' against ') AS contest FROM (
                  SELECT c.id, v.value || coalesce(' (' || group_concat(DISTINCT s.locator) || ')', '') AS side
                  FROM contradiction c JOIN contradiction_value v ON v.contradiction = c.id
                  LEFT JOIN statement s ON s.id = v.statement AND c.rule = 'statements'
                  WHERE c.entity = observation.id AND c.kind = 'observation' AND c.property = 'value'
                  GROUP BY c.id, v.position ORDER BY c.id, v.position)
                GROUP BY id)) AS contest
            FROM observation
            WHERE inventory = ? AND measure IN ('partnerships', 'partnerships established') AND value IS NOT NULL
            ORDER BY id
            """,
          arguments: [inventory])
        return rows.map { row in
          StatedCount(
            observation: row["id"], measure: row["measure"], area: row["area"],
            earliest: row["date_earliest"], latest: row["date_latest"], date: row["date"],
            lowest: row["value_lowest"], highest: row["value_highest"], value: row["value"],
            contest: row["contest"])
        }
      }
    }
  }
}
