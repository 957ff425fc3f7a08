import Diplomacy
public import Interchange

extension EachPolicy where Result == [CheckResult] {
  /// The figures that do not come to the same under every policy, a column a policy.
  public var grid: Grid {
    let told = telling
    let moved = told[0].result.indices.filter { place in
      told.contains { Reading($0.result[place]) != Reading(told[0].result[place]) }
    }
    return Grid(
      header: ["check", "figure", "published"] + told.map(\.policy.description),
      rows: moved.map { place in
        let result = told[0].result[place]
        return ["\(result.study) \(result.figure.id)", result.figure.says, result.publishedText]
          + told.map { Reading($0.result[place]).marked }
      },
      numeric: Set(2..<3 + told.count), title: "Published figures that depend on the policy",
      notes: ["The other \(told[0].result.count - moved.count) figures come to the same under every policy."]
        + (untold.map { [$0] } ?? []))
  }

  /// How many figures fare how, a row a policy.
  public var counts: Grid {
    Grid(
      header: ["policy"] + CheckStatus.words,
      rows: telling.map { policy, results in
        [policy.description]
          + CheckStatus.allCases.map { status in "\(results.count { $0.status == status })" }
      },
      numeric: Set(1...CheckStatus.allCases.count), title: "How the published figures fare")
  }

  /// An array of `{policy, checks}`.
  public var json: String {
    JSON.array(
      results.map { policy, results in
        .object([
          .init("policy", .string(policy.description)),
          .init("checks", .array(results.map { CheckRendering.json($0, under: policy) })),
        ])
      }
    ).text(pretty: true)
  }
}
