/// Patterns in categories, as content analysis codes texts by them.
public struct PatternDictionary: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// From the widest category to the narrowest.
    public let category: [String]
    /// As `WordPattern` reads it.
    public let pattern: String
    /// Of the texts that it is for, as they name it (`en`); nil for all.
    public let language: String?

    public init(category: [String], pattern: String, language: String? = nil) {
      (self.category, self.pattern, self.language) = (category, pattern, language)
    }
  }

  public let entries: [Entry]

  /// - Parameter entries: those without a letter are never found.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// All categories that have patterns of their own, in the order of their first.
  public var categories: [[String]] {
    var seen: Set<[String]> = []
    return entries.map(\.category).filter { seen.insert($0).inserted }
  }

  /// What looks for the patterns in texts of a language; those that name another are left out, and so are all that name one where it is nil.
  public func coder(for language: String?, folding: WordRule.Folding = .caseAndAccents) -> DictionaryCoder {
    DictionaryCoder(
      entries.filter { $0.language == nil || $0.language == language }, categories: categories,
      folding: folding)
  }
}

/// Codes texts of one language by a dictionary.
public struct DictionaryCoder: Sendable {
  public let matcher: PatternMatcher
  /// Of each of the matcher's patterns, what it was written as.
  public let entries: [PatternDictionary.Entry]
  public let categories: [[String]]
  /// Of each of the matcher's patterns, its category's place.
  let groups: [Int]

  init(_ entries: [PatternDictionary.Entry], categories: [[String]], folding: WordRule.Folding) {
    let read = entries.compactMap { entry in
      WordPattern(entry.pattern, folding: folding).map { (entry, $0) }
    }
    let numbers = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
    self.entries = read.map(\.0)
    self.categories = categories
    groups = self.entries.map { numbers[$0.category]! }
    matcher = PatternMatcher(read.map(\.1), folding: folding)
  }

  /// How many matches of each category each text has: texts one after the other, of each the categories in their order.
  public func counts(in batch: TextBatch) -> [Int] {
    matcher.counts(in: batch, groups: groups, count: categories.count)
  }
}
