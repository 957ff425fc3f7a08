import Archive
import Diplomacy
import Interchange
import Workbench

/// Contradictions as data.
enum ContestData {
  /// `{count, next, contradictions}`.
  static func value(_ page: ContestList.Page, _ statements: [LoggedStatement]) -> JSON {
    [
      "count": .integer(Int64(page.count)), "next": page.next.map(JSON.string) ?? .null,
      "contradictions": .array(page.contests.map { ContradictionText.json($0.contradiction, statements) }),
    ]
  }

  /// A row a rival value, with the sources that give it and where they do.
  static func table(_ contests: [ContestList.Contest], _ statements: [LoggedStatement]) -> Grid {
    let known = Dictionary(statements.map { ($0.statement.id, $0.statement) }) { first, _ in first }
    return Grid(
      header: [
        "contradiction", "type", "rule", "kind", "entity", "property", "side", "value", "sources",
        "statements",
      ],
      rows: contests.map(\.contradiction).flatMap { contradiction in
        contradiction.rivals.map { rival in
          let places = rival.statements.compactMap { known[$0].map { "\($0.source), \($0.locator)" } }
          return [
            contradiction.id, contradiction.type.rawValue, contradiction.rule.rawValue,
            contradiction.entity.kind.rawValue, contradiction.entity.id, contradiction.property,
            contradiction.side ?? "", rival.value, places.joined(separator: "; "),
            rival.statements.map(\.text).joined(separator: " "),
          ]
        }
      })
  }
}
