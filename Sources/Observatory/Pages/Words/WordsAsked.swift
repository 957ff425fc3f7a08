import Archive
import Discourse
import Workbench

/// What a visitor asks of the words of a corpus: a term, and of which documents.
struct WordsAsked: Sendable {
  let corpus: String
  let place: CorpusHead.Place
  /// What is asked, by its names in the address; what is left empty is not asked.
  let values: [String: String]

  /// The fields that say of which documents.
  private static let part = ["from", "to", "outlet", "language", "copies"]
  private let names: [String]

  /// - Parameter more: names of further fields.
  /// - Throws: `ObservatoryError.badParameter` for what is too long.
  init(_ ask: Ask, at place: CorpusHead.Place, _ more: [String]) throws {
    (corpus, self.place) = (ask.place("name"), place)
    names = ["term"] + Self.part + more
    var values: [String: String] = [:]
    for name in names where ask.query[name] != nil {
      let text = try ask.text(name, atMost: 200)
      if !text.allSatisfy(\.isWhitespace) { values[name] = text }
    }
    self.values = values
    _ = try ask.word("copies", Copies.self, otherwise: .with)
  }

  enum Copies: String, CaseIterable { case with, without }

  var term: String? { values["term"] }

  /// The page that asks for the same, with some of it otherwise; nil leaves a field out.
  func address(_ changes: [String: String?] = [:]) -> String {
    asking(Address.corpus(corpus, place), changes)
  }

  /// The same as data.
  func data(_ tail: String = "", _ changes: [String: String?] = [:]) -> String {
    asking(Address.corpusData(corpus, place) + tail, changes)
  }

  private func asking(_ path: String, _ changes: [String: String?]) -> String {
    let others = changes.keys.filter { !names.contains($0) }.sorted()
    return Address.asking(path, (names + others).map { ($0, changes[$0] ?? values[$0]) })
  }

  /// - Throws: `ObservatoryError.badParameter`, `WorkbenchError.badOption`.
  func query() throws -> WordQuery {
    guard let term else {
      throw ObservatoryError.badParameter(name: "term", found: "", expected: "it, which must be given")
    }
    return try WordQuery(term)
  }

  /// - Throws: `WorkbenchError.badOption`, `ArchiveError.unknownCorpus`.
  func texts(_ archive: ArchiveStore) throws -> CorpusTexts {
    try CorpusTexts(
      corpus, archive,
      part: CorpusPart(
        from: values["from"], to: values["to"], outlet: values["outlet"], language: values["language"]),
      withoutCopies: values["copies"] == Copies.without.rawValue)
  }

  static let partParameters: [Route.Parameter] = {
    func text(_ name: String, _ about: String) -> Route.Parameter {
      Route.Parameter(name: name, about: about, schema: ["type": "string", "maxLength": 200])
    }
    return [
      text("from", "Only documents that may be of this day or later: 2017, 2017-03 or 2017-03-04."),
      text("to", "Only documents that may be of this day or earlier."),
      text("outlet", "Only documents of this outlet."), text("language", "Only documents of this language."),
      copies,
    ]
  }()

  static let copies = Route.Parameter(
    name: "copies", about: "without: of documents that are one text, nearly, the earliest only.",
    schema: .oneOf(Copies.allCases.map(\.rawValue), "with"))

  static let parameters =
    [
      Route.Parameter(
        name: "term",
        about:
          "A word or several: in each, * stands for any letters, ? for one; a * by itself for any word. Chinese is found wherever its characters stand together.",
        schema: ["type": "string", "maxLength": 200])
    ] + partParameters
}

/// The fields of a form by which words are asked for.
struct WordForm: Sendable {
  let term: String
  let from: String
  let to: String
  let outlet: String
  let language: String
  let copies: [Choice]

  init(_ asked: WordsAsked, isSearched: Bool) {
    func field(_ name: String) -> String { (asked.values[name] ?? "").shown(atMost: 200) }
    (term, from, to) = (field("term"), field("from"), field("to"))
    (outlet, language) = (field("outlet"), field("language"))
    let isWithout = asked.values["copies"] == "without"
    let words = [("with", "counted"), ("without", "left out")]
    copies = words.filter { isSearched || isWithout || $0.0 == "with" }.map {
      Choice($0.0, $0.1, isChosen: ($0.0 == "without") == isWithout)
    }
  }

  static let term = """
    <label class="wide" for="term">Word or phrase<input id="term" name="term" value="{{term}}" placeholder="strategic partner*, 伙伴关系" maxlength="200" autocomplete="off" dir="auto"></label>
    """

  static let part = """
    <label for="from">From<input id="from" name="from" value="{{from}}" placeholder="2014" maxlength="200"></label>
    <label for="to">To<input id="to" name="to" value="{{to}}" placeholder="2017-06" maxlength="200"></label>
    <label for="outlet">Outlet<input id="outlet" name="outlet" value="{{outlet}}" maxlength="200"></label>
    <label for="language">Language<input id="language" name="language" value="{{language}}" placeholder="en" maxlength="200"></label>
    <label for="copies">Copies of a text<select id="copies" name="copies">{{#copies}}{{> choice}}{{/copies}}</select></label>
    """
}
