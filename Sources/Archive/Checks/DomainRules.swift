import Diplomacy

/// What cannot be true of the world: each rule is a query whose rows are `entity, message`.
///
/// Dates are compared by what they can mean: only what is impossible under every reading is reported.
enum DomainRules {
  static let all: [(name: String, sql: String)] = references + dates + shapes

  /// Identifiers that lead nowhere.
  private static let references: [(name: String, sql: String)] = [
    dangling("party", "partnership", "actor", in: "actor", says: "has a party"),
    dangling("within", "actor", "parent", in: "actor", says: "lies within"),
    dangling("succession", "actor", "predecessor", in: "actor", says: "succeeds"),
    dangling("participant", "event", "actor", in: "actor", says: "has a participant"),
    dangling("event_partnership", "event", "partnership", in: "partnership", says: "runs under"),
    dangling("partnership", "id", "under", in: "partnership", says: "stands under"),
    dangling("episode", "id", "partnership", in: "partnership", says: "is an episode of"),
    dangling("flow", "id", "event", in: "event", says: "moved in"),
    dangling("observation", "id", "area", in: "actor", says: "is of the area"),
    dangling("observation_part", "observation", "part", in: "observation", says: "has a part"),
    (
      "dangling-source",
      """
      SELECT id AS entity, 'statement ' || id || ' cites source ' || source || ', which is not recorded' AS message
      FROM live_statement WHERE source NOT IN (SELECT id FROM source)
      UNION ALL SELECT id, 'ladder ' || id || ' cites source ' || source || ', which is not recorded'
      FROM ladder WHERE source NOT IN (SELECT id FROM source)
      """
    ),
    (
      "dangling-inventory",
      """
      SELECT id AS entity, id || ' counts in the inventory of ' || inventory || ', which is not recorded' AS message
      FROM observation WHERE inventory IS NOT NULL AND inventory NOT IN (SELECT id FROM source)
      UNION ALL SELECT partnership, partnership || ' counts in the inventory of ' || source || ', which is not recorded'
      FROM inventory WHERE source NOT IN (SELECT id FROM source)
      """
    ),
    (
      // A subject with a blank is a phrase, not an identifier.
      "dangling-subject",
      """
      SELECT id AS entity, id || ' is about ' || subject || ', which is not recorded' AS message
      FROM observation
      WHERE subject IS NOT NULL AND instr(trim(subject), ' ') = 0
        AND subject NOT IN (\(EntityKind.allCases.map { "SELECT id FROM \($0.rawValue)" }.joined(separator: " UNION ALL ")))
      """
    ),
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

  /// The first of a partnership's establishments and the last of its ends, whether stated with it or as episodes; none where the
  /// dates leave that open.
  private static let span = """
    WITH stated AS (
      SELECT id AS partnership, 'established' AS type, established AS date, established_earliest AS earliest,
        established_latest AS latest
      FROM partnership
      UNION SELECT id, 'ended', ended, ended_earliest, ended_latest FROM partnership
      UNION SELECT partnership, type, date, date_earliest, date_latest FROM episode
    ), established AS (
      SELECT partnership, date, min(earliest) AS earliest
      FROM stated WHERE type = 'established' AND date IS NOT NULL
      GROUP BY partnership HAVING count(earliest) = count(*)
    ), ended AS (
      SELECT partnership, date, max(latest) AS latest
      FROM stated WHERE type = 'ended' AND date IS NOT NULL
      GROUP BY partnership HAVING count(latest) = count(*)
    )
    """

  private static let dates: [(name: String, sql: String)] = [
    (
      "ended-before-established",
      span + """

        SELECT partnership AS entity, partnership || ' ended ' || ended.date || ', before it was established '
          || established.date AS message
        FROM ended JOIN established USING (partnership)
        WHERE latest < earliest
        """
    ),
    (
      "upgrade-before-establishment",
      span + """

        SELECT e.id AS entity, e.partnership || ' was ' || e.type || ' ' || e.date || ', before it was established '
          || established.date AS message
        FROM episode e JOIN established USING (partnership)
        WHERE e.type IN ('upgraded', 'downgraded', 'renamed', 'renewed', 'suspended')
          AND e.date_latest < established.earliest
        """
    ),
    (
      // One that is established after its end is found above, or was established before and is revived.
      "episode-after-end",
      span + """

        SELECT e.id AS entity, e.partnership || iif(e.type = 'contact', ' had a contact ', ' was ' || e.type || ' ')
          || e.date || ', after it ended ' || ended.date AS message
        FROM episode e JOIN ended USING (partnership)
        WHERE e.type NOT IN ('established', 'ended') AND e.date_earliest > ended.latest
        """
    ),
    (
      "child-outlives-parent",
      span + """

        SELECT child.id AS entity, child.id || CASE stated.type WHEN 'ended' THEN ' ended '
          WHEN 'contact' THEN ' had a contact ' ELSE ' was ' || stated.type || ' ' END || stated.date || ', after '
          || child.under || ', which it stands under, ended ' || ended.date AS message
        FROM partnership child
        JOIN stated ON stated.partnership = child.id AND stated.type IS NOT NULL
        JOIN ended ON ended.partnership = child.under
        WHERE stated.earliest > ended.latest
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
