public import Archive
import Discourse
public import Interchange

/// What a dictionary suggests: each match of its patterns, with why. None of it is a coding.
public struct DictionarySuggestions {
  private let file: String
  private let dictionary: DictionaryFile
  private let texts: CorpusTexts
  private var found: [(document: String, match: DictionaryMatch)] = []
  public private(set) var matches = 0

  /// - Parameters:
  ///   - file: the dictionary's name, for titles.
  ///   - limit: matches that are told, of which the first are taken; nil for all.
  ///   - isAccented: whether accents tell words apart.
  public init(
    _ dictionary: DictionaryFile, _ file: String, in texts: CorpusTexts, limit: Int? = nil,
    isAccented: Bool = false, progress: Advance.Listener? = nil
  ) throws {
    (self.file, self.dictionary, self.texts) = (file, dictionary, texts)
    let search = DictionarySearch(
      dictionary.dictionary, folding: isAccented ? .letterCase : .caseAndAccents)
    try texts.forEachBatch(progress: progress) { batch, places in
      let languages = texts.documents[places].map(\.language)
      let all = search.matches(in: batch, languages: languages)
      for (id, some) in zip(try texts.ids(places), all) {
        matches += some.count
        let room = limit.map { max(0, $0 - found.count) } ?? .max
        found += some.prefix(room).map { (id, $0) }
      }
    }
  }

  public var grid: Grid {
    Grid(
      header: ["document", "status", "code", "pattern", "language", "words", "start", "end"],
      rows: found.map { document, match in
        [
          document.shown(), Suggestions.status, name(match), match.entry.pattern.shown(),
          match.entry.language?.shown() ?? "", match.words.onOneLine, String(match.passage.start),
          String(match.passage.end),
        ]
      }, numeric: [6, 7], title: "\(texts.corpus): suggested by \(file.shown())",
      notes: [
        "\(matches) match\(matches == 1 ? "" : "es")"
          + (found.count < matches ? ", of which the first \(found.count) are shown. " : ". ")
          + Suggestions.note + " Places are code points."
      ] + dictionary.notes + texts.notes)
  }

  public var json: JSON {
    .object([
      .init("corpus", .string(texts.corpus)), .init("dictionary", .string(file)),
      .init("documents", .count(texts.documents.count)), .init("matches", .count(matches)),
      .init(
        "suggestions",
        .array(
          found.map { document, match in
            .object([
              .init("document", .string(document)), .init("status", .string(Suggestions.status)),
              .init("category", .array(match.entry.category.map(JSON.string))),
              .init("pattern", .string(match.entry.pattern)),
              .init("language", match.entry.language.map(JSON.string) ?? .null),
              .init("words", .string(match.words)), .init("start", .count(match.passage.start)),
              .init("end", .count(match.passage.end)),
              .init("bytes", .array([.count(match.bytes.lowerBound), .count(match.bytes.upperBound)])),
            ])
          })),
    ])
  }

  private func name(_ match: DictionaryMatch) -> String {
    match.entry.category.joined(separator: Codebook.separator).shown()
  }
}

/// What is said wherever suggestions are shown.
enum Suggestions {
  static let status = "suggested"
  static let note = "Suggested, not coded: none of it is stored, or counted with what people coded."
}
