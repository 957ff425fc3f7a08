import Workbench

extension Section {
  /// The first page, and the numbers on it.
  static let overview = Section(
    routes: [
      Route(path: "/", kind: .page, summary: "What is on record, and what is contested of it", example: "/") {
        _, record in
        .page(
          OverviewPage(
            try RecordSummary?(whenReady: record.summary),
            latest: try record.archive.latestHappenings(limit: OverviewPage.shownEvents),
            map: try TieMap?(whenReady: record.tieMap).map(MapView.init), studies: try record.fares()))
      },
      Route(
        path: "/api/v1/overview", kind: .data(schema: "Overview", isTable: false),
        summary: "How much is on record, and how much of it is contested", example: "/api/v1/overview"
      ) { _, record in
        .data(try record.summary().value, table: nil)
      },
    ],
    templates: [OverviewPage.template: OverviewTemplate.text],
    place: Link(address: "/", text: "Overview"))
}

extension Record {
  fileprivate func summary() throws -> RecordSummary {
    try made(summaries) { [patient] in
      _ = try patient.ledger()
      return try RecordSummary(patient.archive)
    }
  }
}
