import Diplomacy
import GRDB

extension ArchiveStore {
  /// Goes through every statement on record, packed ones as well and retracted ones, in the order they were recorded; one at a time, so that
  /// a million need no more memory than a few.
  public func eachLogged(_ body: (LoggedStatement) throws -> Void) throws {
    try Self.guarding(path) {
      try read { database in
        let rows = try Row.fetchCursor(database, sql: LoggedStatement.sql(""))
        var next = try rows.next()
        /// Gives the rows that come before a place.
        func giveRows(before place: Int64) throws {
          while let row = next, row["place"] < place {
            try body(try LoggedStatement(row))
            next = try rows.next()
          }
        }
        let moments = try Row.fetchAll(database, sql: "SELECT id, recorded_at FROM batch").reduce(
          into: [Int64: String]()
        ) { $0[$1["id"]] = $1["recorded_at"] }
        try SheafLog(database: database).eachHeard { seq, batch, packed, row in
          try giveRows(before: seq)
          try body(
            LoggedStatement(
              statement: try packed.statement(row), recordedAt: moments[batch] ?? "", batch: batch,
              retraction: nil))
        }
        try giveRows(before: .max)
      }
    }
  }

  /// The sources on record, those with the most statements first: `id`, `issued`, `title`, and of the statements that stand, packed ones as
  /// well, how many cite it (`statements`) and of how many entities they speak (`entities`).
  public func sourceShares() throws -> ResultTable {
    try Self.guarding(path) {
      try read { database in
        var shares = SourceShares()
        let rows = try Row.fetchCursor(database, sql: "SELECT source, kind, entity FROM live_statement")
        while let row = try rows.next() { shares.count(row["source"], row["kind"], row["entity"]) }
        try SheafLog(database: database).eachHeard { _, _, packed, row in
          if try packed.rank(row) != .deprecated {
            shares.count(
              try packed.source(row), packed.kind.rawValue,
              String(decoding: packed.entity(row), as: UTF8.self))
          }
        }
        let sources = try Row.fetchAll(database, sql: "SELECT id, issued, title FROM source ORDER BY id")
        let table = sources.map { row -> [ResultTable.Cell] in
          let (statements, entities) = shares[row["id"]]
          return [
            .text(row["id"]), (row["issued"] as String?).map { .text($0) } ?? .null, .text(row["title"]),
            .integer(Int64(statements)), .integer(Int64(entities)),
          ]
        }
        return ResultTable(
          columns: ["id", "issued", "title", "statements", "entities"],
          rows: table.sorted { ($1[3].number ?? 0, $0[0].text) < ($0[3].number ?? 0, $1[0].text) })
      }
    }
  }
}

/// Counts the statements of each source, and the entities that they speak of.
private struct SourceShares {
  private var statements: [String: Int] = [:]
  private var entities: [String: Set<EntityName>] = [:]

  private struct EntityName: Hashable {
    let kind: String
    let id: String
  }

  mutating func count(_ source: String, _ kind: String, _ entity: String) {
    statements[source, default: 0] += 1
    entities[source, default: []].insert(EntityName(kind: kind, id: entity))
  }

  subscript(source: String) -> (statements: Int, entities: Int) {
    (statements[source] ?? 0, entities[source]?.count ?? 0)
  }
}
