import Archive
import Diplomacy

/// Every contradiction on record in the order of the snapshot, ready to be searched.
struct ContestList: Sendable {
  struct Contest: Sendable {
    let contradiction: Contradiction
    /// "quantity of masks, Chengdu gives masks to Łódź".
    let title: String
    /// What a search looks through, folded.
    fileprivate let words: String
  }

  /// Those of one page.
  struct Page: Sendable {
    let contests: [Contest]
    /// How many match altogether, on whichever page.
    let count: Int
    /// The identifier after which the next page begins; nil on the last.
    let next: String?
    /// By type, of all that match the words.
    let counts: [(type: ContradictionType, count: Int)]
  }

  let all: [Contest]
  private let places: [String: Int]

  init(_ archive: ArchiveStore) throws {
    let titles = try archive.contestedTitles()
    all = try archive.contradictions().map { contradiction in
      let side = contradiction.side.map { contradiction.rule == .mirrored ? "" : " (\($0))" } ?? ""
      let title =
        "\(contradiction.property)\(side) of \(titles[contradiction.entity] ?? contradiction.entity.description)"
      let words = [title, contradiction.id, contradiction.type.rawValue] + contradiction.rivals.map(\.value)
      return Contest(contradiction: contradiction, title: title, words: words.joined(separator: "\n").folded)
    }
    places = Dictionary(all.enumerated().map { ($1.contradiction.id, $0) }) { first, _ in first }
  }

  func contest(_ id: String) -> Contest? { places[id].map { all[$0] } }

  /// All that match, on whichever page.
  func matching(_ wanted: ContestFilter) -> [Contest] {
    all.filter {
      wanted.holds(for: $0.words) && (wanted.type ?? $0.contradiction.type) == $0.contradiction.type
    }
  }

  /// Throws `ObservatoryError.badParameter` where the page is to begin after a contradiction that is not on record.
  func page(_ wanted: ContestFilter) throws -> Page {
    let matching = matching(wanted)
    var rest = matching[...]
    if let after = wanted.after {
      guard let place = places[after] else {
        throw ObservatoryError.badParameter(
          name: "after", found: after, expected: "the identifier of a contradiction on record")
      }
      rest = rest.drop { places[$0.contradiction.id].map { $0 <= place } ?? true }
    }
    let shown = Array(rest.prefix(wanted.limit))
    let byWords = all.filter { wanted.holds(for: $0.words) }
    return Page(
      contests: shown, count: matching.count,
      next: rest.count > shown.count ? shown.last?.contradiction.id : nil,
      counts: ContradictionType.allCases.map { type in (type, byWords.count { $0.contradiction.type == type })
      })
  }
}

/// Which contradictions a visitor wants to see.
struct ContestFilter: Sendable {
  let query: String
  let type: ContradictionType?
  let after: String?
  let limit: Int
  private let words: [String]

  /// Throws `ObservatoryError.badParameter` for a type that there is not, or too long a query. An empty type is none.
  init(_ ask: Ask) throws {
    query = ask.query["q"] == nil ? "" : try ask.text("q", atMost: 200)
    let name = ask.query["type"] ?? ""
    type = ContradictionType(rawValue: name)
    guard name.isEmpty || type != nil else {
      throw ObservatoryError.badParameter(
        name: "type", found: name,
        expected: ContradictionType.allCases.map(\.rawValue).joined(separator: ", "))
    }
    after = ask.query["after"] == nil ? nil : try ask.text("after", atMost: 2000)
    limit = try ask.number("limit", in: 1...500, otherwise: 25)
    words = query.folded.split(separator: " ").map(String.init)
  }

  func holds(for text: String) -> Bool { words.allSatisfy { text.contains($0) } }

  /// The address that asks for the same with other type, or the next page.
  func address(type: ContradictionType?, after: String? = nil) -> String {
    Address.asking(
      "/contradictions",
      [
        ("q", query.isEmpty ? nil : query), ("type", type?.rawValue), ("after", after),
        ("limit", limit == 25 ? nil : String(limit)),
      ])
  }
}
