import Archive
import Workbench

/// What a source says, of whom, and how far it reaches.
struct SourceProfile: Sendable {
  struct Kind: Sendable {
    let kind: String
    let statements: Int
    let entities: Int
  }

  /// Something that it speaks of, by how much it says.
  struct Subject: Sendable {
    let kind: String
    let id: String
    let title: String
    let statements: Int
  }

  let share: SourceShare
  let imprint: String
  let kinds: [Kind]
  let subjects: [Subject]
  /// The first and last day that the events and beginnings of partnerships it speaks of can mean; nil where none is dated.
  let span: (first: String, last: String)?
  /// How many partnerships it counts as a census; nil where it is none.
  let census: Int?
  let contradictions: Int
  /// How many of its statements came in large tables and are listed with what they speak of, not here.
  let packed: Int

  private static let shown = 24

  init(_ share: SourceShare, in archive: ArchiveStore) throws {
    self.share = share
    let own = ["source": share.id]
    func rows(_ sql: String) throws -> [[ResultTable.Cell]] { try archive.query(sql, own).rows }
    func number(_ cell: ResultTable.Cell?) -> Int { Int(cell?.number ?? 0) }
    imprint = Imprint.text(try rows("SELECT csl FROM source WHERE id = :source").first?[0].text ?? "")
    kinds = try rows(
      "SELECT kind, count(*), count(DISTINCT entity) FROM live_statement WHERE source = :source GROUP BY kind ORDER BY 2 DESC"
    ).map { Kind(kind: $0[0].text, statements: number($0[1]), entities: number($0[2])) }
    subjects = try rows(
      """
      SELECT s.kind, s.entity, coalesce(a.label, p.title), s.n FROM (
        SELECT kind, entity, count(*) AS n FROM live_statement
        WHERE source = :source AND kind IN ('actor', 'partnership') GROUP BY kind, entity
        ORDER BY n DESC, kind, entity LIMIT \(Self.shown)) s
      LEFT JOIN actor a ON s.kind = 'actor' AND a.id = s.entity
      LEFT JOIN partnership p ON s.kind = 'partnership' AND p.id = s.entity
      ORDER BY s.n DESC, s.kind, s.entity
      """
    ).map {
      Subject(
        kind: $0[0].text, id: $0[1].text, title: $0[2] == .null ? $0[1].text : $0[2].text,
        statements: number($0[3]))
    }
    let days = try rows(
      """
      WITH own AS (SELECT DISTINCT kind, entity FROM live_statement WHERE source = :source)
      SELECT min(first), max(last) FROM (
        SELECT date_earliest AS first, date_latest AS last FROM event
        WHERE id IN (SELECT entity FROM own WHERE kind = 'event')
        UNION ALL
        SELECT established_earliest, established_latest FROM partnership_row
        WHERE id IN (SELECT entity FROM own WHERE kind = 'partnership'))
      """
    ).first
    span = days.flatMap { $0[0] == .null || $0[1] == .null ? nil : ($0[0].text, $0[1].text) }
    let counted = number(try rows("SELECT count(*) FROM inventory WHERE source = :source").first?[0])
    census = counted > 0 ? counted : nil
    contradictions = number(
      try rows(
        """
        SELECT count(DISTINCT v.contradiction) FROM contradiction_value v JOIN statement s ON s.id = v.statement
        WHERE s.source = :source
        """
      ).first?[0])
    packed = max(0, share.statements - kinds.map(\.statements).reduce(0, +))
  }
}
