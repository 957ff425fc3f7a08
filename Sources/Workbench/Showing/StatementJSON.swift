public import Archive
import Diplomacy

/// A logged statement as JSON: `{id, kind, entity, says, source, locator, rank, certainty, coder, note, recordedAt, batch, retraction}`.
public enum StatementJSON {
  public static func json(_ logged: LoggedStatement) -> JSON {
    let statement = logged.statement
    return .object([
      .init("id", .string(statement.id.text)), .init("kind", .string(statement.entity.kind.rawValue)),
      .init("entity", .string(statement.entity.id)),
      .init("says", (try? JSON(text: StatementText.encode(statement.says))) ?? .null),
      .init("source", .string(statement.source.text)), .init("locator", .string(statement.locator)),
      .init("rank", .string(statement.rank.rawValue)),
      .init("certainty", .string(statement.certainty.rawValue)),
      .init("coder", .string(statement.coder)), .init("note", .string(statement.note)),
      .init("recordedAt", .string(logged.recordedAt)), .init("batch", .number(Double(logged.batch))),
      .init("retraction", logged.retraction.map(JSON.string) ?? .null),
    ])
  }
}
