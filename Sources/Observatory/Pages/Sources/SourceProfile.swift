import Archive
import Diplomacy
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

  private static let shown = 24

  init(_ share: SourceShare, of ledger: Ledger, in archive: ArchiveStore) throws {
    self.share = share
    let own = ["source": share.id]
    let number = { (cell: ResultTable.Cell?) in Int(cell?.number ?? 0) }
    let rows = { (sql: String) throws -> [[ResultTable.Cell]] in try archive.query(sql, own).rows }
    imprint = Imprint.text(try rows("SELECT csl FROM source WHERE id = :source").first?[0].text ?? "")
    var subjects = try archive.packedSubjects(of: SourceID(share.id))
    for row in try rows(
      "SELECT kind, entity, count(*) FROM live_statement WHERE source = :source GROUP BY kind, entity")
    {
      guard let kind = EntityKind(rawValue: row[0].text) else { continue }
      subjects[EntityReference(kind, row[1].text), default: 0] += number(row[2])
    }
    kinds = Dictionary(grouping: subjects) { $0.key.kind }.map { kind, some in
      Kind(kind: kind.rawValue, statements: some.map(\.value).reduce(0, +), entities: some.count)
    }.sorted { ($1.statements, $0.kind) < ($0.statements, $1.kind) }
    let shown = subjects.filter { [.actor, .partnership].contains($0.key.kind) }.sorted {
      ($1.value, $0.key.kind.rawValue, $0.key.id) < ($0.value, $1.key.kind.rawValue, $1.key.id)
    }.prefix(Self.shown)
    self.subjects = try shown.map { entity, count in
      let title = try archive.query(
        entity.kind == .actor
          ? "SELECT label FROM actor WHERE id = :id" : "SELECT title FROM partnership WHERE id = :id",
        ["id": entity.id])
      return Subject(
        kind: entity.kind.rawValue, id: entity.id,
        title: title.rows.first.flatMap { $0[0] == .null ? nil : $0[0].text } ?? entity.id, statements: count)
    }
    let partnerships = Set(subjects.keys.filter { $0.kind == .partnership }.map(\.id))
    let dates = Set(
      partnerships.compactMap { id -> Int32? in
        let place = ledger.place(of: id)
        return place < ledger.count && ledger.identifiers[place] == id ? ledger.dateCodes[place] : nil
      }
    ).map { ledger.dates[Int($0)] }
    let days = try rows(
      """
      SELECT min(date_earliest), max(date_latest) FROM event
      WHERE id IN (SELECT entity FROM live_statement WHERE source = :source AND kind = 'event')
      """
    ).first?.map { $0 == .null ? nil : $0.text }
    let first = ([days?[0]] + dates.map { $0.establishedEarliest?.description }).compactMap(\.self).min()
    let last = ([days?[1]] + dates.map { $0.establishedLatest?.description }).compactMap(\.self).max()
    span = first.flatMap { first in last.map { (first, $0) } }
    let counted = number(try rows("SELECT count(*) FROM inventory WHERE source = :source").first?[0])
    census = counted > 0 ? counted : nil
    contradictions = number(
      try rows(
        """
        SELECT count(DISTINCT v.contradiction) FROM contradiction_value v JOIN statement s ON s.id = v.statement
        WHERE s.source = :source
        """
      ).first?[0])
  }
}
