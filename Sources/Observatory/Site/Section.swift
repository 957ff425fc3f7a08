/// A part of the observatory: its addresses and the templates of its pages. Each has a folder in `Pages`.
struct Section: Sendable {
  let routes: [Route]
  /// Templates by name; a page names its own.
  var templates: [String: String] = [:]
  /// Its entry in the navigation; nil where the way there is through other pages.
  var place: Link? = nil

  /// Every part. A new page is a folder in `Pages`, and a line here.
  static let all: [Section] = [
    .overview, .map, .explore, .partnerships, .events, .contradictions, .studies, .sources, .corpora, .corpus,
    .document, .words, .concordance, .collocates, .career, .keyness, .themes, .query, .actor, .partnership,
    .search, .openAPI,
  ]

  static let routes = all.flatMap(\.routes)
}
