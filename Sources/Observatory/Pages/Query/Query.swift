import Archive
import Interchange
import Workbench

extension Section {
  /// SQL of the visitor's own: the page, its result as data, and the chart of it.
  static let query = Section(
    routes: [
      Route(
        path: "/query", kind: .page, summary: "Ask with SQL, read only", parameters: parameters,
        example: "/query?sql=SELECT+kind%2C+count%28*%29+AS+partnerships+FROM+partnership+GROUP+BY+kind",
        readsTexts: true
      ) { ask, record in
        let hidden = try record.hiddenTables()
        let tables = try record.archive.documentedTables().filter { !hidden.contains($0.name) }
        guard let sql = try sql(ask) else {
          return .page(QueryPage(nil, answer: nil, tables: tables, isBlind: !hidden.isEmpty))
        }
        do {
          return .page(
            QueryPage(sql, answer: try answer(sql, record), tables: tables, isBlind: !hidden.isEmpty))
        } catch let error as ArchiveError {
          // What was typed stays in the form, to be mended.
          return .page(QueryPage(sql, trouble: Trouble(error), tables: tables, isBlind: !hidden.isEmpty))
        }
      },
      Route(
        path: "/api/v1/query", kind: .data(schema: "Rows", isTable: true),
        summary: "The rows of one SQL statement that reads", parameters: parameters,
        example: "/api/v1/query?sql=SELECT+id+FROM+source",
        readsTexts: true
      ) { ask, record in
        let answer = try answer(sql(ask) ?? ask.text("sql", atMost: 4000), record)
        return .data(
          [
            "columns": .array(answer.table.columns.map(JSON.string)),
            "rows": .array(answer.table.rows.map { .array($0.map(ResultRendering.json)) }),
            "cut": .boolean(answer.isCut),
          ], table: ResultRendering.grid(answer.table))
      },
      Route(
        path: "/api/v1/query/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The rows as bars: the first column of texts beside the first of numbers",
        parameters: parameters,
        example: "/api/v1/query/chart?sql=SELECT+kind%2C+count%28*%29+AS+n+FROM+partnership+GROUP+BY+kind",
        readsTexts: true
      ) { ask, record in
        let answer = try answer(sql(ask) ?? ask.text("sql", atMost: 4000), record)
        guard let chart = ResultChart(answer.table) else {
          throw ObservatoryError.badParameter(
            name: "sql", found: ask.query["sql"] ?? "",
            expected: "rows with a column of texts and one of numbers")
        }
        return .data(chart.specification, table: nil)
      },
    ],
    templates: [QueryPage.template: QueryPage.text], place: Link(address: "/query", text: "Query"))

  private static let parameters = [
    Route.Parameter(
      name: "sql",
      about: "One statement over the documented tables. It has a second, and gives 1,000 rows at most.",
      schema: ["type": "string", "maxLength": 4000], isRequired: true)
  ]

  private static func sql(_ ask: Ask) throws -> String? {
    try ask.query["sql"].flatMap { $0.isEmpty ? nil : try ask.text("sql", atMost: 4000) }
  }

  private static func answer(_ sql: String, _ record: Record) throws -> GuardedAnswer {
    try record.askers.ask(by: record.deadline) { try record.archive.ask(sql, hiding: record.hiddenTables()) }
  }
}
