/// What cannot be true of the world: each rule is a query whose rows are `entity, message`.
///
/// Dates are compared by what they can mean: only what is impossible under every reading is reported.
enum DomainRules {
  static let all: [(name: String, sql: String)] = references + dates + shapes

  /// Identifiers that lead nowhere.
  private static let references: [(name: String, sql: String)] = [
    dangling("party", "partnership", "actor", in: "actor", says: "has a party"),
    dangling("within", "actor", "parent", in: "actor", says: "lies within"),
    dangling("participant", "event", "actor", in: "actor", says: "has a participant"),
    dangling("event_partnership", "event", "partnership", in: "partnership", says: "runs under"),
    dangling("partnership", "id", "under", in: "partnership", says: "stands under"),
    dangling("episode", "id", "partnership", in: "partnership", says: "is an episode of"),
    dangling("flow", "id", "event", in: "event", says: "moved in"),
    dangling("observation", "id", "area", in: "actor", says: "is of the area"),
    dangling("observation_part", "observation", "part", in: "observation", says: "has a part"),
  ]

  private static func dangling(
    _ table: String, _ entity: String, _ column: String, in target: String, says verb: String
  ) -> (name: String, sql: String) {
    (
      "dangling-\(table.replacing("_", with: "-"))",
      """
      SELECT \(entity) AS entity, \(entity) || ' \(verb) ' || \(column) || ', which is not recorded' AS message
      FROM \(table) WHERE \(column) IS NOT NULL AND \(column) NOT IN (SELECT id FROM \(target))
      """
    )
  }

  private static let dates: [(name: String, sql: String)] = [
    (
      "ended-before-established",
      """
      SELECT id AS entity, id || ' ended ' || ended || ', before it was established ' || established AS message
      FROM partnership WHERE ended_latest < established_earliest
      """
    ),
    (
      "upgrade-before-establishment",
      """
      SELECT e.id AS entity, e.partnership || ' was ' || e.type || ' ' || e.date || ', before it was established '
        || p.established AS message
      FROM episode e JOIN partnership p ON p.id = e.partnership
      WHERE e.type IN ('upgraded', 'downgraded', 'renamed', 'renewed', 'suspended')
        AND e.date_latest < p.established_earliest
      """
    ),
    (
      "episode-after-end",
      """
      SELECT e.id AS entity, e.partnership || ' was ' || e.type || ' ' || e.date || ', after it ended ' || p.ended
        AS message
      FROM episode e JOIN partnership p ON p.id = e.partnership
      WHERE e.type <> 'ended' AND e.stated_with_partnership = 0 AND e.date_earliest > p.ended_latest
      """
    ),
    (
      "child-outlives-parent",
      """
      SELECT child.id AS entity, child.id || ' was established ' || child.established || ', after ' || parent.id
        || ', which it stands under, ended ' || parent.ended AS message
      FROM partnership child JOIN partnership parent ON parent.id = child.under
      WHERE child.established_earliest > parent.ended_latest
      UNION ALL
      SELECT child.id, child.id || ' ended ' || child.ended || ', after ' || parent.id || ', which it stands under, ended '
        || parent.ended
      FROM partnership child JOIN partnership parent ON parent.id = child.under
      WHERE child.ended_earliest > parent.ended_latest
      """
    ),
    (
      "dissolved-before-founded",
      """
      SELECT id AS entity, id || ' was dissolved ' || dissolved || ', before it was founded ' || founded AS message
      FROM actor WHERE dissolved_latest < founded_earliest
      """
    ),
  ]

  private static let shapes: [(name: String, sql: String)] = [
    (
      "partnership-with-itself",
      """
      SELECT partnership AS entity, partnership || ' ties ' || actor || ' to itself' AS message
      FROM party WHERE certain = 1 GROUP BY partnership, actor HAVING count(*) > 1
      """
    ),
    (
      "partnership-of-one",
      """
      SELECT id AS entity, id || ' has ' || (SELECT count(DISTINCT slot) FROM party WHERE partnership = id)
        || ' party where two are needed' AS message
      FROM partnership WHERE (SELECT count(DISTINCT slot) FROM party WHERE partnership = id) < 2
      """
    ),
    (
      "nested-in-itself",
      """
      SELECT actor AS entity, actor || ' lies within itself' AS message
      FROM within
      WHERE certain = 1 AND parent IN (SELECT n.actor FROM nesting n WHERE n.ancestor = within.actor AND n.certain = 1)
      """
    ),
    (
      "under-itself",
      """
      WITH RECURSIVE up(id, above) AS (
        SELECT id, under FROM partnership WHERE under IS NOT NULL
        UNION SELECT up.id, p.under FROM up JOIN partnership p ON p.id = up.above WHERE p.under IS NOT NULL)
      SELECT id AS entity, id || ' stands under itself' AS message FROM up WHERE id = above
      """
    ),
    (
      "share-above-whole",
      """
      SELECT id AS entity, id || ': ' || affected || ' affected of ' || quantity AS message
      FROM flow WHERE affected_lowest > quantity_highest
      """
    ),
  ]
}
