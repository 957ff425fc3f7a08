import Discourse
import Workbench

extension Section {
  /// A term through time.
  static let career = Section(
    routes: [
      Route(
        path: "/corpora/{name}/career", kind: .page,
        summary: "How frequent a term was over time, what stood before it, and since when",
        parameters: parameters, example: "/corpora/news/career?term=partner*", readsTexts: true
      ) { ask, record in
        .page(try CareerPage(ask, record))
      },
      Route(
        path: "/api/v1/corpora/{name}/career", kind: .data(schema: "Career", isTable: true),
        summary: "How frequent a term was over time, what stood before it, and since when; as CSV by period",
        parameters: parameters,
        example: "/api/v1/corpora/news/career?term=%E4%BC%99%E4%BC%B4%E5%85%B3%E7%B3%BB",
        readsTexts: true
      ) { ask, record in
        let found = try record.career(CareerAsked(ask))
        return .data(found.json, table: found.grids[0])
      },
      Route(
        path: "/api/v1/corpora/{name}/career/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The same as lines: of the term, or of what stood before it",
        parameters: parameters + [
          Route.Parameter(
            name: "of", about: "What the lines are of.",
            schema: .oneOf(CareerChart.Line.allCases.map(\.rawValue), "term"))
        ], example: "/api/v1/corpora/news/career/chart?term=partner*", readsTexts: true
      ) { ask, record in
        let asked = try CareerAsked(ask)
        let lines = try ask.word("of", CareerChart.Line.self, otherwise: .term)
        return .data(CareerChart(try record.career(asked).career, asked, of: lines).specification, table: nil)
      },
    ],
    templates: [CareerPage.template: CareerTemplate.text])

  private static let parameters =
    WordsAsked.parameters + [
      Route.Parameter(
        name: "by", about: "How long the periods are.",
        schema: .oneOf(Career.Period.Length.allCases.map(\.rawValue), "year"))
    ]
}

/// Whose career is asked about.
struct CareerAsked: Sendable {
  /// Words before the term that are kept of an answer.
  static let kept = 30

  let words: WordsAsked
  let length: Career.Period.Length

  init(_ ask: Ask) throws {
    words = try WordsAsked(ask, at: .career, ["by"])
    length = try ask.word("by", Career.Period.Length.self, otherwise: .year)
  }
}

extension Record {
  func career(_ asked: CareerAsked) throws -> CorpusCareer {
    let query = try asked.words.query()
    return try made(\.careers, asked.words.address()) { [archive] in
      try CorpusCareer(query, in: asked.words.texts(archive), by: asked.length, limit: CareerAsked.kept)
    }
  }
}
