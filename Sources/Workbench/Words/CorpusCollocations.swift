public import Archive
public import Discourse
public import Interchange

/// What stands near a word or phrase in a corpus.
public struct CorpusCollocations: Sendable {
  /// What the words are ranked by.
  public enum Measure: String, CaseIterable, Sendable {
    case logDice = "logdice"
    case pmi, t, g2
  }

  private let choice: TextChoice
  private let query: WordQuery
  private let window: CollocationSearch.Window
  /// The first in the order that was asked for.
  public let shown: [Collocations.Row]
  private let least: Int
  /// How many words are near often enough.
  private let tested: Int
  public let matches: Int
  private let ranges: Int
  private let wordsNear: Int
  private let words: Int

  /// - Parameters:
  ///   - least: words that are near less often are left out.
  ///   - limit: words that are shown.
  public init(
    _ query: WordQuery, in texts: CorpusTexts, window: CollocationSearch.Window,
    by measure: Measure = .logDice,
    least: Int = 3, limit: Int = 30, progress: Advance.Listener? = nil
  ) throws {
    (choice, self.query, self.window, self.least) = (texts.choice, query, window, least)
    let search = CollocationSearch(query.matcher, window: window)
    try texts.forEachBatch(progress: progress) { batch, _ in search.add(batch) }
    let found = search.collocations(leastNear: least)
    (matches, ranges, tested) = (found.matches, found.ranges, found.rows.count)
    (wordsNear, words) = (found.wordsNear, found.words)
    let key: (Collocations.Row) -> Double =
      switch measure {
      case .logDice: { $0.logDice }
      case .pmi: { $0.pmi }
      case .t: { $0.t }
      case .g2: { $0.g2 ?? 0 }
      }
    shown = Array(
      found.rows.sorted { (key($1), $0.word) < (key($0), $1.word) }.prefix(limit))
  }

  public var grid: Grid {
    Grid(
      header: ["word", "near", "left", "right", "anywhere", "expected", "logDice", "PMI", "t", "G²", "q"],
      rows: shown.map { row in
        [
          row.word.shown(atMost: 30), String(row.near), String(row.left), String(row.right),
          String(row.total),
          WordFigures.fixed(row.expected, 1), WordFigures.fixed(row.logDice), WordFigures.fixed(row.pmi),
          WordFigures.fixed(row.t), row.g2.map { WordFigures.fixed($0, 1) } ?? "", WordFigures.chance(row.q),
        ]
      }, numeric: Set(1...10), title: "\(choice.corpus): near \(query.text.shown())", notes: notes)
  }

  /// How much was looked through, and what is to be known of it.
  public var notes: [String] {
    [
      "\(matches) matches in \(ranges) of \(choice.documents) documents; \(wordsNear) of \(words) other words are within \(window.left) to the left or \(window.right) to the right.",
      "\(tested) words are near \(least) times or more; q is the false discovery rate among them.",
    ] + choice.notes
  }

  public var json: JSON {
    .object([
      .init("corpus", .string(choice.corpus)), .init("query", .string(query.text)),
      .init(
        "window", .object([.init("left", .count(window.left)), .init("right", .count(window.right))])),
      .init("matches", .count(matches)), .init("documents", .count(ranges)),
      .init("words_near", .count(wordsNear)), .init("words", .count(words)),
      .init("least", .count(least)), .init("tested", .count(tested)),
      .init(
        "collocates",
        .array(
          shown.map { row in
            .object([
              .init("word", .string(row.word)), .init("near", .count(row.near)),
              .init("left", .count(row.left)),
              .init("right", .count(row.right)), .init("total", .count(row.total)),
              .init("expected", .number(row.expected)), .init("log_dice", .number(row.logDice)),
              .init("pmi", .number(row.pmi)), .init("t", .number(row.t)), .init("g2", .figure(row.g2)),
              .init("p", .figure(row.p)), .init("q", .figure(row.q)),
            ])
          })),
    ])
  }
}
