import Archive
import Workbench

extension Section {
  /// How much of a corpus has which theme.
  static let themes = Section(
    routes: [
      Route(
        path: "/corpora/{name}/themes", kind: .page,
        summary: "Shares of themes with intervals, and how they differ", parameters: ThemesAsked.parameters,
        example: "/corpora/news/themes?by=year", readsTexts: true
      ) { ask, record in
        .page(try ThemesPage(ask, record))
      },
      Route(
        path: "/api/v1/corpora/{name}/themes", kind: .data(schema: "Themes", isTable: true),
        summary: "Shares of themes with intervals, and how they differ",
        parameters: ThemesAsked.parameters + [
          Route.Parameter(
            name: "table", about: "What a CSV has: the shares, or how they compare.",
            schema: .oneOf(ThemesAsked.Table.allCases.map(\.rawValue), "shares"))
        ], example: "/api/v1/corpora/news/themes?by=outlet&compare=Courier,Herald", readsTexts: true
      ) { ask, record in
        let table = try ask.word("table", ThemesAsked.Table.self, otherwise: .shares)
        let report = try record.themes(ThemesAsked(ask))
        return .data(
          ThemeReportText.json(report),
          table: table == .shares ? ThemeReportText.shares(report) : ThemeReportText.comparisons(report))
      },
      Route(
        path: "/api/v1/corpora/{name}/themes/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The shares as dots with their intervals", parameters: ThemesAsked.parameters,
        example: "/api/v1/corpora/news/themes/chart", readsTexts: true
      ) { ask, record in
        .data(ThemesChart(try record.themes(ThemesAsked(ask))).specification, table: nil)
      },
    ],
    templates: [ThemesPage.template: ThemesPage.text, "grid": GridView.template])
}

/// Which shares a visitor asks for.
struct ThemesAsked: Sendable {
  enum Table: String, CaseIterable { case shares, comparisons }

  private static let names = ["by", "count", "codes", "compare", "codebook"]

  let corpus: String
  let values: [String: String]
  let part: ThemeQuestion.Part
  let unit: ThemeQuestion.Unit

  /// - Throws: `ObservatoryError.badParameter`.
  init(_ ask: Ask) throws {
    corpus = ask.place("name")
    var values: [String: String] = [:]
    for name in Self.names where ask.query[name] != nil {
      let text = try ask.text(name, atMost: 400)
      if !text.allSatisfy(\.isWhitespace) { values[name] = text }
    }
    self.values = values
    part = try ask.word("by", ThemeQuestion.Part.self, otherwise: .year)
    unit = try ask.word("count", ThemeQuestion.Unit.self, otherwise: .document)
  }

  func address(_ path: String? = nil) -> String {
    Address.asking(path ?? Address.corpus(corpus, .themes), Self.names.map { ($0, values[$0]) })
  }

  func data(_ tail: String = "") -> String { address(Address.corpusData(corpus, .themes) + tail) }

  /// Of what is open to view: documents that nobody has still to code.
  ///
  /// - Throws: `WorkbenchError.badOption`, `ArchiveError.unknownCorpus`, `.unknownCodebook`.
  fileprivate func answer(_ archive: ArchiveStore) throws -> ThemeReport {
    let question = ThemeQuestion(
      part: part, unit: unit,
      codes: values["codes"]?.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") },
      pair: try values["compare"].map(ThemeQuestion.pair), isOfFinished: true)
    return try ThemeReport(CodingDesk(archive, corpus: corpus, codebook: values["codebook"]), question)
  }

  static let parameters = [
    Route.Parameter(
      name: "by", about: "What the corpus is parted by.",
      schema: .oneOf(ThemeQuestion.Part.allCases.map(\.rawValue), "year")),
    Route.Parameter(
      name: "count", about: "What counts once: a document, or a cluster of copies of one text.",
      schema: .oneOf(ThemeQuestion.Unit.allCases.map(\.rawValue), "document")),
    Route.Parameter(
      name: "codes",
      about:
        "Codes with semicolons between: ids, paths or names. Without, those at the top, each with all that is nested in it.",
      schema: ["type": "string", "maxLength": 400]),
    Route.Parameter(
      name: "compare",
      about: "Two parts with a comma between. Without, each year or month with the one before.",
      schema: ["type": "string", "maxLength": 400]),
    Route.Parameter(
      name: "codebook", about: "Under which codebook, where there are several.",
      schema: ["type": "string", "maxLength": 400]),
  ]
}

extension Record {
  func themes(_ asked: ThemesAsked) throws -> ThemeReport {
    try made(\.themes, asked.address(), withCodings: true) { [archive] in try asked.answer(archive) }
  }
}
