import Archive
import Workbench

/// Which parts of a corpus a visitor compares.
struct KeynessAsked: Sendable {
  /// Words of each part that are kept of an answer.
  private static let kept = 40
  private static let conditions = ["from", "to", "outlet", "language", "theme"]
  private static let names =
    conditions + conditions.map { "against_" + $0 } + ["least", "copies", "codebook"]

  let corpus: String
  let values: [String: String]
  let least: Int

  /// - Throws: `ObservatoryError.badParameter`.
  init(_ ask: Ask) throws {
    corpus = ask.place("name")
    var values: [String: String] = [:]
    for name in Self.names where ask.query[name] != nil {
      let text = try ask.text(name, atMost: 200)
      if !text.allSatisfy(\.isWhitespace) { values[name] = text }
    }
    self.values = values
    least = try ask.number("least", in: 1...1_000_000, otherwise: 5)
    _ = try ask.word("copies", WordsAsked.Copies.self, otherwise: .with)
  }

  /// Whether a part is told apart at all.
  var isAsked: Bool { Self.conditions.contains { values[$0] != nil } }

  func address() -> String { asking(Address.corpus(corpus, .keyness)) }
  func data(_ tail: String = "") -> String { asking(Address.corpusData(corpus, .keyness) + tail) }

  private func asking(_ path: String) -> String { Address.asking(path, Self.names.map { ($0, values[$0]) }) }

  func answer(_ archive: ArchiveStore) throws -> CorpusKeyness {
    let isAgainst = Self.conditions.contains { values["against_" + $0] != nil }
    return try CorpusKeyness(
      corpus, archive, target: part(""), reference: isAgainst ? part("against_") : nil, least: least,
      limit: Self.kept, withoutCopies: values["copies"] == WordsAsked.Copies.without.rawValue,
      codebook: values["codebook"], isOfFinished: true)
  }

  private func part(_ prefix: String) throws -> CorpusPart {
    try CorpusPart(
      from: values[prefix + "from"], to: values[prefix + "to"], outlet: values[prefix + "outlet"],
      language: values[prefix + "language"], theme: values[prefix + "theme"])
  }

  static let parameters: [Route.Parameter] = {
    func text(_ name: String, _ about: String) -> Route.Parameter {
      Route.Parameter(name: name, about: about, schema: ["type": "string", "maxLength": 200])
    }
    let parts = [
      ("", "The part that is asked about"),
      ("against_", "The part that it is compared with (without any of these: all other documents)"),
    ]
    return parts.flatMap { prefix, about in
      [
        text(prefix + "from", "\(about): documents of this day or later."),
        text(prefix + "to", "\(about): documents of this day or earlier."),
        text(prefix + "outlet", "\(about): documents of this outlet."),
        text(prefix + "language", "\(about): documents of this language."),
        text(prefix + "theme", "\(about): documents that have this code, by identifier, path or name."),
      ]
    } + [
      Route.Parameter(
        name: "least", about: "Words that both parts together have fewer of are not tested.",
        schema: ["type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 5]), WordsAsked.copies,
      text("codebook", "Of the themes, where the corpus is coded under several."),
    ]
  }()
}
