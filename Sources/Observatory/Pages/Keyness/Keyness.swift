import Archive
import Discourse
import Workbench

extension Section {
  /// Two parts of a corpus compared by their words.
  static let keyness = Section(
    routes: [
      Route(
        path: "/corpora/{name}/keyness", kind: .page,
        summary: "Which words one part of a corpus has more of than another",
        parameters: KeynessAsked.parameters,
        example: "/corpora/news/keyness?language=en&from=2015&against_language=en&against_to=2014&least=1",
        readsTexts: true
      ) { ask, record in
        .page(try KeynessPage(ask, record))
      },
      Route(
        path: "/api/v1/corpora/{name}/keyness", kind: .data(schema: "Keyness", isTable: true),
        summary: "Which words one part of a corpus has more of than another",
        parameters: KeynessAsked.parameters,
        example: "/api/v1/corpora/news/keyness?outlet=Courier", readsTexts: true
      ) { ask, record in
        let found = try record.keyness(KeynessAsked(ask))
        return .data(found.json, table: found.grid)
      },
      Route(
        path: "/api/v1/corpora/{name}/keyness/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The same as dots with their intervals", parameters: KeynessAsked.parameters,
        example: "/api/v1/corpora/news/keyness/chart?outlet=Courier", readsTexts: true
      ) { ask, record in
        .data(KeynessChart(try record.keyness(KeynessAsked(ask))).specification, table: nil)
      },
    ],
    templates: [
      KeynessPage.template: KeynessTemplate.text, "keynesshead": KeynessTemplate.head,
      "keynessrow": KeynessTemplate.row,
    ])
}

extension Record {
  func keyness(_ asked: KeynessAsked) throws -> CorpusKeyness {
    guard asked.isAsked else {
      throw ObservatoryError.badParameter(
        name: "from, to, outlet, language, theme", found: "",
        expected: "one of them, which says what part is asked about")
    }
    return try made(\.keynesses, asked.address(), withCodings: true) { [archive] in try asked.answer(archive)
    }
  }
}
