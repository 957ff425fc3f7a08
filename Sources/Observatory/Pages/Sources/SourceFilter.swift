import Archive
import Diplomacy
import Workbench

/// Which statements of a source a visitor wants to see.
struct SourceFilter: Sendable {
  let kind: EntityKind?
  /// The one before those that are wanted.
  let after: String?
  /// The one that the page is to begin with.
  let statement: String?
  private static let shown = 40

  init(_ ask: Ask) throws {
    let name = ask.query["kind"] ?? ""
    kind = EntityKind(rawValue: name)
    guard name.isEmpty || kind != nil else {
      throw ObservatoryError.badParameter(
        name: "kind", found: name, expected: EntityKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    (after, statement) = (ask.query["after"], ask.query["statement"])
  }

  /// Statements that stand, in the order they were recorded; those that came packed in large tables are not among them.
  ///
  /// Throws `ObservatoryError.badParameter` where the page is to begin at a statement that the source does not make.
  func page(of source: String, in archive: ArchiveStore) throws -> (
    statements: [LoggedStatement], next: String?
  ) {
    var start = 0.0
    for (name, id, offset) in [("after", after, 1.0), ("statement", statement, 0)] {
      guard let id else { continue }
      let found = try archive.query(
        "SELECT seq FROM statement WHERE id = :id AND source = :source", ["id": id, "source": source])
      guard let seq = found.rows.first?[0].number else {
        throw ObservatoryError.badParameter(name: name, found: id, expected: "a statement of this source")
      }
      start = max(start, seq + offset)
    }
    let rows = try archive.query(
      """
      SELECT id FROM live_statement
      WHERE source = :source AND seq >= CAST(:start AS INTEGER) AND (:kind = '' OR kind = :kind)
      ORDER BY seq LIMIT \(Self.shown + 1)
      """, ["source": source, "start": String(Int64(start)), "kind": kind?.rawValue ?? ""]
    ).rows.map { $0[0].text }
    let shown = rows.prefix(Self.shown)
    return (
      try archive.log(ids: shown.map { StatementID($0) }), rows.count > shown.count ? shown.last : nil
    )
  }

  func address(_ source: String, kind: EntityKind?, after: String? = nil) -> String {
    var parts: [String] = []
    if let kind { parts.append("kind=" + Address.value(kind.rawValue)) }
    if let after { parts.append("after=" + Address.value(after)) }
    return Address.source(source) + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  static let parameters = [
    Route.Parameter(
      name: "kind", about: "On things of that kind only.",
      schema: ["type": "string", "enum": .array(EntityKind.allCases.map { .string($0.rawValue) })]),
    Route.Parameter(
      name: "after", about: "The identifier of the last statement seen: those after it.",
      schema: ["type": "string"]),
    Route.Parameter(
      name: "statement", about: "The identifier of the statement to begin with.", schema: ["type": "string"]),
  ]
}
