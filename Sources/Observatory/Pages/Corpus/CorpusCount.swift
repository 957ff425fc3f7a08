import Workbench

/// How a visitor has a corpus counted: by what, and what counts once.
struct CorpusCount: Sendable {
  let corpus: String
  let part: CorpusProfile.Part
  /// Whether that was said.
  let isPartAsked: Bool
  let unit: CorpusProfile.Unit
  /// How many clusters of copies stand on the pages before.
  let first: Int

  /// Throws `ObservatoryError.badParameter`.
  init(_ ask: Ask) throws {
    corpus = ask.place("name")
    isPartAsked = ask.query["by"]?.isEmpty == false
    part = try ask.word("by", CorpusProfile.Part.self, otherwise: .year)
    unit = try ask.word("count", CorpusProfile.Unit.self, otherwise: .document)
    first = try ask.number("from", in: 0...10_000_000, otherwise: 0)
  }

  /// The values of an address that asks for the same; what is usual is left out.
  var values: [(name: String, value: String?)] {
    [
      ("by", isPartAsked ? part.rawValue : nil), ("count", unit == .document ? nil : unit.rawValue),
    ]
  }

  static let parameters = [
    Route.Parameter(
      name: "by", about: "What the corpus is parted by.",
      schema: .oneOf(CorpusProfile.Part.allCases.map(\.rawValue), "year")),
    Route.Parameter(
      name: "count",
      about:
        "What counts once: each document; of copies of one text the earliest (cluster); or the earliest of each outlet.",
      schema: .oneOf(CorpusProfile.Unit.allCases.map(\.rawValue), "document")),
  ]
}

extension CorpusProfile.Unit {
  /// In words of a form.
  var text: String {
    switch self {
    case .document: "every document"
    case .cluster: "copies of a text once"
    case .outlet: "copies of a text once an outlet"
    }
  }
}

extension Ask {
  /// One of a closed list of words. Throws `ObservatoryError.badParameter` for another.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Word.Type, otherwise standard: Word
  ) throws -> Word {
    guard let text = query[name], !text.isEmpty else { return standard }
    guard let word = Word(rawValue: text) else {
      throw ObservatoryError.badParameter(
        name: name, found: text,
        expected: Word.allCases.map(\.rawValue).joined(separator: " or "))
    }
    return word
  }
}

extension JSON {
  /// The schema of one of a closed list of words.
  static func oneOf(_ words: [String], _ standard: String) -> JSON {
    ["type": "string", "enum": .array(words.map(JSON.string)), "default": .string(standard)]
  }
}
