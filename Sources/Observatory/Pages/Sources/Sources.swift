import Archive
import Diplomacy
import Interchange
import Workbench

extension Section {
  /// The sources: what each says, of whom, and its share of the record.
  static let sources = Section(
    routes: [
      Route(
        path: "/sources", kind: .page, summary: "The sources on record",
        parameters: SourceListFilter.parameters,
        example: "/sources"
      ) { ask, record in
        let wanted = try SourceListFilter(ask)
        return .page(SourcesPage(wanted, try wanted.page(record.sourceShares())))
      },
      Route(
        path: "/source/{id}", kind: .page, summary: "What a source says, and of whom",
        parameters: SourceFilter.parameters, example: "/source/boni-2023"
      ) { ask, record in
        .page(try SourcePage(record.profile(ask.place("id")), SourceFilter(ask), in: record.archive))
      },
      Route(
        path: "/api/v1/sources", kind: .data(schema: "Sources", isTable: true),
        summary: "The sources on record, those with the most statements first; as CSV all that match",
        parameters: SourceListFilter.parameters, example: "/api/v1/sources"
      ) { ask, record in
        let wanted = try SourceListFilter(ask)
        let shares = try record.sourceShares()
        let found = try wanted.page(shares)
        return .data(
          [
            "count": .integer(Int64(found.count)), "next": found.next.map(JSON.string) ?? .null,
            "sources": .array(found.shares.map(\.value)),
          ],
          table: SourceShare.table(wanted.matching(shares)))
      },
      Route(
        path: "/api/v1/sources/{id}", kind: .data(schema: "Statements", isTable: true),
        summary: "The statements of a source, in the order they were recorded",
        parameters: SourceFilter.parameters,
        example: "/api/v1/sources/time-2020"
      ) { ask, record in
        _ = try record.profile(ask.place("id"))
        let found = try SourceFilter(ask).page(of: ask.place("id"), in: record.archive)
        return .data(
          [
            "next": found.next.map { .integer($0) } ?? .null,
            "statements": .array(found.statements.map(StatementJSON.json)),
          ],
          table: Record.table(found.statements))
      },
    ],
    templates: [SourcesPage.template: SourcesTemplate.text, SourcePage.template: SourceTemplate.text],
    place: Link(address: "/sources", text: "Sources"))
}

extension Record {
  func sourceShares() throws -> [SourceShare] {
    try made(shares) { [archive] in try SourceShare.all(in: archive) }
  }

  /// Throws `ObservatoryError.nothing` where there is no source of that name.
  fileprivate func profile(_ id: String) throws -> SourceProfile {
    guard let share = try sourceShares().first(where: { $0.id == id }) else {
      throw ObservatoryError.nothing(kind: "source", called: id)
    }
    return try made(profiles, id) { [patient] in
      try SourceProfile(share, of: patient.ledger(), in: patient.archive)
    }
  }
}
