import Archive
import Diplomacy

extension RecordDifference {
  /// By kind of entity, then sources, contradictions and results; one line when nothing differs.
  public var text: String {
    guard !isEmpty else { return "Nothing differs." }
    var parts = EntityChange.Kind.allCases.map { kind in
      section(kind.rawValue, entities.filter { $0.kind == kind }.map(entity))
    }
    parts.append(section("sources", works(sources)))
    parts.append(section("ladders", works(ladders)))
    parts.append(section("contradictions that appeared", contradictions.appeared.map(contradiction)))
    parts.append(section("contradictions that went", contradictions.gone.map(contradiction)))
    if let moves { parts.append(section("results that move", moves.map(move))) }
    if let moves, moves.isEmpty { parts.append(["No result moves."]) }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(title.uppercased()) (\(lines.count))"] + lines
  }

  /// Of an entity that is new or gone its properties on one line; of one that changed each on its own.
  private func entity(_ change: EntityChange) -> String {
    let (kind, id) = (change.entity.kind.rawValue, change.entity.id)
    let head = change.title == id ? "  \(kind) \(id)" : "  \(kind) \(change.title)  [\(id)]"
    if change.kind == .changed {
      return ([head] + change.changes.map { "      \(ChangeText.line($0))" }).joined(separator: "\n")
    }
    return head + ": " + Set(change.changes.map(\.property)).sorted().joined(separator: ", ")
  }

  private func works(_ works: (added: [String], gone: [String])) -> [String] {
    works.added.map { "  + \($0)" } + works.gone.map { "  − \($0)" }
  }

  private func contradiction(_ contradiction: Contradiction) -> String {
    "  \(contradiction.type.rawValue): \(contradiction.entity), \(HistoryText.rivals(contradiction))"
  }

  private func move(_ move: Move) -> String {
    let (before, after) = (move.before, move.after)
    let status =
      before.status == after.status
      ? after.status.rawValue : "\(before.status.rawValue) → \(after.status.rawValue)"
    return "  \(after.study) \(after.figure.id) \(status): \(after.figure.says): published "
      + "\(after.publishedText), computed \(before.computedText) → \(after.computedText)"
  }

  /// `{same, entities, sources, ladders, contradictions, results}`, as in Documentation/Formats.md.
  public var json: String {
    JSON.object([
      .init("same", .boolean(isEmpty)),
      .init(
        "entities",
        .array(
          entities.map { change in
            .object([
              .init("change", .string(change.kind.rawValue)),
              .init("kind", .string(change.entity.kind.rawValue)), .init("entity", .string(change.entity.id)),
              .init("title", .string(change.title)),
              .init("properties", .array(change.changes.map(ChangeText.json))),
            ])
          })),
      .init("sources", sides(sources.added.map(JSON.string), sources.gone.map(JSON.string))),
      .init("ladders", sides(ladders.added.map(JSON.string), ladders.gone.map(JSON.string))),
      .init(
        "contradictions",
        sides(
          contradictions.appeared.map { ContradictionText.json($0, []) },
          contradictions.gone.map { ContradictionText.json($0, []) })),
      .init(
        "results",
        moves.map { moves in
          .array(
            moves.map { move in
              .object([
                .init("before", CheckRendering.json(move.before, under: .undecided)),
                .init("after", CheckRendering.json(move.after, under: .undecided)),
              ])
            })
        } ?? .null),
    ]).text(pretty: true)
  }

  private func sides(_ added: [JSON], _ gone: [JSON]) -> JSON {
    .object([.init("added", .array(added)), .init("gone", .array(gone))])
  }
}
