public import Diplomacy
import GRDB

extension ArchiveStore {
  /// The statements of a source that stand, in the order they were recorded, packed ones as well: on entities of one kind or of all, from a
  /// number in the log on, at most so many.
  public func standing(of source: SourceID, on kind: EntityKind?, from start: Int64, limit: Int) throws -> [(
    seq: Int64, statement: LoggedStatement
  )] {
    let rows = try query(
      """
      SELECT id, seq FROM live_statement
      WHERE source = :source AND seq >= CAST(:start AS INTEGER) AND (:kind = '' OR kind = :kind)
      ORDER BY seq LIMIT CAST(:limit AS INTEGER)
      """,
      ["source": source.text, "start": String(start), "kind": kind?.rawValue ?? "", "limit": String(limit)]
    ).rows
    let numbers = Dictionary(rows.map { ($0[0].text, Int64($0[1].number ?? 0)) }) { first, _ in first }
    let logged = try log(ids: rows.map { StatementID($0[0].text) }).compactMap { one in
      numbers[one.statement.id.text].map { (seq: $0, statement: one) }
    }
    let packed = try packed(of: source, on: kind, from: start, limit: limit)
    return Array((logged + packed).sorted { $0.seq < $1.seq }.prefix(limit))
  }

  private func packed(of source: SourceID, on kind: EntityKind?, from start: Int64, limit: Int) throws -> [(
    seq: Int64, statement: LoggedStatement
  )] {
    var found: [(seq: Int64, statement: LoggedStatement)] = []
    try Self.guarding(path) {
      try read { database in
        let moments = try Row.fetchAll(database, sql: "SELECT id, recorded_at FROM batch").reduce(
          into: [Int64: String]()
        ) { $0[$1["id"]] = $1["recorded_at"] }
        try SheafLog(database: database).eachHeard(from: start, on: kind) { seq, batch, packed, row in
          guard try packed.source(row) == source.text, try packed.rank(row) != .deprecated else {
            return true
          }
          let statement = LoggedStatement(
            statement: try packed.statement(row), recordedAt: moments[batch] ?? "", batch: batch,
            retraction: nil)
          found.append((seq, statement))
          return found.count < limit
        }
      }
    }
    return found
  }

  /// How many packed statements of a source stand, by what they speak of.
  public func packedSubjects(of source: SourceID) throws -> [EntityReference: Int] {
    var subjects: [EntityReference: Int] = [:]
    try Self.guarding(path) {
      try read { database in
        try SheafLog(database: database).eachHeard { _, _, packed, row in
          guard try packed.source(row) == source.text, try packed.rank(row) != .deprecated else { return }
          subjects[
            EntityReference(packed.kind, String(decoding: packed.entity(row), as: UTF8.self)), default: 0] +=
            1
        }
      }
    }
    return subjects
  }
}
