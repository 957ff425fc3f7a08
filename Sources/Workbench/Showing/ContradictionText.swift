public import Archive
public import Diplomacy

/// A contradiction as lines of text and as JSON, with the statements on each side and where they stand.
public struct ContradictionText {
  private let contradiction: Contradiction
  private let statements: [StatementID: LoggedStatement]
  private let title: String?

  /// - Parameter title: what the entity is called; nil where its identifier must do.
  public init(_ contradiction: Contradiction, statements: [LoggedStatement], title: String? = nil) {
    self.contradiction = contradiction
    self.title = title
    self.statements = Dictionary(statements.map { ($0.statement.id, $0) }) { first, _ in first }
  }

  /// The head line, and one for each rival.
  public var lines: [String] {
    let side = contradiction.side.map { " (\($0))" } ?? ""
    let how = contradiction.rule == .statements ? "" : ", by \(contradiction.rule.rawValue)"
    return [
      "  \(contradiction.type.rawValue)\(how): \(contradiction.property)\(side) of "
        + (title.map { "\($0)  [\(contradiction.entity.id)]" } ?? contradiction.entity.description)
    ]
      + contradiction.rivals.map { rival in
        let places = rival.statements.prefix(3).map { id -> String in
          guard let statement = statements[id]?.statement else { return id.text }
          return "\(statement.source), \(statement.locator) [\(id)]"
        }
        let more = rival.statements.count > 3 ? "; … \(rival.statements.count) statements" : ""
        return "      \(rival.value)  ← \(places.joined(separator: "; "))\(more)"
      }
  }

  /// `{id, type, rule, kind, entity, property, side, rivals: [{value, statements: [{id, source, locator}]}]}`.
  public static func json(_ contradiction: Contradiction, _ statements: [LoggedStatement]) -> JSON {
    let known = Dictionary(statements.map { ($0.statement.id, $0) }) { first, _ in first }
    return .object([
      .init("id", .string(contradiction.id)), .init("type", .string(contradiction.type.rawValue)),
      .init("rule", .string(contradiction.rule.rawValue)),
      .init("kind", .string(contradiction.entity.kind.rawValue)),
      .init("entity", .string(contradiction.entity.id)), .init("property", .string(contradiction.property)),
      .init("side", contradiction.side.map(JSON.string) ?? .null),
      .init(
        "rivals",
        .array(
          contradiction.rivals.map { rival in
            .object([
              .init("value", .string(rival.value)),
              .init(
                "statements",
                .array(
                  rival.statements.map { id in
                    .object([
                      .init("id", .string(id.text)),
                      .init("source", known[id].map { .string($0.statement.source.text) } ?? .null),
                      .init("locator", known[id].map { .string($0.statement.locator) } ?? .null),
                    ])
                  })),
            ])
          })),
    ])
  }

  /// All contradictions of an archive as a JSON array.
  public static func json(in archive: ArchiveStore) throws -> String {
    let log = try archive.log()
    return JSON.array(try archive.contradictions().map { json($0, log) }).text(pretty: true)
  }

  /// All contradictions of an archive as text, by type, with a count of each.
  public static func text(in archive: ArchiveStore) throws -> String {
    let log = try archive.log()
    let all = try archive.contradictions()
    let titles = try archive.contestedTitles()
    var lines: [String] = []
    for type in ContradictionType.allCases {
      let own = all.filter { $0.type == type }
      guard !own.isEmpty else { continue }
      lines.append("\(type.rawValue.uppercased()) (\(own.count))")
      lines += own.flatMap { ContradictionText($0, statements: log, title: titles[$0.entity]).lines } + [""]
    }
    return (lines + ["\(all.count) contradictions.", try PolicyNote.text(for: archive)]).joined(
      separator: "\n")
  }
}
