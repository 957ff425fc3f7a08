public import Archive
import Chronology
public import Discourse
public import Interchange

/// Which words one part of a corpus has more of than another.
public struct CorpusKeyness: Sendable {
  /// A word, and how frequent it is in both parts.
  public struct Word: Sendable {
    public let text: String
    public let row: Keyness.Row
  }

  private let choice: TextChoice
  private let target: CorpusPart
  private let reference: CorpusPart?
  /// The words that the target has most more of, then those that the reference has.
  public let words: [Word]
  private let tested: Int
  private let sizes: (target: Int, reference: Int, both: Int, unsure: Int)
  private let tokens: (target: Int, reference: Int)
  private let least: Int

  /// - Parameters:
  ///   - reference: nil for all that the target has not.
  ///   - least: words that both parts together have fewer of are not tested.
  ///   - limit: words that are shown of each part.
  ///   - codebook: of the themes, where there are several.
  ///   - isOfFinished: whether themes are taken as not known of documents that somebody still has to code.
  /// - Throws: `WorkbenchError.badOption` for a part without words.
  public init(
    _ corpus: String, _ archive: ArchiveStore, target: CorpusPart, reference: CorpusPart? = nil,
    folding: WordRule.Folding = .letterCase, least: Int = 5, limit: Int = 25, withoutCopies: Bool = false,
    codebook: String? = nil, isOfFinished: Bool = false, progress: Advance.Listener? = nil
  ) throws {
    (self.target, self.reference, self.least) = (target, reference, least)
    let texts = try CorpusTexts(corpus, archive, part: CorpusPart(), withoutCopies: withoutCopies)
    let builder = TermMatrixBuilder(WordRule(folding: folding))
    try texts.forEachBatch(progress: progress) { batch, _ in builder.add(batch) }
    let matrix = builder.matrix()
    // Of a document that may be of a part and need not be it is not known what to compare it with.
    func themed(_ part: CorpusPart?) throws -> ThemedDocuments? {
      try part?.theme.map {
        try ThemedDocuments(
          $0, of: CodingDesk(archive, corpus: corpus, codebook: codebook), isOfFinished: isOfFinished)
      }
    }
    let (ofTarget, ofReference) = (try themed(target), try themed(reference))
    let inTarget = texts.documents.map { target.has($0, ofTarget) }
    let inReference = zip(texts.documents, inTarget).map { document, answer in
      reference.map { $0.has(document, ofReference) } ?? (answer == .no ? .certainly : .no)
    }
    sizes = (
      inTarget.count { $0 == .certainly }, inReference.count { $0 == .certainly },
      zip(inTarget, inReference).count { $0 == .certainly && $1 == .certainly },
      zip(inTarget, inReference).count { $0 == .possibly || $1 == .possibly }
    )
    let keyness: Keyness
    do {
      keyness = try Keyness(
        matrix.frequencies { inTarget[$0] == .certainly },
        against: matrix.frequencies { inReference[$0] == .certainly }, of: matrix.vocabulary,
        leastCount: least)
    } catch {
      throw WorkbenchError.badOption(
        name: error == .emptyTarget ? "--target" : "--reference",
        value: error == .emptyTarget ? target.text : reference?.text ?? "all that the target has not",
        expected: "documents with words: \(error.text)")
    }
    choice = texts.choice
    (tested, tokens) = (keyness.rows.count, (keyness.targetTokens, keyness.referenceTokens))
    let more = Array(keyness.rows.prefix { $0.g2 > 0 }.prefix(limit))
    let fewer = keyness.rows.drop { $0.g2 >= 0 }.reversed().prefix(limit)
    words = (more + fewer).map { Word(text: matrix.vocabulary[$0.word], row: $0) }
  }

  public var grid: Grid {
    Grid(
      header: [
        "word", "target", "reference", "target a million", "reference a million", "G²", "log ratio", "95 %",
        "q",
      ],
      rows: words.map { word in
        let row = word.row
        let figures: [String] =
          switch row.logRatio {
          case .value(let ratio, let low, let high):
            [WordFigures.fixed(ratio), "\(WordFigures.fixed(low)) … \(WordFigures.fixed(high))"]
          case .absentFromTarget: ["", "not in target"]
          case .absentFromReference: ["", "not in reference"]
          }
        return [
          word.text.shown(atMost: 30), String(row.target), String(row.reference),
          WordFigures.fixed(1e6 * Double(row.target) / Double(tokens.target), 0),
          WordFigures.fixed(1e6 * Double(row.reference) / Double(tokens.reference), 0),
          WordFigures.fixed(row.g2, 1),
        ] + figures + [WordFigures.chance(row.q)]
      }, numeric: [1, 2, 3, 4, 5, 6, 7, 8], title: "\(choice.corpus): \(target.text)", notes: notes)
  }

  /// How large the parts are, and what is to be known of the tests.
  public var notes: [String] {
    var notes = [
      "Target: \(sizes.target) documents, \(tokens.target) words. Reference (\(reference?.text ?? "all others")): \(sizes.reference) documents, \(tokens.reference) words.",
      "\(tested) words that come \(least) times or more were tested; q is the false discovery rate among them. A negative G² is of a word that the target has fewer of.",
    ]
    if sizes.unsure > 0 {
      notes.append("\(sizes.unsure) documents may be of a part and need not be; they are in neither.")
    }
    if sizes.both > 0 {
      notes.append("\(sizes.both) documents are in both parts, which the tests do not allow for.")
    }
    return notes + choice.notes
  }

  public var json: JSON {
    func part(_ part: CorpusPart?, _ documents: Int, _ words: Int) -> JSON {
      .object([
        .init("part", part.map { .string($0.text) } ?? .null), .init("documents", .count(documents)),
        .init("words", .count(words)),
      ])
    }
    return .object([
      .init("corpus", .string(choice.corpus)),
      .init("target", part(target, sizes.target, tokens.target)),
      .init("reference", part(reference, sizes.reference, tokens.reference)),
      .init("in_both", .count(sizes.both)), .init("in_neither", .count(sizes.unsure)),
      .init("least", .count(least)), .init("tested", .count(tested)),
      .init("words", .array(words.map(json))),
    ])
  }

  private func json(_ word: Word) -> JSON {
    let row = word.row
    let ratio: [JSON.Member] =
      if case .value(let ratio, let low, let high) = row.logRatio {
        [.init("value", .number(ratio)), .init("low", .number(low)), .init("high", .number(high))]
      } else { [.init("undefined", .string(row.logRatio.reason ?? ""))] }
    return .object([
      .init("word", .string(word.text)), .init("target", .count(row.target)),
      .init("reference", .count(row.reference)), .init("target_documents", .count(row.targetRange)),
      .init("reference_documents", .count(row.referenceRange)), .init("g2", .number(row.g2)),
      .init("chi2", .figure(row.chiSquared)), .init("log_ratio", .object(ratio)), .init("p", .number(row.p)),
      .init("q", .number(row.q)),
    ])
  }
}
