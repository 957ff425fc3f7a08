import Chronology
import Diplomacy
import GRDB

/// Contradictions between entities, found by rules over the snapshot. Each rule is a query whose rows are
/// `kind, entity, property, type, position, value, statement`; also `side` where one entity can have several, and
/// `earliest, latest, during` where the statement's claim must be for just those days.
struct ContradictionRules {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Finds them anew: those of activity for the partnerships touched, the others all.
  func refresh(_ touched: Touched) throws {
    try Self.makeRoom(in: database)
    try database.execute(sql: "DELETE FROM temp.touched")
    let insertion = try database.cachedStatement(sql: "INSERT INTO temp.touched VALUES (?)")
    for id in touched.partnerships { try insertion.execute(arguments: [id]) }
    try database.execute(
      sql: """
        DELETE FROM contradiction
        WHERE rule IN ('sum', 'census', 'mirrored') OR rule = 'activity' AND entity IN (SELECT id FROM temp.touched)
        """)
    for (rule, sql) in Self.rules { try find(rule, sql) }
    try findActivity()
  }

  /// Looks at each of a few partnerships: SQLite makes the evidence of all partnerships first where more than one is asked about, which only
  /// pays for many.
  private func findActivity() throws {
    let declared = try String.fetchAll(
      database, sql: "SELECT id FROM temp.touched JOIN partnership_row USING (id) WHERE declared IS NOT NULL")
    guard declared.count <= 1000 else {
      return try find(.activity, Self.activity(in: "temp.touched,", of: "touched.id"))
    }
    let one = Self.activity(in: "", of: ":partnership")
    for partnership in declared { try find(.activity, one, ["partnership": partnership]) }
  }

  /// Makes the table that holds the partnerships touched, once a connection: it is a change of the schema, after which every
  /// statement is compiled anew.
  static func makeRoom(in database: Database) throws {
    guard try Int.fetchOne(database, sql: "SELECT 1 FROM temp.sqlite_master WHERE name = 'touched'") == nil
    else { return }
    try database.execute(sql: "CREATE TEMP TABLE touched (id TEXT PRIMARY KEY) WITHOUT ROWID")
  }

