import Discourse
import Workbench

extension Section {
  /// A word or phrase in its contexts.
  static let concordance = Section(
    routes: [
      Route(
        path: "/corpora/{name}/kwic", kind: .page, summary: "A word or phrase in its contexts",
        parameters: parameters + [
          Route.Parameter(
            name: "first", about: "How many lines to pass over.",
            schema: [
              "type": "integer", "minimum": 0, "maximum": .integer(Int64(ConcordancePage.kept)), "default": 0,
            ])
        ], example: "/corpora/news/kwic?term=partner*&sort=left", readsTexts: true
      ) { ask, record in
        .page(try ConcordancePage(ask, record))
      },
      Route(
        path: "/api/v1/corpora/{name}/kwic", kind: .data(schema: "Concordance", isTable: true),
        summary: "A word or phrase in its contexts, the first 1,000 lines in the order asked for",
        parameters: parameters,
        example: "/api/v1/corpora/news/kwic?term=%E4%BC%99%E4%BC%B4%E5%85%B3%E7%B3%BB",
        readsTexts: true
      ) { ask, record in
        let asked = try WordsAsked(ask, at: .kwic, ["sort"])
        let found = try record.concordance(
          asked, try ask.word("sort", ConcordancePage.Sort.self, otherwise: .text))
        return .data(found.json, table: found.grid, isCompact: true)
      },
    ],
    templates: [ConcordancePage.template: ConcordancePage.text])

  private static let parameters =
    WordsAsked.parameters + [
      Route.Parameter(
        name: "sort",
        about:
          "By what stands before the match, the nearest first; after it; by the match; or as in the texts.",
        schema: .oneOf(ConcordancePage.Sort.allCases.map(\.rawValue), "text"))
    ]
}

extension Record {
  func concordance(_ asked: WordsAsked, _ sort: ConcordancePage.Sort) throws -> CorpusConcordance {
    let query = try asked.query()
    return try made(\.concordances, asked.address()) { [archive] in
      try CorpusConcordance(
        query, in: asked.texts(archive), sortedBy: sort.order, limit: ConcordancePage.kept, width: 60)
    }
  }
}

extension ConcordancePage.Sort {
  fileprivate var order: Concordance.Order {
    switch self {
    case .text: .text
    case .left: .left
    case .right: .right
    case .match: .match
    }
  }
}
