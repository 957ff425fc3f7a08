import Workbench

/// The query over the documented tables that counts the same, where the question is plain: no periods, no dates, nothing within.
struct TableSQL {
  let text: String

  /// Nil for a question that takes more than these dimensions and a census.
  init?(_ question: TableQuestion) {
    guard question.counted == .partnerships, question.established == nil, question.asOf == nil,
      question.within == nil, question.periods == nil, let rows = Self.places(question.rows ?? "country"),
      let columns = Self.places(question.columns)
    else { return nil }
    var conditions: [String] = []
    switch question.scope {
    case "all": break
    case let source?:
      conditions.append("id IN (SELECT partnership FROM inventory WHERE source = \(Self.quoted(source)))")
    case nil:
      // The one census on record, or everything.
      conditions.append(
        "(id IN (SELECT partnership FROM inventory) OR (SELECT count(DISTINCT source) FROM inventory) <> 1)")
    }
    if let kind = question.kind { conditions.append("kind = \(Self.quoted(kind))") }
    text = """
      WITH unit AS MATERIALIZED (
        SELECT id, kind, agreement FROM partnership_row\(conditions.isEmpty ? "" : "\n  WHERE \(conditions.joined(separator: "\n    AND "))")
      ),
      r AS MATERIALIZED (
        SELECT unit, place, key, count(*) OVER (PARTITION BY unit, place) = 1 AS sure
        FROM (\(rows))
      ),
      c AS MATERIALIZED (
        SELECT unit, place, key, count(*) OVER (PARTITION BY unit, place) = 1 AS sure
        FROM (\(columns))
      )
      SELECT r.key AS "row", c.key AS "column",
        count(DISTINCT iif(r.sure AND c.sure, r.unit, NULL)) AS certain, count(DISTINCT r.unit) AS possible
      FROM r JOIN c ON c.unit = r.unit
      GROUP BY r.key, c.key ORDER BY r.key, c.key
      """
  }

  /// `unit`, `place` and `key`: the keys of a place are its alternatives.
  private static func places(_ dimension: String) -> String? {
    switch dimension {
    case "all": "SELECT id AS unit, 0 AS place, 'all' AS key FROM unit"
    case "kind": "SELECT id AS unit, 0 AS place, coalesce(kind, 'not known') AS key FROM unit"
    case "agreement":
      "SELECT id AS unit, 0 AS place, CASE agreement WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'not known' END AS key FROM unit"
    case "country":
      keys(
        "NOT chinese",
        "coalesce(a.id, (SELECT ancestor FROM nesting WHERE actor = s.actor ORDER BY depth DESC LIMIT 1), s.actor)",
        of: "a.kind = 'state'")
    case "chinese-province":
      keys(
        "chinese", "coalesce(a.id, iif(s.actor = 'cn', 'cn', 'not known'))",
        of: "a.kind IN ('province', 'provincial-level city', 'special administrative region')")
    case "partner": keys("NOT chinese", "s.actor", of: "0")
    case "chinese-place": keys("chinese", "s.actor", of: "0")
    default: nil
    }
  }

  /// The keys of the parties on a side; of a partnership with none on that side "not known", but where the foreign side is meant all are taken.
  private static func keys(_ side: String, _ key: String, of ancestor: String) -> String {
    let isForeign = side == "NOT chinese"
    let seats = """
      SELECT x.partnership AS unit, x.slot AS place, x.actor, max(x.actor IN (SELECT actor FROM nesting WHERE ancestor = 'cn'))
        OVER (PARTITION BY x.partnership, x.slot) AS chinese
      FROM party x JOIN unit ON unit.id = x.partnership
      """
    return """
      WITH seat AS MATERIALIZED (\(seats)),
      meant AS (
        SELECT * FROM seat s WHERE \(side)\(isForeign ? " OR NOT EXISTS (SELECT 1 FROM seat t WHERE t.unit = s.unit AND NOT t.chinese)" : "")
      )
      SELECT DISTINCT s.unit, s.place, \(key) AS key
      FROM meant s LEFT JOIN (nesting n JOIN actor a ON a.id = n.ancestor AND \(ancestor)) ON n.actor = s.actor
      UNION ALL
      SELECT id, 0, 'not known' FROM unit WHERE id NOT IN (SELECT unit FROM meant)
      """
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }
}
