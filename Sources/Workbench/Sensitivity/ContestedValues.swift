public import Archive
import Diplomacy
public import Interchange

/// What the contested values in a dossier come to under each policy.
public struct ContestedValues {
  private let dossier: Dossier
  private let values: [(contradiction: Contradiction, values: EachPolicy<String>)]
  private let titles: [EntityReference: String]

  public init(_ dossier: Dossier, in archive: ArchiveStore) throws {
    self.dossier = dossier
    titles = try archive.contestedTitles()
    let policies = try archive.policies()
    let contested = dossier.contradictions.filter { $0.rule == .statements }
    let values = try archive.values(of: contested, under: policies)
    self.values = contested.enumerated().map { place, contradiction in
      (contradiction, EachPolicy(zip(policies, values).map { (policy: $0, result: $1[place] ?? "") }))
    }
  }

  /// A row a contested value, a column a policy; contradictions that no policy decides are named below.
  public var grid: Grid {
    let all = EachPolicy(
      policies.enumerated().map { place, policy in
        (policy: policy, result: values.map { $0.values.results[place].result })
      })
    let told = policies.isEmpty ? [] : all.telling
    return Grid(
      header: ["contested value"] + told.map(\.policy.description),
      rows: values.enumerated().map { place, value in
        [title(value.contradiction)] + told.map { $0.result[place] }
      },
      numeric: Set(1..<max(2, told.count + 1)), title: "\(dossier.title), under each policy",
      notes: values.map { says($0.contradiction) }
        + dossier.contradictions.filter { $0.rule != .statements }.map {
          "No policy decides the \(title($0)) (rule \($0.rule.rawValue)): it takes a new statement."
        }
        + (values.isEmpty ? ["No statements on it contradict each other: all policies give the same."] : [])
        + (policies.isEmpty ? [] : all.untold.map { [$0] } ?? []))
  }

  /// An array of `{contradiction, kind, entity, property, side, values: [{policy, value}]}`.
  public var json: String {
    JSON.array(
      values.map { contradiction, values in
        .object([
          .init("contradiction", .string(contradiction.id)),
          .init("kind", .string(contradiction.entity.kind.rawValue)),
          .init("entity", .string(contradiction.entity.id)),
          .init("property", .string(contradiction.property)),
          .init("side", contradiction.side.map(JSON.string) ?? .null),
          .init(
            "values",
            .array(
              values.results.map {
                .object([.init("policy", .string($0.policy.description)), .init("value", .string($0.result))])
              })),
        ])
      }
    ).text(pretty: true)
  }

  private var policies: [Policy] { values.first?.values.results.map(\.policy) ?? [] }

  private func title(_ contradiction: Contradiction) -> String {
    let side = contradiction.side.map { contradiction.rule == .mirrored ? "" : " (\($0))" } ?? ""
    return "\(contradiction.property)\(side) of: \(titles[contradiction.entity] ?? contradiction.entity.id)"
  }

  /// Who says what: "12000: mierzejewski-2021, L191; L219. 11700: …".
  private func says(_ contradiction: Contradiction) -> String {
    let known = Dictionary(dossier.statements.map { ($0.statement.id, $0.statement) }) { first, _ in first }
    return contradiction.rivals.map { rival in
      let places = rival.statements.compactMap { known[$0].map { "\($0.source), \($0.locator)" } }
      return "\(rival.value): \(places.joined(separator: "; "))"
    }.joined(separator: ". ") + "."
  }
}
