import Archive
import Interchange
import Workbench

extension Section {
  /// The corpora: what documents there are to be searched, read and counted.
  static let corpora = Section(
    routes: [
      Route(
        path: "/corpora", kind: .page, summary: "The corpora on record", example: "/corpora", readsTexts: true
      ) { _, record in
        .page(try CorporaPage(record))
      },
      Route(
        path: "/api/v1/corpora", kind: .data(schema: "Corpora", isTable: true),
        summary: "The corpora on record, just as `entente corpus list` prints them",
        example: "/api/v1/corpora", readsTexts: true
      ) { _, record in
        let corpora = try record.archive.corpora()
        return .data(CorpusList.json(corpora), table: CorpusList.grid(corpora))
      },
    ],
    templates: [CorporaPage.template: CorporaPage.text], place: Link(address: "/corpora", text: "Corpora"))
}
