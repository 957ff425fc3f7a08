import Diplomacy
import GRDB

/// Writes a statement as a row of the log.
struct StatementWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func insert(_ statement: Statement, batch: Int64, seq: Int64) throws {
    try refuseZero(in: statement)
    let insertion = try database.cachedStatement(
      sql: """
        INSERT INTO statement
          (seq, id, batch, kind, entity, says, source, locator, rank, certainty, coder, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insertion.execute(arguments: [
      seq, statement.id.text, batch, statement.entity.kind.rawValue, statement.entity.id,
      StatementText.encode(statement.says), statement.source.text, statement.locator, statement.rank.rawValue,
      statement.certainty.rawValue, statement.coder, statement.note,
    ])
  }

  /// SQLite's texts end at U+0000: a statement that holds one would come back cut short.
  private func refuseZero(in statement: Statement) throws {
    let claims = statement.says.values.joined()
    let texts =
      [statement.entity.id, statement.source.text, statement.locator, statement.coder, statement.note]
      + claims.flatMap { $0.alternatives.map(\.description) } + claims.compactMap(\.side)
    guard texts.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw DatabaseError(
        resultCode: .SQLITE_CONSTRAINT,
        message: "a statement on \(statement.entity) holds the character U+0000")
    }
  }
}
