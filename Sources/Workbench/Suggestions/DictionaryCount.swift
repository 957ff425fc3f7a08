public import Archive
import Discourse
public import Interchange

/// How often the patterns of a dictionary's categories come in a corpus.
public struct DictionaryCount {
  private struct Category {
    var matches = 0
    /// Documents with a match.
    var documents = 0
  }

  private let file: String
  private let dictionary: DictionaryFile
  private let texts: CorpusTexts
  private let names: [String]
  private var categories: [Category]
  private var words = 0
  /// Of each document, where they are told one by one: words, and matches of each category.
  private var each: [(id: String, words: Int, matches: [Int])] = []
  private let isEach: Bool

  /// - Parameters:
  ///   - file: the dictionary's name, for titles.
  ///   - isEach: whether documents are told one by one.
  ///   - isAccented: whether accents tell words apart.
  public init(
    _ dictionary: DictionaryFile, _ file: String, in texts: CorpusTexts, isEach: Bool = false,
    isAccented: Bool = false, progress: Advance.Listener? = nil
  ) throws {
    (self.file, self.dictionary, self.texts, self.isEach) = (file, dictionary, texts, isEach)
    let search = DictionarySearch(
      dictionary.dictionary, folding: isAccented ? .letterCase : .caseAndAccents)
    names = search.categories.map { $0.joined(separator: Codebook.separator) }
    categories = [Category](repeating: Category(), count: names.count)
    try texts.forEachBatch(progress: progress) { batch, places in
      let documents = texts.documents[places]
      let counts = search.counts(in: batch, languages: documents.map(\.language))
      for (count, matches) in counts {
        words += count
        for (place, number) in matches.enumerated() where number > 0 {
          categories[place].matches += number
          categories[place].documents += 1
        }
      }
      guard isEach else { return }
      each += zip(try texts.ids(places), counts).map { (id: $0, words: $1.words, matches: $1.matches) }
    }
  }

  public var matches: Int { categories.reduce(0) { $0 + $1.matches } }

  /// A row a category, or a document.
  public var grid: Grid { isEach ? byDocument : byCategory }

  private var byCategory: Grid {
    let patterns = Dictionary(grouping: dictionary.dictionary.entries, by: \.category)
    let paths = dictionary.dictionary.categories
    return Grid(
      header: ["category", "patterns", "matches", "a million", "documents", "share"],
      rows: categories.enumerated().map { place, category in
        let share = Share(category.documents, of: texts.documents.count)
        return [
          names[place].shown(), String(patterns[paths[place]]?.count ?? 0), String(category.matches),
          perMillion(category).map { WordFigures.fixed($0, 1) } ?? "undefined", String(category.documents),
          share.value.map(ReliabilityText.percent) ?? "undefined",
        ]
      }, numeric: [1, 2, 3, 4, 5], title: "\(texts.corpus): \(file.shown())", notes: notes)
  }

  private var byDocument: Grid {
    Grid(
      header: ["document", "words"] + names.map { $0.shown() },
      rows: each.map { [$0.id.shown(), String($0.words)] + $0.matches.map(String.init) },
      numeric: Set(1..<(names.count + 2)), title: "\(texts.corpus): \(file.shown())", notes: notes)
  }

  private func perMillion(_ category: Category) -> Double? {
    words > 0 ? 1e6 * Double(category.matches) / Double(words) : nil
  }

  private var notes: [String] {
    [
      "\(texts.documents.count) documents, \(words) words. A category counts the patterns of its own; a word that two patterns match counts for both."
    ] + dictionary.notes + texts.notes
  }

  public var json: JSON {
    var members: [JSON.Member] = [
      .init("corpus", .string(texts.corpus)), .init("dictionary", .string(file)),
      .init("documents", .count(texts.documents.count)), .init("words", .count(words)),
      .init(
        "categories",
        .array(
          zip(dictionary.dictionary.categories, categories).map { path, category in
            .object([
              .init("category", .array(path.map(JSON.string))), .init("matches", .count(category.matches)),
              .init("documents", .count(category.documents)),
              .init("per_million", .figure(perMillion(category))),
            ])
          })),
    ]
    if isEach {
      members.append(
        .init(
          "each",
          .array(
            each.map { document in
              .object([
                .init("document", .string(document.id)), .init("words", .count(document.words)),
                .init("matches", .array(document.matches.map(JSON.count))),
              ])
            })))
    }
    return .object(members)
  }
}
