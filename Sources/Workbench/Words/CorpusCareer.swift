public import Archive
import Chronology
public import Discourse
public import Interchange

/// A term's career in a corpus.
public struct CorpusCareer: Sendable {
  /// Modifiers that stand beside each period.
  private static let besidePeriod = 3

  private let choice: TextChoice
  private let query: WordQuery
  private let length: Career.Period.Length
  public let career: Career
  private let filed: [Int: FiledDocument]

  public var matches: Int { career.matches }

  /// - Parameters:
  ///   - modifierWords: words before a match that are looked at.
  ///   - limit: modifiers that are told.
  public init(
    _ query: WordQuery, in texts: CorpusTexts, by length: Career.Period.Length, modifierWords: Int = 2,
    limit: Int = 20, progress: Advance.Listener? = nil
  ) throws {
    (choice, self.query, self.length) = (texts.choice, query, length)
    let search = CareerSearch(query.matcher, by: length, modifierWords: modifierWords)
    try texts.forEachBatch(progress: progress) { batch, places in
      search.add(batch, dates: texts.documents[places].map(\.days))
    }
    career = search.career(mostModifiers: limit)
    filed = try texts.filed(([career.first] + career.modifiers.map(\.first)).compactMap { $0?.document })
  }

  public var grids: [Grid] {
    career.modifiers.isEmpty ? [stages] : [stages, modifiers]
  }

  private var stages: Grid {
    Grid(
      header: [length.rawValue, "documents", "words", "matches", "a million", "most frequent before it"],
      rows: career.stages.enumerated().map { place, stage in
        [
          stage.period.name, stage.documents.description, stage.words.description, stage.matches.description,
          stage.perMillion.map(Self.text) ?? "undefined",
          before(place).map { "\($0.text.shown(atMost: 30)) \($0.stages[place])" }.joined(separator: ", "),
        ]
      }, numeric: [1, 2, 3, 4], title: "\(choice.corpus): \(query.text.shown())",
      notes: [notes[0]] + (career.first.map { ["First: \($0.days), \(title($0))."] } ?? [])
        + notes.dropFirst())
  }

  /// What stood before the term most often in a period.
  public func before(_ period: Int) -> [Career.Modifier] {
    Array(
      career.modifiers.filter { $0.stages[period].possible > 0 }
        .sorted { $0.stages[period].possible > $1.stages[period].possible }.prefix(Self.besidePeriod))
  }

  /// The document of a first time, without its text.
  public func document(of appearance: Career.Appearance?) -> FiledDocument? {
    appearance.flatMap { filed[$0.document] }
  }

  private var modifiers: Grid {
    Grid(
      header: ["before it", "matches", "first", "document"],
      rows: career.modifiers.map { modifier in
        [
          modifier.text.shown(atMost: 40), String(modifier.matches),
          modifier.first.map { $0.days.description } ?? "", title(modifier.first),
        ]
      }, numeric: [1], title: "What stands before it")
  }

  /// How much was found, and what is to be known of the dates.
  public var notes: [String] {
    var notes = [
      "\(career.matches) matches in \(career.ranges) of \(career.documents) documents, \(career.words) words."
    ]
    if career.undated.documents > 0 {
      let (documents, matches) = (career.undated.documents, career.undated.matches)
      notes.append(
        documents == 1
          ? "1 document has no date and is of no period; matches in it: \(matches)."
          : "\(documents) documents have no date and are of no period; matches in them: \(matches).")
    }
    if career.stages.isEmpty, career.undated.documents < career.documents {
      notes.append(
        "Dates are so far apart that there would be more than \(Career.Period.most) periods: see --by, --from and --to."
      )
    }
    return notes + choice.notes
  }

  private func title(_ appearance: Career.Appearance?) -> String {
    guard let appearance, let document = filed[appearance.document] else { return "" }
    return document.title.map { "\(document.id.shown(atMost: 20)): \($0.prefix(columns: 40))" }
      ?? document.id.shown(atMost: 40)
  }

  private static func text(_ rate: Rate) -> String {
    let (low, high) = (WordFigures.fixed(rate.low, 1), WordFigures.fixed(rate.high, 1))
    return low == high ? low : "\(low)–\(high)"
  }

  public var json: JSON {
    .object([
      .init("corpus", .string(choice.corpus)), .init("query", .string(query.text)),
      .init("by", .string(length.rawValue)), .init("matches", .count(career.matches)),
      .init("documents", .count(career.ranges)), .init("of_documents", .count(career.documents)),
      .init("words", .count(career.words)), .init("first", json(career.first)),
      .init(
        "undated",
        .object([
          .init("documents", .count(career.undated.documents)), .init("words", .count(career.undated.words)),
          .init("matches", .count(career.undated.matches)),
        ])),
      .init("periods", .array(career.stages.map(json))),
      .init(
        "modifiers",
        .array(
          career.modifiers.map { modifier in
            .object([
              .init("text", .string(modifier.text)), .init("words", .count(modifier.words)),
              .init("matches", .count(modifier.matches)), .init("first", json(modifier.first)),
              .init("periods", .array(modifier.stages.map(json))),
            ])
          })),
    ])
  }

  private func json(_ stage: Career.Stage) -> JSON {
    .object([
      .init("period", .string(stage.period.name)), .init("documents", json(stage.documents)),
      .init("words", json(stage.words)), .init("matches", json(stage.matches)),
      .init(
        "per_million",
        stage.perMillion.map { .object([.init("low", .number($0.low)), .init("high", .number($0.high))]) }
          ?? .null),
    ])
  }

  private func json(_ count: Count) -> JSON {
    .object([.init("certain", .count(count.certain)), .init("possible", .count(count.possible))])
  }

  private func json(_ appearance: Career.Appearance?) -> JSON {
    guard let appearance else { return .null }
    return .object([
      .init("from", appearance.days.earliest.map { .string($0.description) } ?? .null),
      .init("to", appearance.days.latest.map { .string($0.description) } ?? .null),
      .init("document", filed[appearance.document].map { .string($0.id) } ?? .null),
    ])
  }
}
