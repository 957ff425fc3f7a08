import Archive
import Diplomacy
import Workbench

extension Section {
  /// One partnership: its page, and its record as data.
  static let partnership = Section(
    routes: [
      Route(
        path: "/partnership/{id}", kind: .page, summary: "All that is on record of a partnership",
        example: "/partnership/pl-lodz+cn-chengdu"
      ) { ask, record in
        let dossier = try record.dossier(.partnership, ask.place("id"))
        let ladder = try LadderSteps(of: PartnershipID(ask.place("id")), in: record.archive)
        return .page(PartnershipPage(dossier, ladder, titles: try Titles(record.archive)))
      },
      Route(
        path: "/api/v1/partnerships/{id}", kind: .data(schema: "Dossier", isTable: true),
        summary: "All that is on record of a partnership; as CSV its statements",
        example: "/api/v1/partnerships/pl-lodz+cn-chengdu"
      ) { ask, record in
        try record.dossierData(.partnership, ask.place("id"))
      },
    ],
    templates: [PartnershipPage.template: PartnershipTemplate.text])
}
