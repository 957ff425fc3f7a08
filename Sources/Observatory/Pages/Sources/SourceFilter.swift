import Archive
import Diplomacy
import Workbench

/// Which statements of a source a visitor wants to see.
struct SourceFilter: Sendable {
  let kind: EntityKind?
  /// The number of the last one seen, as the answer before gave it.
  let after: Int64?
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
    after = try ask.query["after"].map { text in
      guard let number = Int64(text), number >= 0 else {
        throw ObservatoryError.badParameter(
          name: "after", found: text, expected: "the number of the last one seen")
      }
      return number
    }
    statement = ask.query["statement"]
  }

  /// Statements that stand, in the order they were recorded, packed ones as well; and the number after which the next page begins.
  ///
  /// Throws `ObservatoryError.badParameter` where the page is to begin at a statement that the source does not make, or that came in a large
  /// table.
  func page(of source: String, in archive: ArchiveStore) throws -> (
    statements: [LoggedStatement], next: Int64?
  ) {
    var start = (after ?? -1) + 1
    if let statement {
      let found = try archive.query(
        "SELECT seq FROM statement WHERE id = :id AND source = :source", ["id": statement, "source": source])
      guard let seq = found.rows.first?[0].number else {
        throw ObservatoryError.badParameter(
          name: "statement", found: statement, expected: "a statement of this source")
      }
      start = max(start, Int64(seq))
    }
    let found = try archive.standing(
      of: SourceID(source), on: kind, from: start, limit: Self.shown + 1)
    let shown = found.prefix(Self.shown)
    return (shown.map(\.statement), found.count > shown.count ? shown.last?.seq : nil)
  }

  func address(_ source: String, kind: EntityKind?, after: Int64? = nil) -> String {
    Address.asking(
      Address.source(source), [("kind", kind?.rawValue), ("after", after.map { String($0) })])
  }

  static let parameters = [
    Route.Parameter(
      name: "kind", about: "On things of that kind only.",
      schema: ["type": "string", "enum": .array(EntityKind.allCases.map { .string($0.rawValue) })]),
    Route.Parameter(
      name: "after", about: "What the answer before gave as `next`: those after it.",
      schema: ["type": "integer", "minimum": 0]),
    Route.Parameter(
      name: "statement", about: "The identifier of the statement to begin with.", schema: ["type": "string"]),
  ]
}
