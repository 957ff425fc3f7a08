/// A pattern of a dictionary where it is in a text.
public struct DictionaryMatch: Hashable, Sendable {
  public let entry: PatternDictionary.Entry
  /// As they stand in the text, from the first word to the last.
  public let words: String
  /// In bytes, and in code points.
  public let bytes: Range<Int>
  public let passage: Passage
}

/// Looks for a dictionary's patterns in texts of several languages: in each for those of its language, and for those of any.
public struct DictionarySearch: Sendable {
  public let categories: [[String]]
  /// What a text is looked through by; under nil for languages that no pattern names.
  private let coders: [String?: DictionaryCoder]

  public init(_ dictionary: PatternDictionary, folding: WordRule.Folding = .caseAndAccents) {
    categories = dictionary.categories
    let languages = Set(dictionary.entries.map(\.language)).union([nil])
    coders = Dictionary(
      uniqueKeysWithValues: languages.map { ($0, dictionary.coder(for: $0, folding: folding)) })
  }

  /// All matches in each text, by where they begin.
  ///
  /// - Parameter languages: of each text, as the dictionary names them; nil where it is not known.
  public func matches(in batch: TextBatch, languages: [String?]) -> [[DictionaryMatch]] {
    each(of: batch, languages) { text, reader in
      var matches: [DictionaryMatch] = []
      var (byte, point) = (0, 0)
      reader.patterns.forEachMatch(in: text) { pattern, range in
        point += Self.codePoints(text[byte..<range.lowerBound])
        byte = range.lowerBound
        guard let passage = Passage(start: point, end: point + Self.codePoints(text[range])) else { return }
        matches.append(
          DictionaryMatch(
            entry: reader.coder.entries[pattern], words: String(decoding: text[range], as: UTF8.self),
            bytes: range, passage: passage))
      }
      return matches
    }
  }

  /// How many words each text has, and how many matches of each category.
  ///
  /// - Parameter languages: as of `matches`.
  public func counts(in batch: TextBatch, languages: [String?]) -> [(words: Int, matches: [Int])] {
    each(of: batch, languages) { text, reader in
      var (words, matches) = (0, [Int](repeating: 0, count: categories.count))
      reader.words.forEachList(of: text) { words += $0.count }
      reader.patterns.forEachMatch(in: text) { pattern, _ in matches[reader.coder.groups[pattern]] += 1 }
      return (words, matches)
    }
  }

  /// What is needed to go through texts of a language. One a thread.
  private struct Reader {
    let coder: DictionaryCoder
    let patterns: PatternScanner
    let words: WordScanner

    init(_ coder: DictionaryCoder) {
      self.coder = coder
      patterns = PatternScanner(coder.matcher)
      words = WordScanner(WordRule(folding: coder.matcher.rule.folding))
    }
  }

  /// What the work gives for each text, on all cores.
  private func each<Result: Sendable>(
    of batch: TextBatch, _ languages: [String?],
    _ work: @Sendable (UnsafeBufferPointer<UInt8>, Reader) -> Result
  ) -> [Result] {
    precondition(languages.count == batch.count, "a language for each text")
    return batch.shares { share in
      let readers = coders.mapValues(Reader.init)
      return share.texts.compactMap { text in
        (readers[languages[text]] ?? readers[nil]).map { work(share[text], $0) }
      }
    }.flatMap(\.self)
  }

  private static func codePoints(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
