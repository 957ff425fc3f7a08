import Archive
import Discourse
import Interchange
import Workbench

/// What a visitor looks for in a corpus.
struct DocumentSearch: Sendable {
  /// How many documents stand on a page.
  static let page = 20
  /// The fields of the form beside the words.
  static let names = ["from", "to", "outlet"]
  /// In characters of a query.
  static let longest = 400

  let corpus: String
  /// Nil where nothing is asked yet.
  let text: String?
  let values: [String: String]
  /// How many documents stand on the pages before.
  let first: Int

  /// What is left empty is not asked. Throws `ObservatoryError.badParameter` for what is too long, or no number.
  init(_ ask: Ask) throws {
    corpus = ask.place("name")
    let text = ask.query["q"] == nil ? "" : try ask.text("q", atMost: Self.longest)
    self.text = text.allSatisfy(\.isWhitespace) ? nil : text
    var values: [String: String] = [:]
    for name in Self.names where ask.query[name] != nil {
      let value = try ask.text(name, atMost: 200)
      if !value.isEmpty { values[name] = value }
    }
    self.values = values
    first = try ask.number("first", in: 0...CorpusAnswer.mostRanked, otherwise: 0)
  }

  func address(_ path: String, first: Int = 0) -> String {
    Address.asking(
      path,
      [("q", text)] + Self.names.map { ($0, values[$0]) } + [("first", first == 0 ? nil : String(first))])
  }

  /// Nil where nothing is asked.
  ///
  /// - Throws: `WorkbenchError.badOption`, `ArchiveError.unknownCorpus`.
  func found(in archive: ArchiveStore) throws -> Found? {
    guard let text else { return nil }
    let search = try CorpusSearch(
      corpus: corpus, text: text, from: values["from"], to: values["to"], outlet: values["outlet"],
      first: first, limit: Self.page, isCounting: true)
    return Found(asked: self, search: search, answer: try search.run(archive))
  }

  /// What is found, a page of it.
  struct Found: Sendable {
    let asked: DocumentSearch
    let search: CorpusSearch
    let answer: CorpusAnswer

    /// How many documents there are before the next page; nil on the last.
    var next: Int? {
      let last = asked.first + answer.documents.count
      return last < answer.found && !answer.documents.isEmpty ? last : nil
    }

    /// As `entente corpus search --counts --json` prints it, and where it goes on.
    var json: JSON {
      let address = next.map { asked.address(Address.corpusData(asked.corpus, .search), first: $0) }
      guard case .object(let members) = search.json(answer) else { return .null }
      return .object(members + [.init("next", address.map(JSON.string) ?? .null)])
    }

    var grid: Grid { search.grid(answer) }
  }

  static let parameters = [
    Route.Parameter(
      name: "q",
      about:
        "Words that must all be there; \"a phrase\", partner* for a beginning, OR, NOT and parentheses. Chinese is found wherever its characters stand together.",
      schema: ["type": "string", "maxLength": .integer(Int64(longest))]),
    Route.Parameter(
      name: "from", about: "Only documents that may be of this day or later: 2017, 2017-03 or 2017-03-04.",
      schema: ["type": "string", "maxLength": 200]),
    Route.Parameter(
      name: "to", about: "Only documents that may be of this day or earlier.",
      schema: ["type": "string", "maxLength": 200]),
    Route.Parameter(
      name: "outlet", about: "Only documents of this outlet; case and accents do not matter.",
      schema: ["type": "string", "maxLength": 200]),
    Route.Parameter(
      name: "first", about: "How many to pass over: 'next' in an answer says it.",
      schema: [
        "type": "integer", "minimum": 0, "maximum": .integer(Int64(CorpusAnswer.mostRanked)), "default": 0,
      ]),
  ]
}
