import Diplomacy

/// A sensitivity as JSON (`Documentation/Formats.md`, "A sensitivity").
public enum SensitivityJSON {
  public static func text(_ sensitivity: Sensitivity) -> String { json(sensitivity).text(pretty: true) }

  /// The whole of it.
  public static func json(_ sensitivity: Sensitivity) -> JSON {
    .object([
      .init("policies", .array(sensitivity.policies.map { .string($0.description) })),
      .init(
        "contradictions",
        .array(
          sensitivity.contradictions.map { contradiction in
            .object([
              .init("id", .string(contradiction.id)),
              .init("title", .string(sensitivity.title(contradiction))),
              .init("rivals", .array(contradiction.rivals.map { .string($0.value) })),
              .init(
                "figures",
                .array(sensitivity.figures(movedBy: contradiction).map { .string($0.figure.figure.id) })),
              .init(
                "tables",
                .array(
                  sensitivity.tables(movedBy: contradiction).map { table, move in
                    .object([
                      .init("study", .string(table.study)), .init("table", .string(table.table.id)),
                      .init(
                        "cells",
                        .array(
                          move.places.map {
                            .object([.init("row", .string($0.row)), .init("column", .string($0.column))])
                          })),
                    ])
                  })),
            ])
          })),
      .init("figures", .array(sensitivity.figures.map { json($0) })),
      .init(
        "ladders",
        .object([
          .init("ladders", .array(sensitivity.ladders.ladders.map(JSON.string))),
          .init("figures", .array(sensitivity.ladders.dependentFigures.map(JSON.string))),
          .init(
            "tables",
            .array(
              sensitivity.ladders.ranged.map { ranged in
                .object([
                  .init("study", .string(ranged.study)), .init("table", .string(ranged.table.id)),
                  .init(
                    "results",
                    .array(
                      ranged.results.map {
                        .object([
                          .init("ladder", .string($0.ladder)), .init("table", CrossTableJSON.json($0.result)),
                        ])
                      })),
                ])
              })),
        ])),
    ])
  }

  private static func json(_ figure: FigureSensitivity) -> JSON {
    .object([
      .init("study", .string(figure.study)), .init("check", .string(figure.figure.id)),
      .init("published", .string(figure.publishedText)), .init("reading", json(figure.reading)),
      .init("range", bounds(figure.range)),
      .init(
        "policies",
        .array(
          figure.policies.map {
            .object([.init("policy", .string($0.policy.description)), .init("reading", json($0.reading))])
          })),
      .init(
        "moves",
        .array(
          figure.moves.map { move in
            .object([
              .init("contradiction", .string(move.contradiction.id)),
              .init(
                "readings",
                .array(
                  zip(move.contradiction.rivals, move.readings).map {
                    .object([.init("rival", .string($0.value)), .init("reading", json($1))])
                  })),
            ])
          })),
      .init("standing", standing(figure.standing)),
    ])
  }

  private static func json(_ reading: Reading) -> JSON {
    .object([.init("computed", bounds(reading.computed)), .init("status", .string(reading.status.rawValue))])
  }

  private static func bounds(_ all: [CheckResult.Computed]) -> JSON {
    .array(
      all.map {
        .object([
          .init("certain", $0.certain.map(JSON.number) ?? .null),
          .init("possible", $0.possible.map(JSON.number) ?? .null),
        ])
      })
  }

  private static func standing(_ standing: FigureSensitivity.Standing) -> JSON {
    let (word, sets): (String, [[Settlement]]) =
      switch standing {
      case .stands: ("stands", [])
      case .unless(let breaking): ("stands unless", breaking.map { [$0] })
      case .ifSettled(let sets): ("stands if", sets)
      case .open: ("within bounds", [])
      case .never: ("never", [])
      }
    return .object([
      .init("is", .string(word)),
      .init(
        "settlements",
        .array(
          sets.map { set in
            .array(
              set.map {
                .object([
                  .init("contradiction", .string($0.contradiction.id)),
                  .init("rival", .string($0.standing.value)),
                ])
              })
          })),
    ])
  }
}
