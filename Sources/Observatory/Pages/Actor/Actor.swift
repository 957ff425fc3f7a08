import Archive
import Diplomacy
import Workbench

extension Section {
  /// One actor: its page, its record as data, and the chart on its page.
  static let actor = Section(
    routes: [
      Route(
        path: "/actor/{id}", kind: .page, summary: "All that is on record of an actor",
        parameters: parameters, example: "/actor/pl-lodz"
      ) { ask, record in
        let first = try first(ask)
        let dossier = try record.dossier(.actor, ask.place("id"), from: first)
        let circle = try PartnerCircle(of: ActorID(ask.place("id")), in: record.archive)
        return .page(ActorPage(dossier, from: first, circle, titles: try Titles(record.archive)))
      },
      Route(
        path: "/actor/{id}/briefing", kind: .page, summary: "An actor on one printed page",
        example: "/actor/cn-chengdu/briefing"
      ) { ask, record in
        let dossier = try record.dossier(.actor, ask.place("id"))
        let id = ActorID(ask.place("id"))
        return .page(
          BriefingPage(
            dossier, try PartnerCircle(of: id, in: record.archive),
            kinds: try record.partnershipIndex().countsByKind(within: id), titles: try Titles(record.archive))
        )
      },
      Route(
        path: "/api/v1/actors/{id}", kind: .data(schema: "Dossier", isTable: true),
        summary:
          "All that is on record of an actor, \(Record.page) of its partnerships and its latest \(Record.page) events; as CSV the statements on them",
        parameters: parameters, example: "/api/v1/actors/pl-lodz"
      ) { ask, record in
        try record.dossierData(.actor, ask.place("id"), from: first(ask))
      },
      Route(
        path: "/api/v1/actors/{id}/timeline", kind: .data(schema: "VegaLite", isTable: true),
        summary: "An actor's partnerships in time, as a Vega-Lite specification; as CSV the data of it",
        parameters: parameters, example: "/api/v1/actors/pl-lodz/timeline"
      ) { ask, record in
        let timeline = Timeline(try record.dossier(.actor, ask.place("id"), from: first(ask)))
        return .data(timeline.specification, table: timeline.table)
      },
    ],
    templates: [ActorPage.template: ActorTemplate.text, BriefingPage.template: BriefingTemplate.text])

  private static let most = 10_000_000
  private static let parameters = [
    Route.Parameter(
      name: "from",
      about:
        "How many of its partnerships to pass over, the earliest first; partnershipCount says how many there are.",
      schema: ["type": "integer", "minimum": 0, "maximum": .integer(Int64(most)), "default": 0])
  ]

  private static func first(_ ask: Ask) throws -> Int { try ask.number("from", in: 0...most, otherwise: 0) }
}
