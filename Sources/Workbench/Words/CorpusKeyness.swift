public import Archive
import Chronology
public import Discourse
public import Interchange

/// Which words one part of a corpus has more of than another.
public struct CorpusKeyness {
  private let texts: CorpusTexts
  private let target: CorpusPart
  private let reference: CorpusPart?
  private let keyness: Keyness
  private let vocabulary: Vocabulary
  private let sizes: (target: Int, reference: Int, both: Int, unsure: Int)
  private let limit: Int
  private let least: Int

  /// - Parameters:
  ///   - reference: nil for all that the target has not.
  ///   - least: words that both parts together have fewer of are not tested.
  ///   - limit: words that are shown of each part.
  /// - Throws: `WorkbenchError.badOption` for a part without words.
  public init(
    _ corpus: String, _ archive: ArchiveStore, target: CorpusPart, reference: CorpusPart? = nil,
    folding: WordRule.Folding = .letterCase, least: Int = 5, limit: Int = 25, withoutCopies: Bool = false,
    progress: Advance.Listener? = nil
  ) throws {
    (self.target, self.reference, self.limit, self.least) = (target, reference, limit, least)
    texts = try CorpusTexts(corpus, archive, part: CorpusPart(), withoutCopies: withoutCopies)
    let builder = TermMatrixBuilder(WordRule(folding: folding))
    try texts.forEachBatch(progress: progress) { batch, _ in builder.add(batch) }
    let matrix = builder.matrix()
    // Of a document that may be of a part and need not be it is not known what to compare it with.
    let inTarget = texts.documents.map(target.has)
    let inReference = zip(texts.documents, inTarget).map { document, answer in
      reference.map { $0.has(document) } ?? (answer == .no ? .certainly : .no)
    }
    sizes = (
      inTarget.count { $0 == .certainly }, inReference.count { $0 == .certainly },
      zip(inTarget, inReference).count { $0 == .certainly && $1 == .certainly },
      zip(inTarget, inReference).count { $0 == .possibly || $1 == .possibly }
    )
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
    vocabulary = matrix.vocabulary
  }

  /// The words that the target has most more of, then those that the reference has.
  private var shown: [Keyness.Row] {
    let more = keyness.rows.prefix { $0.g2 > 0 }.prefix(limit)
    return Array(more) + keyness.rows.drop { $0.g2 >= 0 }.reversed().prefix(limit)
  }

  public var grid: Grid {
    Grid(
      header: [
        "word", "target", "reference", "target a million", "reference a million", "G²", "log ratio", "95 %",
        "q",
      ],
      rows: shown.map { row in
        let figures: [String] =
          switch row.logRatio {
          case .value(let ratio, let low, let high):
            [WordFigures.fixed(ratio), "\(WordFigures.fixed(low)) … \(WordFigures.fixed(high))"]
          case .absentFromTarget: ["", "not in target"]
          case .absentFromReference: ["", "not in reference"]
          }
        return [
          vocabulary[row.word].shown(atMost: 30), String(row.target), String(row.reference),
          WordFigures.fixed(1e6 * Double(row.target) / Double(keyness.targetTokens), 0),
          WordFigures.fixed(1e6 * Double(row.reference) / Double(keyness.referenceTokens), 0),
          WordFigures.fixed(row.g2, 1),
        ] + figures + [WordFigures.chance(row.q)]
      }, numeric: [1, 2, 3, 4, 5, 6, 7, 8], title: "\(texts.corpus): \(target.text)", notes: notes)
  }

  private var notes: [String] {
    var notes = [
      "Target: \(sizes.target) documents, \(keyness.targetTokens) words. Reference (\(reference?.text ?? "all others")): \(sizes.reference) documents, \(keyness.referenceTokens) words.",
      "\(keyness.rows.count) words that come \(least) times or more were tested; q is the false discovery rate among them. A negative G² is of a word that the target has fewer of.",
    ]
    if sizes.unsure > 0 {
      notes.append("\(sizes.unsure) documents may be of a part and need not be; they are in neither.")
    }
    if sizes.both > 0 {
      notes.append("\(sizes.both) documents are in both parts, which the tests do not allow for.")
    }
    return notes + texts.notes
  }

  public var json: JSON {
    func part(_ part: CorpusPart?, _ documents: Int, _ words: Int) -> JSON {
      .object([
        .init("part", part.map { .string($0.text) } ?? .null), .init("documents", .count(documents)),
        .init("words", .count(words)),
      ])
    }
    return .object([
      .init("corpus", .string(texts.corpus)),
      .init("target", part(target, sizes.target, keyness.targetTokens)),
      .init("reference", part(reference, sizes.reference, keyness.referenceTokens)),
      .init("in_both", .count(sizes.both)), .init("in_neither_for_their_date", .count(sizes.unsure)),
      .init("least", .count(least)), .init("tested", .count(keyness.rows.count)),
      .init("words", .array(shown.map(json))),
    ])
  }

  private func json(_ row: Keyness.Row) -> JSON {
    let ratio: [JSON.Member] =
      if case .value(let ratio, let low, let high) = row.logRatio {
        [.init("value", .number(ratio)), .init("low", .number(low)), .init("high", .number(high))]
      } else { [.init("undefined", .string(row.logRatio.reason ?? ""))] }
    return .object([
      .init("word", .string(vocabulary[row.word])), .init("target", .count(row.target)),
      .init("reference", .count(row.reference)), .init("target_documents", .count(row.targetRange)),
      .init("reference_documents", .count(row.referenceRange)), .init("g2", .number(row.g2)),
      .init("chi2", .figure(row.chiSquared)), .init("log_ratio", .object(ratio)), .init("p", .number(row.p)),
      .init("q", .number(row.q)),
    ])
  }
}
