import Archive
import Diplomacy
import Workbench

extension Section {
  /// One actor: its page, its record as data, and the chart on its page.
  static let actor = Section(
    routes: [
      Route(
        path: "/actor/{id}", kind: .page, summary: "All that is on record of an actor",
        example: "/actor/pl-lodz"
      ) { ask, record in
        let dossier = try record.dossier(.actor, ask.place("id"))
        let circle = try PartnerCircle(of: ActorID(ask.place("id")), in: record.archive)
        return .page(ActorPage(dossier, circle, titles: try Titles(record.archive)))
      },
      Route(
        path: "/api/v1/actors/{id}", kind: .data(schema: "Dossier", isTable: true),
        summary: "All that is on record of an actor; as CSV its statements", example: "/api/v1/actors/pl-lodz"
      ) { ask, record in
        try record.dossierData(.actor, ask.place("id"))
      },
      Route(
        path: "/api/v1/actors/{id}/timeline", kind: .data(schema: "VegaLite", isTable: true),
        summary: "An actor's partnerships in time, as a Vega-Lite specification; as CSV the data of it",
        example: "/api/v1/actors/pl-lodz/timeline"
      ) { ask, record in
        let timeline = Timeline(try record.dossier(.actor, ask.place("id")))
        return .data(timeline.specification, table: timeline.table)
      },
    ],
    templates: [ActorPage.template: ActorTemplate.text])
}
