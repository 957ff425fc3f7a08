import Archive
import Interchange
import Workbench

extension Section {
  /// The studies: what documents published beside what the record comes to.
  static let studies = Section(
    routes: pages + data + [picture(.svg), picture(.png)],
    templates: [
      StudiesPage.template: StudiesTemplate.text, StudyPage.template: StudyTemplate.text,
      StudyTablePage.template: StudyTableTemplate.text, StudyChecksPage.template: StudyChecksTemplate.text,
      "checks": CheckView.template,
    ],
    place: Link(address: "/studies", text: "Studies"))

  private static let pages = [
    Route(
      path: "/studies", kind: .page, summary: "How the published figures fared, study by study",
      example: "/studies"
    ) {
      _, record in
      .page(StudiesPage(try record.fares()))
    },
    Route(
      path: "/study/{id}", kind: .page, summary: "A study: its tables and figures, and what differs",
      example: "/study/eu-china-regions"
    ) { ask, record in
      .page(try StudyPage(record.outcome(ask.place("id")), in: record))
    },
    Route(
      path: "/study/{id}/table/{table}", kind: .page, summary: "A table, published beside recomputed",
      example: "/study/eu-china-regions/table/starts-2014-2017"
    ) { ask, record in
      let outcome = try record.outcome(ask.place("id"))
      return .page(try StudyTablePage(outcome, outcome.table(ask.place("table")), in: record.archive))
    },
    Route(
      path: "/study/{id}/checks", kind: .page, summary: "Published figures beside what the record comes to",
      parameters: CheckFilter.parameters, example: "/study/sister-cities-pandemic/checks?status=differs"
    ) { ask, record in
      .page(try StudyChecksPage(record.outcome(ask.place("id")), CheckFilter(ask), in: record))
    },
  ]

  private static let data = [
    Route(
      path: "/api/v1/studies", kind: .data(schema: "Studies", isTable: true),
      summary: "How the published figures of each study fared", example: "/api/v1/studies"
    ) { _, record in
      let outcomes = try record.studies().map(record.outcome)
      return .data(.array(outcomes.map(StudyData.summary)), table: StudyData.table(outcomes))
    },
    Route(
      path: "/api/v1/studies/{id}", kind: .data(schema: "Study", isTable: true),
      summary: "A study; as CSV a row a published figure", example: "/api/v1/studies/partnership-dictionary"
    ) { ask, record in
      let outcome = try record.outcome(ask.place("id"))
      let policy = try record.archive.lens().policy
      return .data(StudyData.value(outcome, under: policy), table: StudyData.checks(outcome.checks))
    },
    Route(
      path: "/api/v1/studies/{id}/tables/{table}", kind: .data(schema: "CrossTable", isTable: true),
      summary: "A table of a study; as CSV a row a cell",
      example: "/api/v1/studies/eu-china-regions/tables/starts-2014-2017"
    ) { ask, record in
      let (_, result) = try record.outcome(ask.place("id")).table(ask.place("table"))
      return .data(CrossTableJSON.json(result), table: CrossTableCSV.grid(result))
    },
    Route(
      path: "/api/v1/studies/{id}/figures/{figure}", kind: .data(schema: "VegaLite", isTable: true),
      summary: "A figure of a study as a Vega-Lite specification; as CSV the data of it",
      example: "/api/v1/studies/eu-china-regions/figures/starts-by-period"
    ) { ask, record in
      let drawing = try record.outcome(ask.place("id")).drawing(ask.place("figure"))
      return .data(drawing.specification, table: ResultRendering.grid(drawing.data))
    },
  ]

  private static func picture(_ format: Picture) -> Route {
    Route(
      path: "/study/{id}/figure/{figure}/\(format.rawValue)", kind: .picture(type: format.type),
      summary: "A figure of a study, drawn",
      example: "/study/eu-china-regions/figure/starts-by-period/\(format.rawValue)"
    ) { ask, record in
      let drawing = try record.outcome(ask.place("id")).drawing(ask.place("figure"))
      return try record.picture(drawing.name, as: format) { drawing.specification }
    }
  }
}

extension Record {
  /// The study, run: once for each version of the record. Throws `ObservatoryError.nothing` where there is none of that name.
  func outcome(_ id: String) throws -> StudyOutcome {
    guard let study = try studies().first(where: { $0.id == id }) else {
      throw ObservatoryError.nothing(kind: "study", called: id)
    }
    return try outcome(study)
  }

  /// How the published figures of each study fared.
  func fares() throws -> [StudyRow] {
    try studies().map { study in try StudyRow(study, StudyOutcome?(whenReady: { try outcome(study) })) }
  }

  func outcome(_ study: Study) throws -> StudyOutcome {
    try made(outcomes, study.id) { [archive, home] in try StudyOutcome(study, over: archive, home: home) }
  }
}

extension StudyOutcome {
  fileprivate func table(_ id: String) throws -> (table: StudyTable, result: CrossTable) {
    guard let table = tables.first(where: { $0.table.id == id }) else {
      throw ObservatoryError.nothing(kind: "table of \(study.id)", called: id)
    }
    return table
  }

  fileprivate func drawing(_ id: String) throws -> FigureDrawing {
    guard let drawing = drawings.first(where: { $0.figure.id == id }) else {
      throw ObservatoryError.nothing(kind: "figure of \(study.id)", called: id)
    }
    return drawing
  }
}
