import Discourse
public import Interchange

/// Suggested codes for people and programs.
public enum CodeSuggestionsText {
  /// What was learned, a row a code.
  public static func summary(_ found: CodeSuggestions) -> Grid {
    var notes = [
      Suggestions.note,
      "Learned from \(found.coded) documents that people coded: what was decided, else what most coders said, each code with what is nested in it. \(found.rest) documents are left. Features: \(found.features) words, tf-idf; LIBLINEAR, C = \(found.rule.cost).",
      "Precision, recall and F1 are of documents held out in \(found.rule.folds) parts, seed \(found.rule.seed); suggested is what is likely with \(found.rule.threshold) or more.",
      "Shares of what is left are corrected for the error found (Rogan and Gladen 1978), with the middle 95 % of \(found.bootstrap.resamples) resamples. They hold where the coded documents were drawn by lot.",
    ]
    for lesson in found.lessons {
      switch lesson.learned {
      case .failure(let fault): notes.append("\(lesson.path.shown()): \(fault.text).")
      case .success(let learned):
        if case .failure(let fault) = learned.share {
          notes.append("\(lesson.path.shown()): \(fault.text).")
        } else if case .success(let share) = learned.share, share.interval == nil,
          found.bootstrap.resamples > 0
        {
          notes.append("\(lesson.path.shown()): the resamples give no interval.")
        }
      }
    }
    return Grid(
      header: [
        "code", "has it", "has not", "divided", "precision", "recall", "F1", "suggested", "share",
        "corrected share", "95 % interval",
      ],
      rows: found.lessons.map { lesson in
        [lesson.path.shown(), String(lesson.positive), String(lesson.negative), String(lesson.divided)]
          + figures(lesson)
      }, numeric: Set(1...10), title: "\(found.corpus): codes suggested under '\(found.codebook)'",
      notes: notes + found.notes)
  }

  private static func figures(_ lesson: CodeSuggestions.Lesson) -> [String] {
    func share(_ share: Double?) -> String { share.map(ReliabilityText.percent) ?? undefined }
    guard case .success(let learned) = lesson.learned else {
      return [String](repeating: undefined, count: 6) + [""]
    }
    let (confusion, count) = (learned.confusion, String(learned.suggestions.count))
    let known = [share(confusion.precision), share(confusion.recall), share(confusion.f1), count]
    guard case .success(let corrected) = learned.share else { return known + [undefined, undefined, ""] }
    let interval = corrected.interval.map {
      "\(ReliabilityText.percent($0.low)) to \(ReliabilityText.percent($0.high))"
    }
    return known + [share(corrected.suggested.value), share(corrected.value), interval ?? ""]
  }

  private static let undefined = "undefined"

  /// A row a suggestion, code by code, the most likely first.
  ///
  /// - Parameter limit: of each code; nil for all.
  public static func suggestions(_ found: CodeSuggestions, limit: Int?) -> Grid {
    let all = found.lessons.flatMap { lesson in
      (try? lesson.learned.get())?.suggestions.prefix(limit ?? .max).map { (lesson, $0) } ?? []
    }
    return Grid(
      header: ["document", "status", "code", "path", "probability", "words"],
      rows: all.map { lesson, suggestion in
        [
          suggestion.document.shown(), Suggestions.status, lesson.code.shown(), lesson.path.shown(),
          WordFigures.fixed(suggestion.probability, 3), suggestion.words.joined(separator: " ").shown(),
        ]
      }, numeric: [4], title: "Suggested", notes: [Suggestions.note])
  }

  public static func json(_ found: CodeSuggestions, limit: Int?) -> JSON {
    .object([
      .init("corpus", .string(found.corpus)), .init("codebook", .string(found.codebook)),
      .init("version", .count(found.version)), .init("coded", .count(found.coded)),
      .init("rest", .count(found.rest)), .init("features", .count(found.features)),
      .init(
        "rule",
        .object([
          .init("folds", .count(found.rule.folds)), .init("cost", .number(found.rule.cost)),
          .init("threshold", .number(found.rule.threshold)),
          .init("seed", .integer(Int64(bitPattern: found.rule.seed))),
          .init("resamples", .count(found.bootstrap.resamples)),
        ])), .init("codes", .array(found.lessons.map { json($0, limit) })),
    ])
  }

  private static func json(_ lesson: CodeSuggestions.Lesson, _ limit: Int?) -> JSON {
    .object(
      [
        .init("code", .string(lesson.code)), .init("path", .string(lesson.path)),
        .init("positive", .count(lesson.positive)), .init("negative", .count(lesson.negative)),
        .init("divided", .count(lesson.divided)),
      ] + members(lesson, limit))
  }

  private static func members(_ lesson: CodeSuggestions.Lesson, _ limit: Int?) -> [JSON.Member] {
    let learned: CodeSuggestions.Learned
    switch lesson.learned {
    case .failure(let fault): return [.init("undefined", .string(fault.text))]
    case .success(let one): learned = one
    }
    let confusion = learned.confusion
    return [
      .init(
        "held_out",
        .object([
          .init("true_positive", .count(confusion.truePositive)),
          .init("false_positive", .count(confusion.falsePositive)),
          .init("false_negative", .count(confusion.falseNegative)),
          .init("true_negative", .count(confusion.trueNegative)),
          .init("precision", .figure(confusion.precision)), .init("recall", .figure(confusion.recall)),
          .init("f1", .figure(confusion.f1)),
        ])), .init("share", share(learned.share)), .init("suggested", .count(learned.suggestions.count)),
      .init(
        "suggestions",
        .array(
          learned.suggestions.prefix(limit ?? .max).map { one in
            .object([
              .init("document", .string(one.document)), .init("status", .string(Suggestions.status)),
              .init("probability", .number(one.probability)),
              .init("words", .array(one.words.map(JSON.string))),
            ])
          })),
    ]
  }

  private static func share(_ share: Result<CorrectedShare, CorrectedShareFault>) -> JSON {
    switch share {
    case .failure(let fault): .object([.init("undefined", .string(fault.text))])
    case .success(let share):
      .object([
        .init("suggested", .figure(share.suggested.value)), .init("corrected", .number(share.value)),
        .init("low", .figure(share.interval?.low)), .init("high", .figure(share.interval?.high)),
      ])
    }
  }
}
