import Diplomacy
import Interchange

/// `results.json`: `{policy, studies: [{study, title, source, counts, checks, tables: [{id, title, locator, table}], figures: [{id, title, alt, files}]}], sensitivity}`.
enum ResultsJSON {
  static func text(_ outcomes: [StudyOutcome], under policy: Policy, _ sensitivity: Sensitivity) -> String {
    JSON.object([
      .init("policy", .string(policy.description)),
      .init("studies", .array(outcomes.map { json($0, policy) })),
      .init("sensitivity", SensitivityJSON.json(sensitivity)),
    ]).text(pretty: true)
  }

  private static func json(_ outcome: StudyOutcome, _ policy: Policy) -> JSON {
    .object([
      .init("study", .string(outcome.study.id)), .init("title", .string(outcome.study.title)),
      .init("source", .string(outcome.study.source.text)),
      .init(
        "counts", .object(CheckStatus.allCases.map { .init($0.rawValue, .number(Double(outcome.count($0)))) })
      ),
      .init("checks", .array(outcome.checks.map { CheckRendering.json($0, under: policy) })),
      .init(
        "tables",
        .array(
          outcome.tables.map { table, result in
            .object([
              .init("id", .string(table.id)), .init("title", .string(table.title)),
              .init("locator", .string(table.locator)), .init("table", CrossTableJSON.json(result)),
            ])
          })),
      .init(
        "figures",
        .array(
          outcome.drawings.map { drawing in
            .object([
              .init("id", .string(drawing.figure.id)), .init("title", .string(drawing.figure.title)),
              .init("alt", .string(drawing.figure.alt)), .init("files", .string("figures/\(drawing.name)")),
            ])
          })),
    ])
  }
}
