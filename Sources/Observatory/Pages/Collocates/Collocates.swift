import Discourse
import Workbench

extension Section {
  /// What stands near a word or phrase.
  static let collocates = Section(
    routes: [
      Route(
        path: "/corpora/{name}/collocates", kind: .page,
        summary: "Which words stand near a word or phrase more often than chance would put them there",
        parameters: parameters, example: "/corpora/news/collocates?term=partner*&least=1", readsTexts: true
      ) { ask, record in
        .page(try CollocatesPage(ask, record))
      },
      Route(
        path: "/api/v1/corpora/{name}/collocates", kind: .data(schema: "Collocates", isTable: true),
        summary: "Which words stand near a word or phrase more often than chance would put them there",
        parameters: parameters, example: "/api/v1/corpora/news/collocates?term=partner*&least=1&by=g2",
        readsTexts: true
      ) { ask, record in
        let found = try record.collocations(CollocatesAsked(ask))
        return .data(found.json, table: found.grid)
      },
    ],
    templates: [CollocatesPage.template: CollocatesPage.text])

  private static let parameters =
    WordsAsked.parameters + [
      Route.Parameter(
        name: "window", about: "How many words on each side are near.",
        schema: ["type": "integer", "minimum": 1, "maximum": 100, "default": 5]),
      Route.Parameter(
        name: "by", about: "What the words are ranked by.",
        schema: .oneOf(CorpusCollocations.Measure.allCases.map(\.rawValue), "logdice")),
      Route.Parameter(
        name: "least", about: "Words that are near less often are left out.",
        schema: ["type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 3]),
    ]
}

/// What is asked of the words near another.
struct CollocatesAsked: Sendable {
  /// Words that are kept of an answer.
  private static let kept = 200

  let words: WordsAsked
  let window: Int
  let measure: CorpusCollocations.Measure
  let least: Int

  init(_ ask: Ask) throws {
    words = try WordsAsked(ask, at: .collocates, ["window", "by", "least"])
    window = try ask.number("window", in: 1...100, otherwise: 5)
    measure = try ask.word("by", CorpusCollocations.Measure.self, otherwise: .logDice)
    least = try ask.number("least", in: 1...1_000_000, otherwise: 3)
  }

  fileprivate func answer(_ query: WordQuery, _ texts: CorpusTexts) throws -> CorpusCollocations {
    try CorpusCollocations(
      query, in: texts, window: CollocationSearch.Window(left: window, right: window), by: measure,
      least: least,
      limit: Self.kept)
  }
}

extension Record {
  func collocations(_ asked: CollocatesAsked) throws -> CorpusCollocations {
    let query = try asked.words.query()
    return try made(\.collocations, asked.words.address()) { [archive] in
      try asked.answer(query, asked.words.texts(archive))
    }
  }
}
