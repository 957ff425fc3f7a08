import Archive
import Interchange
import Workbench

extension Section {
  /// The search across everything: its page, and the list that the search field shows.
  static let search = Section(
    routes: [
      Route(
        path: "/search", kind: .page, summary: "What a search finds", parameters: parameters,
        example: "/search?q=Lodz"
      ) { ask, record in
        .page(SearchPage(ask.query["q"] ?? "", ask.query["q"] == nil ? [] : try found(ask, in: record)))
      },
      Route(
        path: "/api/v1/search", kind: .data(schema: "Matches", isTable: true), summary: "What a search finds",
        parameters: parameters, example: "/api/v1/search?q=Lodz"
      ) { ask, record in
        let matches = try found(ask, in: record)
        return .data(
          .array(
            matches.map { match in
              .object([
                .init("kind", .string(match.kind)), .init("id", .string(match.id)),
                .init("title", .string(match.title)),
                .init("page", Address.page(of: match.kind, match.id).map(JSON.string) ?? .null),
              ])
            }),
          table: Grid(
            header: ["kind", "id", "title"], rows: matches.map { [$0.kind, $0.id, $0.title] }))
      },
    ],
    templates: [SearchPage.template: SearchPage.text])

  private static let parameters = [
    Route.Parameter(
      name: "q",
      about: "Words: every one must be there, the last may be a beginning. Case and accents do not matter.",
      schema: ["type": "string", "maxLength": 200], isRequired: true),
    Route.Parameter(
      name: "limit", about: "At most so many.",
      schema: ["type": "integer", "minimum": 1, "maximum": 500, "default": 50]),
  ]

  private static func found(_ ask: Ask, in record: Record) throws -> [Match] {
    try record.archive.find(
      ask.text("q", atMost: 200), limit: ask.number("limit", in: 1...500, otherwise: 50))
  }
}
