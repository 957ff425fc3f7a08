import Archive
import Workbench

/// Which sources a visitor wants to see.
struct SourceListFilter: Sendable {
  struct Page: Sendable {
    let shares: [SourceShare]
    /// How many match altogether, on whichever page.
    let count: Int
    /// The identifier after which the next page begins; nil on the last.
    let next: String?
  }

  let query: String
  let after: String?
  let limit: Int
  private let words: [Substring]

  /// Throws `ObservatoryError.badParameter` for too long a query, or a limit that is none.
  init(_ ask: Ask) throws {
    query = ask.query["q"] == nil ? "" : try ask.text("q", atMost: 200)
    after = ask.query["after"] == nil ? nil : try ask.text("after", atMost: 2000)
    limit = try ask.number("limit", in: 1...1000, otherwise: 100)
    words = query.folded.split(separator: " ")
  }

  func matching(_ all: [SourceShare]) -> [SourceShare] {
    guard !words.isEmpty else { return all }
    return all.filter { share in
      let text = "\(share.title)\n\(share.id)\n\(share.issued)".folded
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// Throws `ObservatoryError.badParameter` where the page is to begin after a source that does not match.
  func page(_ all: [SourceShare]) throws -> Page {
    let matching = matching(all)
    var rest = matching[...]
    if let after {
      guard let place = rest.firstIndex(where: { $0.id == after }) else {
        throw ObservatoryError.badParameter(
          name: "after", found: after, expected: "the identifier of a source")
      }
      rest = rest[(place + 1)...]
    }
    let shown = Array(rest.prefix(limit))
    return Page(shares: shown, count: matching.count, next: rest.count > shown.count ? shown.last?.id : nil)
  }

  /// The address that asks for the same, or for the next page of it.
  func address(after: String?) -> String {
    Address.asking(
      "/sources",
      [
        ("q", query.isEmpty ? nil : query), ("after", after), ("limit", limit == 100 ? nil : String(limit)),
      ])
  }

  static let parameters = [
    Route.Parameter(
      name: "q",
      about:
        "Words, each of which must be in the title, the identifier or the date. Case and accents do not matter.",
      schema: ["type": "string", "maxLength": 200]),
    Route.Parameter(
      name: "after", about: "The identifier of the last one seen: those after it.",
      schema: ["type": "string", "maxLength": 2000]),
    Route.Parameter(
      name: "limit", about: "At most so many.",
      schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
  ]
}
