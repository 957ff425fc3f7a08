import Diplomacy
import Interchange
import Workbench

/// Studies as data.
enum StudyData {
  /// `{study, title, source, counts}`.
  static func summary(_ outcome: StudyOutcome) -> JSON { .object(head(outcome)) }

  /// The same with `checks`, `tables` and `figures`.
  static func value(_ outcome: StudyOutcome, under policy: Policy) -> JSON {
    .object(
      head(outcome) + [
        .init("checks", .array(outcome.checks.map { CheckRendering.json($0, under: policy) })),
        .init("tables", .array(outcome.tables.map { part($0.table.id, $0.table.title, $0.table.locator) })),
        .init(
          "figures",
          .array(outcome.drawings.map { part($0.figure.id, $0.figure.title, $0.figure.locator) })),
      ])
  }

  static func table(_ outcomes: [StudyOutcome]) -> Grid {
    Grid(
      header: ["study", "title", "source"] + CheckStatus.words,
      rows: outcomes.map { outcome in
        [outcome.study.id, outcome.study.title, outcome.study.source.text]
          + CheckStatus.allCases.map { "\(outcome.count($0))" }
      })
  }

  /// A row a published figure.
  static func checks(_ results: [CheckResult]) -> Grid {
    Grid(
      header: [
        "study", "check", "status", "published", "computed", "unit", "locator", "says", "why", "statements",
      ],
      rows: results.map { result in
        let figure = result.figure
        return [
          result.study, figure.id, result.status.rawValue, result.publishedText, result.computedText,
          figure.unit,
          figure.locator, figure.says, figure.why, result.statements.map(\.text).joined(separator: " "),
        ]
      })
  }

  private static func head(_ outcome: StudyOutcome) -> [JSON.Member] {
    [
      .init("study", .string(outcome.study.id)), .init("title", .string(outcome.study.title)),
      .init("source", .string(outcome.study.source.text)),
      .init(
        "counts", .object(CheckStatus.allCases.map { .init($0.rawValue, .integer(Int64(outcome.count($0)))) })
      ),
    ]
  }

  private static func part(_ id: String, _ title: String, _ locator: String) -> JSON {
    ["id": .string(id), "title": .string(title), "locator": .string(locator)]
  }
}
