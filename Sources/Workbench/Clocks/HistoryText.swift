public import Archive
public import Diplomacy

/// How an entity came to be known, as text and as JSON.
public struct HistoryText {
  private let entity: EntityReference
  private let steps: [HistoryStep]

  public init(_ entity: EntityReference, _ steps: [HistoryStep]) {
    self.entity = entity
    self.steps = steps
  }

  public var text: String {
    (["\(entity): \(steps.count) batch\(steps.count == 1 ? "" : "es") touched it"] + steps.flatMap(lines))
      .joined(separator: "\n")
  }

  private func lines(_ step: HistoryStep) -> [String] {
    let undone = step.batch.undoneBy.map { "  (undone since, by batch \($0))" } ?? ""
    var lines = ["", "\(step.batch.recordedAt)  \(BatchTable.title(step.batch))\(undone)"]
    if !step.batch.batch.reason.isEmpty { lines.append("  because: \(step.batch.batch.reason)") }
    for (statement, isKnown) in step.said {
      lines.append(
        "  \(isKnown ? "says again" : "says")  \(Self.says(statement))  ← \(Self.place(statement))")
    }
    lines += step.withdrawn.map { "  withdraws  \(Self.says($0))  ← \(Self.place($0))" }
    lines += step.returned.map { "  brings back  \(Self.says($0))  ← \(Self.place($0))" }
    lines += step.changes.map { "  ⇒ \(ChangeText.line($0))" }
    lines += step.contested.map { "  contested: \(Self.rivals($0))" }
    lines += step.settled.map { "  no longer contested: \($0.property)" }
    return lines
  }

  private static func says(_ statement: Diplomacy.Statement) -> String {
    statement.says.sorted { $0.key < $1.key }.map { property, claims in
      "\(property.name) " + claims.map(claim).joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func claim(_ claim: Claim) -> String {
    let value = claim.alternatives.map(\.description).joined(separator: " or ")
    let qualifiers = [claim.side, claim.role?.rawValue, claim.during?.text].compactMap(\.self)
    return qualifiers.isEmpty ? value : "\(value) (\(qualifiers.joined(separator: ", ")))"
  }

  private static func place(_ statement: Diplomacy.Statement) -> String {
    "\(statement.source), \(statement.locator) [\(statement.id)]"
  }

  static func rivals(_ contradiction: Contradiction) -> String {
    contradiction.property + (contradiction.side.map { " (\($0))" } ?? "") + ", "
      + contradiction.rivals.map(\.value).joined(separator: " against ")
  }

  /// `{kind, entity, steps}`, as in Documentation/Formats.md.
  public var json: String {
    JSON.object([
      .init("kind", .string(entity.kind.rawValue)), .init("entity", .string(entity.id)),
      .init("steps", .array(steps.map(Self.json))),
    ]).text(pretty: true)
  }

  private static func json(_ step: HistoryStep) -> JSON {
    .object([
      .init("batch", BatchTable.json(step.batch)),
      .init(
        "said",
        .array(
          step.said.map { statement, isKnown in
            .object(members(statement) + [.init("known", .boolean(isKnown))])
          })),
      .init("withdrawn", .array(step.withdrawn.map { .object(members($0)) })),
      .init("returned", .array(step.returned.map { .object(members($0)) })),
      .init("changes", .array(step.changes.map(ChangeText.json))),
      .init("contested", .array(step.contested.map { ContradictionText.json($0, []) })),
      .init("settled", .array(step.settled.map { .string($0.id) })),
    ])
  }

  private static func members(_ statement: Diplomacy.Statement) -> [JSON.Member] {
    [
      .init("id", .string(statement.id.text)),
      .init("says", (try? JSON(text: StatementText.encode(statement.says))) ?? .null),
      .init("source", .string(statement.source.text)), .init("locator", .string(statement.locator)),
      .init("coder", .string(statement.coder)),
    ]
  }
}
