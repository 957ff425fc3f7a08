import Diplomacy
import Interchange

/// A sensitivity as text for a terminal: the contradictions that matter, with what they move; those that do not; what would have to be
/// settled for figures to stand; and what depends on the ladder.
public struct SensitivityText {
  private let sensitivity: Sensitivity
  private let words: SensitivityWords

  public init(_ sensitivity: Sensitivity) {
    self.sensitivity = sensitivity
    words = SensitivityWords(sensitivity: sensitivity)
  }

  public var text: String {
    ([mattering, standing, idle, ladders].joined(separator: [""]) + ["", summary]).joined(separator: "\n")
  }

  private var mattering: [String] {
    let all = sensitivity.mattering
    return ["CONTRADICTIONS THAT MATTER (\(all.count))"]
      + all.flatMap { contradiction -> [String] in
        [
          "  \(contradiction.type.rawValue): \(sensitivity.title(contradiction)): \(words.rivals(contradiction))"
        ]
          + sensitivity.figures(movedBy: contradiction).map { figure, move in
            "      \(figure.study) \(figure.figure.id), \(figure.figure.says): published \(figure.publishedText), computed "
              + "\(figure.reading.marked); \(words.readings(move))"
          }
          + sensitivity.tables(movedBy: contradiction).map { table, move in
            "      \(table.study), table “\(table.table.title)”: \(words.places(move.places))"
          }
      }
  }

  private var standing: [String] {
    let all = sensitivity.figures.filter(\.isSensitive)
    return ["FIGURES THAT MOVE (\(all.count)), AND WHAT IT TAKES FOR THEM TO STAND"]
      + all.flatMap { figure in
        [
          "  \(figure.study) \(figure.figure.id), \(figure.figure.says): published \(figure.publishedText), range \(figure.rangeText)",
          "      \(words.standing(figure))",
        ] + (figure.dependsOnPolicy ? ["      \(words.policies(figure))"] : [])
      }
  }

  private var idle: [String] {
    let all = sensitivity.idle
    return ["CONTRADICTIONS THAT MOVE NOTHING PUBLISHED (\(all.count))"]
      + all.map { "  \($0.type.rawValue): \(sensitivity.title($0))" }
  }

  private var ladders: [String] {
    let ladders = sensitivity.ladders
    return ["LADDERS (\(ladders.ladders.joined(separator: ", ")))"] + ladders.sentences.map { "  \($0)" }
  }

  private var summary: String {
    let moved = sensitivity.figures.count(where: \.isSensitive)
    return
      "\(sensitivity.mattering.count) of \(sensitivity.contradictions.count) contradictions move something; \(moved) of "
      + "\(sensitivity.figures.count) figures that can be measured move under \(sensitivity.policies.count) policies and "
      + "\(sensitivity.contradictions.flatMap(\.settlements).count) settlements, each tried by itself."
  }
}

extension FigureSensitivity {
  /// As printed, lists joined by semicolons.
  public var publishedText: String { figure.published.map(\.text).joined(separator: "; ") }
}

extension LadderSensitivity {
  /// What depends on the ladder, a sentence each.
  var sentences: [String] {
    guard ladders.count > 1 else {
      return ["There are no rival ladders on record: nothing depends on the choice."]
    }
    let figures =
      dependentFigures.isEmpty
      ? "None of the \(independentFigures) figures that can be measured reads a ladder."
      : "These figures are computed on each ladder: \(dependentFigures.joined(separator: ", ")); the other "
        + "\(independentFigures) read none."
    let aside = sideBySide.map { "“\($0.table.title)”" }.joined(separator: ", ")
    return [figures]
      + ranged.map { table in
        let results = table.results.map { "\($0.ladder): \(Self.cells($0.result))" }
        return "“\(table.table.title)” depends on it. " + results.joined(separator: " · ")
      }
      + (sideBySide.isEmpty ? [] : ["Shown for all ladders side by side: \(aside)."])
      + ["\(independentTables) tables of studies read no ladder."]
  }

  private static func cells(_ table: CrossTable) -> String {
    table.rows.enumerated().flatMap { row, head in
      table.columns.indices.compactMap { column in
        let bounds = table.cells[row][column].computed
        return bounds.map { "\(head.name) \($0.text)" }
      }
    }.joined(separator: ", ")
  }
}
