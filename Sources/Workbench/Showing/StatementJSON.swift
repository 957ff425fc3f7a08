public import Archive
import Diplomacy

/// A logged statement as JSON: `{id, kind, entity, says, source, locator, rank, certainty, coder, note, recordedAt, batch, retraction}`.
public enum StatementJSON {
  public static func json(_ logged: LoggedStatement) -> JSON {
    let statement = logged.statement
    return .object([
      .init("id", .string(statement.id.text)), .init("kind", .string(statement.entity.kind.rawValue)),
      .init("entity", .string(statement.entity.id)),
      .init("says", says(statement.says)),
      .init("source", .string(statement.source.text)), .init("locator", .string(statement.locator)),
      .init("rank", .string(statement.rank.rawValue)),
      .init("certainty", .string(statement.certainty.rawValue)),
      .init("coder", .string(statement.coder)), .init("note", .string(statement.note)),
      .init("recordedAt", .string(logged.recordedAt)), .init("batch", .number(Double(logged.batch))),
      .init("retraction", logged.retraction.map(JSON.string) ?? .null),
    ])
  }

  /// Each property's claims, as the log has them (`Documentation/Schema.md`): a text, or an object where more is said than a value.
  private static func says(_ says: [Property: [Claim]]) -> JSON {
    .object(
      says.sorted { $0.key.name < $1.key.name }.map { .init($0.key.name, .array($0.value.map(claim))) })
  }

  private static func claim(_ claim: Claim) -> JSON {
    let values = claim.alternatives.map { JSON.string($0.description) }
    let value = values.count == 1 ? values[0] : .array(values)
    let more: [(String, String?)] = [
      ("during", claim.during?.text), ("role", claim.role?.rawValue), ("side", claim.side),
    ]
    let members = more.compactMap { name, text in text.map { JSON.Member(name, .string($0)) } }
    return members.isEmpty && values.count == 1 ? value : .object(members + [.init("value", value)])
  }
}
