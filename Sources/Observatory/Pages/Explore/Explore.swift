import Interchange
import Workbench

extension Section {
  /// A table by choosing: its page, the same as data, what it is drawn by, and what stands behind each cell.
  static let explore = Section(
    routes: [
      Route(
        path: "/explore", kind: .page, summary: "Build a table by choosing what to count",
        parameters: Inquiry.parameters,
        example: "/explore?rows=country&columns=period&periods=1982%2F1989,1991%2F1999&view=bars"
      ) { ask, record in
        let inquiry = try Inquiry(ask)
        let choices = try ExploreForm(inquiry, record)
        do {
          return .page(ExplorePage(inquiry, choices, table: try table(inquiry, record), archive: record.name))
        } catch let error as WorkbenchError {
          // What was typed stays in the form, to be mended.
          return .page(ExplorePage(inquiry, choices, trouble: Trouble(error), archive: record.name))
        }
      },
      Route(
        path: "/api/v1/table", kind: .data(schema: "Table", isTable: true),
        summary:
          "A count by rows and columns with bounds; as CSV just what `entente table --format csv` prints",
        parameters: Inquiry.parameters, example: "/api/v1/table?rows=country&established=2014%2F2017"
      ) { ask, record in
        let inquiry = try Inquiry(ask)
        let table = try table(inquiry, record)
        return .data(
          CrossTableJSON.json(table, under: try inquiry.lens(of: record.archive).policy), table: Grid(table))
      },
      Route(
        path: "/api/v1/table/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The same as a Vega-Lite specification", parameters: Inquiry.parameters,
        example: "/api/v1/table/chart?rows=country&view=bars"
      ) { ask, record in
        let inquiry = try Inquiry(ask)
        return .data(TableChart(try table(inquiry, record), inquiry.view).specification, table: nil)
      },
      Route(
        path: "/explore/cell", kind: .page, summary: "What stands behind a cell of a table",
        parameters: Inquiry.parameters + cell, example: "/explore/cell?rows=country&row=fr"
      ) { ask, record in
        .page(CellPage(try CellContent(ask, record)))
      },
      Route(
        path: "/api/v1/table/cell", kind: .data(schema: "Cell", isTable: true),
        summary: "What stands behind a cell of a table", parameters: Inquiry.parameters + cell,
        example: "/api/v1/table/cell?rows=country&row=fr"
      ) { ask, record in
        let content = try CellContent(ask, record)
        return .data(content.json, table: content.table)
      },
    ],
    templates: [ExplorePage.template: ExploreTemplate.text, CellPage.template: CellPage.text],
    place: Link(address: "/explore", text: "Explore"))

  private static func table(_ inquiry: Inquiry, _ record: Record) throws -> CrossTable {
    try inquiry.question.answer(from: inquiry.archive(record), memory: record.memory)
  }

  private static let cell = [
    Route.Parameter(
      name: "row", about: "The key of the cell's row; without it, all rows.",
      schema: ["type": "string", "maxLength": 300]),
    Route.Parameter(
      name: "column", about: "The key of the cell's column; without it, all columns.",
      schema: ["type": "string", "maxLength": 300]),
    Route.Parameter(
      name: "after", about: "Goes on after this one: `next` of the page before.",
      schema: ["type": "string", "maxLength": 500]),
    Route.Parameter(
      name: "limit", about: "At most so many.",
      schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
  ]
}

extension Inquiry {
  /// What may stand in the address.
  static let parameters: [Route.Parameter] = {
    func text(_ name: String, _ about: String) -> Route.Parameter {
      Route.Parameter(name: name, about: about, schema: ["type": "string", "maxLength": 200])
    }
    func word(_ name: String, _ about: String, _ words: [String], _ standard: String) -> Route.Parameter {
      Route.Parameter(
        name: name, about: about,
        schema: ["type": "string", "enum": .array(words.map(JSON.string)), "default": .string(standard)])
    }
    return [
      word("count", "What is counted.", TableQuestion.Counted.allCases.map(\.rawValue), "partnerships"),
      text("rows", "What the rows are, e.g. country, year, item."),
      text("columns", "What the columns are; all for none."),
      text("established", "Partnerships established within this EDTF date or interval, e.g. 2014/2017."),
      text("happened", "Events and flows within this EDTF date or interval."),
      text("periods", "With rows or columns of periods: EDTF intervals with commas between."),
      text("as-of", "Partnerships in being on this day."),
      text("within", "Only with a party that is, or lies within, this actor: identifier or name."),
      text("kind", "Only partnerships of this kind."),
      text("scope", "all, or the source of a census."),
      word("margins", "no: cells are not narrowed by totals that sources print.", ["yes", "no"], "yes"),
      text("policy", "What to do where statements contradict each other."),
      text("known-at", "The record as known at this day or moment."),
      word("view", "How it is drawn.", View.allCases.map(\.rawValue), "table"),
    ]
  }()
}