  private func find(_ rule: Contradiction.Rule, _ sql: String, _ arguments: StatementArguments = [:]) throws {
    var order: [Subject] = []
    var found: [Subject: [Row]] = [:]
    for row in try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments) {
      guard let kind = EntityKind(rawValue: row["kind"]), try Self.isMeant(row) else { continue }
      let subject = Subject(entity: EntityReference(kind, row["entity"]), side: row["side"])
      if found[subject] == nil { order.append(subject) }
      found[subject, default: []].append(row)
    }
    for subject in order { try write(rule, subject, found[subject] ?? []) }
  }

  /// What a contradiction is about: rows of one subject are one contradiction.
  private struct Subject: Hashable {
    let entity: EntityReference
    let side: String?
  }

  /// Whether the row's claim is for the days that the rule found.
  private static func isMeant(_ row: Row) throws -> Bool {
    guard let earliest = row["earliest"] as String? else { return true }
    let during = DateColumns(try (row["during"] as String?).map { try EDTF($0) })
    return during.earliest == earliest && during.latest == row["latest"] as String?
  }

  private func write(_ rule: Contradiction.Rule, _ subject: Subject, _ rows: [Row]) throws {
    let positions = Dictionary(grouping: rows) { $0["position"] as Int }
    let rivals = positions.sorted { $0.key < $1.key }.map { _, rows in
      var seen: Set<String> = []
      return Contradiction.Rival(
        value: Set(rows.map { $0["value"] as String }).sorted().joined(separator: ", "),
        statements: rows.compactMap { $0["statement"] as String? }.filter { seen.insert($0).inserted }
          .map { StatementID($0) })
    }
    guard rivals.count > 1, let type = ContradictionType(rawValue: rows[0]["type"]) else { return }
    try SnapshotWriter(database).write(
      Contradiction(
        entity: subject.entity, property: rows[0]["property"], side: subject.side, type: type, rule: rule,
        rivals: rivals))
  }

  private static let rules: [(Contradiction.Rule, String)] = [
    (.sum, sum), (.census, census), (.mirrored, mirrored),
  ]

  /// A whole that its parts, all of them known, do not add up to.
  private static let sum = """
    WITH added AS (
      SELECT whole.id, sum(part.value_lowest) AS lowest, sum(part.value_highest) AS highest, count(*) AS parts
      FROM observation whole
      JOIN observation_part link ON link.observation = whole.id
      LEFT JOIN observation part ON part.id = link.part
      GROUP BY whole.id
      HAVING count(part.value_lowest) = count(*) AND count(part.value_highest) = count(*)
    ), wrong AS (
      SELECT added.* FROM added JOIN observation whole USING (id)
      WHERE added.lowest > whole.value_highest + 1e-9 OR added.highest < whole.value_lowest - 1e-9
    )
    SELECT 'observation' AS kind, wrong.id AS entity, 'value' AS property, 'amount' AS type, 0 AS position,
      (SELECT value FROM observation WHERE id = wrong.id) AS value, claim.statement
    FROM wrong JOIN claim ON claim.entity = wrong.id AND claim.kind = 'observation' AND claim.property = 'value'
    UNION ALL
    SELECT 'observation', wrong.id, 'value', 'amount', 1,
      iif(wrong.lowest = wrong.highest, format('%.15g', wrong.lowest),
        format('%.15g–%.15g', wrong.lowest, wrong.highest)) || iif(wrong.parts = 1, ' as its one part', format(' as the sum of %d parts', wrong.parts)),
      claim.statement
    FROM wrong JOIN observation_part link ON link.observation = wrong.id
    JOIN claim ON claim.entity = link.part AND claim.kind = 'observation' AND claim.property = 'value'
    """

  /// A stated number of partnerships that those recorded in the same inventory cannot make.
  private static let census = """
    WITH stated AS (
      SELECT * FROM observation
      WHERE inventory IS NOT NULL AND measure IN ('partnerships', 'partnerships established')
        AND (value_lowest IS NOT NULL OR value_highest IS NOT NULL)
    ), inside AS MATERIALIZED (
      SELECT party.partnership, nesting.ancestor AS area, max(party.certain AND nesting.certain) AS certain
      FROM inventory JOIN party USING (partnership) JOIN nesting USING (actor)
      WHERE nesting.ancestor IN (SELECT area FROM stated)
      GROUP BY party.partnership, nesting.ancestor
    ), member AS MATERIALIZED (
      SELECT stated.id, i.partnership,
        (stated.area IS NULL OR inside.certain)
        AND (stated.date IS NULL OR stated.measure = 'partnerships'
          OR ((stated.date_earliest IS NULL OR p.established_earliest >= stated.date_earliest)
            AND (stated.date_latest IS NULL OR p.established_latest <= stated.date_latest))) AS certain
      FROM stated
      JOIN inventory i ON i.source = stated.inventory
      JOIN partnership p ON p.id = i.partnership
      LEFT JOIN inside ON inside.partnership = i.partnership AND inside.area = stated.area
      WHERE (stated.area IS NULL OR inside.area IS NOT NULL)
        AND (stated.date IS NULL OR stated.measure = 'partnerships'
          OR (coalesce(p.established_latest >= stated.date_earliest, 1)
            AND coalesce(p.established_earliest <= stated.date_latest, 1)))
    ), counted AS (
      SELECT stated.id, count(member.partnership) FILTER (WHERE member.certain) AS lowest,
        count(member.partnership) AS highest
      FROM stated LEFT JOIN member USING (id) GROUP BY stated.id
    ), wrong AS (
      SELECT counted.* FROM counted JOIN stated USING (id)
      WHERE counted.lowest > stated.value_highest OR counted.highest < stated.value_lowest
    )
    SELECT 'observation' AS kind, wrong.id AS entity, 'value' AS property, 'amount' AS type, 0 AS position,
      (SELECT value FROM observation WHERE id = wrong.id) AS value, claim.statement
    FROM wrong JOIN claim ON claim.entity = wrong.id AND claim.kind = 'observation' AND claim.property = 'value'
    UNION ALL
    SELECT 'observation', wrong.id, 'value', 'amount', 1,
      iif(lowest = highest, format('%d recorded', lowest), format('%d–%d recorded', lowest, highest)), claim.statement
    FROM wrong LEFT JOIN member ON member.id = wrong.id
    LEFT JOIN claim ON claim.entity = member.partnership AND claim.kind = 'partnership' AND claim.property = 'inventory'
    """

  /// The same item in the same quantity from A to B and from B to A: two gifts, or one written down the wrong way round. The
  /// contradiction is the first flow's; its side tells the other.
  private static let mirrored = """
    WITH sent AS (
      SELECT flow.id, flow.item, flow.quantity, flow.unit, giver.actor AS giver, taker.actor AS taker
      FROM flow
      JOIN participant giver ON giver.event = flow.event AND giver.role IN ('donor', 'sender', 'seller')
      JOIN participant taker ON taker.event = flow.event AND taker.role IN ('recipient', 'buyer')
      WHERE flow.quantity IS NOT NULL
    ), pair AS (
      SELECT DISTINCT a.id AS one, b.id AS other, a.quantity FROM sent a
      JOIN sent b ON b.item = a.item AND b.quantity = a.quantity AND b.unit IS a.unit AND b.giver = a.taker
        AND b.taker = a.giver AND a.id < b.id
    )
    SELECT 'flow' AS kind, pair.one AS entity, 'event' AS property, pair.other AS side, 'identity' AS type,
      iif(claim.entity = pair.one, 0, 1) AS position,
      claim.entity || ' (' || pair.quantity || ')' AS value, claim.statement
    FROM pair JOIN claim ON claim.entity IN (pair.one, pair.other) AND claim.kind = 'flow' AND claim.property = 'quantity'
    """

  /// Declared inactive, though an event or an episode within the two years before says otherwise.
  ///
  /// An episode that is stated with the partnership has no statements of its own: the partnership's `established` is its claim.
  ///
  /// - Parameters:
  ///   - tables: what else the query goes through, with a comma.
  ///   - partnership: which partnership, as SQL.
  private static func activity(in tables: String, of partnership: String) -> String {
    """
    WITH contested AS MATERIALIZED (
      SELECT said.partnership, said.evidence_earliest AS earliest, said.evidence_latest AS latest, done.basis,
        done.evidence
      FROM \(tables) activity said
      JOIN activity done ON done.partnership = \(partnership) AND done.basis <> 'declared'
        AND done.evidence_earliest >= date(said.evidence_earliest, '-2 years')
        AND done.evidence_latest <= said.evidence_latest
      WHERE said.partnership = \(partnership) AND said.basis = 'declared' AND said.active = 0
    )
    SELECT 'partnership' AS kind, partnership AS entity, 'active' AS property, 'activity' AS type, 0 AS position,
      'inactive' AS value, claim.statement, earliest, latest, claim.during
    FROM contested
    JOIN claim ON claim.kind = 'partnership' AND claim.entity = partnership AND claim.property = 'active'
      AND claim.value = 'no'
    UNION
    SELECT 'partnership', partnership, 'active', 'activity', 1, evidence, claim.statement, NULL, NULL, NULL
    FROM contested JOIN claim ON claim.kind = basis AND claim.entity = evidence AND claim.property = 'date'
    UNION
    SELECT 'partnership', contested.partnership, 'active', 'activity', 1, evidence, claim.statement, NULL, NULL, NULL
    FROM contested JOIN episode ON episode.id = evidence AND episode.stated_with_partnership = 1
    JOIN claim ON claim.kind = 'partnership' AND claim.entity = contested.partnership AND claim.property = 'established'
    WHERE basis = 'episode'
    """
  }
}
