import Discourse
import Foundation
public import Interchange

/// Shares of themes for people and programs.
public enum ThemeReportText {
  public static func grids(_ report: ThemeReport) -> [Grid] {
    [shares(report), comparisons(report)].filter { !$0.rows.isEmpty }
  }

  /// A theme and a part of the corpus in each row.
  public static func shares(_ report: ThemeReport) -> Grid {
    let table = report.table
    var rows: [[String]] = []
    for theme in table.themes.indices {
      rows += table.parts.indices.map { row(table.themes[theme], table.parts[$0], table.cell($0, theme)) }
      rows.append(row(table.themes[theme], "all", table.total(theme)))
    }
    var notes = [
      "95 % intervals of Wilson (1927). 'certain … possible' where coders disagree and nobody decided; the interval reaches over both.",
      report.question.unit == .cluster
        ? "Copies of one text count once." : "Documents count as they are, copies included.",
    ]
    if table.elsewhere > 0, report.question.part != .none {
      notes.append(
        "In no \(report.question.part.rawValue) for certain, and so under 'all' alone: \(table.elsewhere).")
    }
    if report.uncoded > 0 { notes.append("Not coded, and not counted: \(report.uncoded) documents.") }
    if report.unfinished > 0 {
      notes.append(
        "Still being coded, and not counted until all to whom they were given have judged them, or something was decided: \(report.unfinished) documents."
      )
    }
    return Grid(
      header: [
        "theme", report.question.part == .none ? "part" : report.question.part.rawValue, "has it", "of",
        "share", "95 % interval",
      ],
      rows: rows, numeric: [2, 3, 4, 5], title: "Themes in \(report.corpus)", notes: notes)
  }

  private static func row(_ theme: String, _ part: String, _ cell: ThemeTable.Cell) -> [String] {
    func bounds(_ one: String, _ other: String) -> String { one == other ? one : "\(one) … \(other)" }
    return [
      theme, part, bounds(String(cell.certain.count), String(cell.possible.count)),
      String(cell.certain.total),
      cell.certain.value.map { bounds(percent($0), percent(cell.possible.value ?? $0)) } ?? "undefined",
      cell.interval.map { "\(percent($0.lowerBound)) to \(percent($0.upperBound))" } ?? "",
    ]
  }

  /// A theme in two parts of the corpus in each row.
  public static func comparisons(_ report: ThemeReport) -> Grid {
    Grid(
      header: [
        "theme", "before", "after", "share before", "share after", "difference", "95 % interval", "ratio",
        "95 % interval of it", "p",
      ],
      rows: report.comparisons.map { one in
        let shares = one.shares
        return [
          one.theme, one.before, one.after, shares.before.value.map(percent) ?? "undefined",
          shares.after.value.map(percent) ?? "undefined",
          shares.difference.map { points($0.value) } ?? "undefined",
          shares.difference?.interval.map { "\(points($0.lowerBound)) to \(points($0.upperBound))" } ?? "",
          shares.ratio.map { figure($0.value) } ?? "undefined",
          shares.ratio?.interval.map { "\(figure($0.lowerBound)) to \(figure($0.upperBound))" } ?? "",
          shares.probability.map(probability) ?? "undefined",
        ]
      }, numeric: [3, 4, 5, 6, 7, 8, 9], title: "Compared",
      notes: [
        "Differences in percentage points, intervals of Newcombe (1998, method 10); ratios with Katz's (1978); p of Fisher's exact test, two-sided, each for itself. Of what is certain."
      ])
  }

  static func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }

  private static func points(_ difference: Double) -> String {
    String(format: "%+.1f", 100 * difference).replacing("-", with: "−")
  }

  private static func figure(_ value: Double) -> String { String(format: "%.2f", value) }

  private static func probability(_ value: Double) -> String {
    value < 0.001 ? "< .001" : String(String(format: "%.3f", value).dropFirst(value < 0.9995 ? 1 : 0))
  }

  public static func json(_ report: ThemeReport) -> JSON {
    let table = report.table
    return .object([
      .init("corpus", .string(report.corpus)), .init("by", .string(report.question.part.rawValue)),
      .init("count", .string(report.question.unit.rawValue)),
      .init("uncoded", .integer(Int64(report.uncoded))), .init("elsewhere", .integer(Int64(table.elsewhere))),
      .init("unfinished", .integer(Int64(report.unfinished))),
      .init(
        "themes",
        .array(
          table.themes.indices.map { theme in
            .object([
              .init("theme", .string(table.themes[theme])), .init("all", json(table.total(theme))),
              .init(
                "parts",
                .array(
                  table.parts.indices.map { part in
                    json(table.cell(part, theme)).setting("part", .string(table.parts[part]))
                  })),
            ])
          })), .init("comparisons", .array(report.comparisons.map(json))),
    ])
  }

  private static func json(_ cell: ThemeTable.Cell) -> JSON {
    .object([
      .init("certain", .integer(Int64(cell.certain.count))),
      .init("possible", .integer(Int64(cell.possible.count))),
      .init("of", .integer(Int64(cell.certain.total))),
      .init("share", cell.certain.value.map(JSON.number) ?? .null),
      .init("low", cell.interval.map { .number($0.lowerBound) } ?? .null),
      .init("high", cell.interval.map { .number($0.upperBound) } ?? .null),
    ])
  }

  private static func json(_ comparison: ThemeReport.Comparison) -> JSON {
    let shares = comparison.shares
    return .object([
      .init("theme", .string(comparison.theme)), .init("before", .string(comparison.before)),
      .init("after", .string(comparison.after)), .init("difference", json(shares.difference)),
      .init("ratio", json(shares.ratio)), .init("p", shares.probability.map(JSON.number) ?? .null),
    ])
  }

  private static func json(_ figure: ShareComparison.Estimated?) -> JSON {
    guard let figure else { return .null }
    return .object([
      .init("value", .number(figure.value)),
      .init("low", figure.interval.map { .number($0.lowerBound) } ?? .null),
      .init("high", figure.interval.map { .number($0.upperBound) } ?? .null),
    ])
  }
}
