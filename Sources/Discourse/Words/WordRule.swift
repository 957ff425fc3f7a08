/// What counts as a word, and which words are one.
///
/// Where words are spaced, a word is a run of letters, digits, marks and `_`: `\w+` of regular expressions (Unicode Technical Standard 18,
/// annex C). Chinese, Japanese, Thai, Lao, Khmer and Burmese put nothing between words.
public struct WordRule: Hashable, Sendable {
  /// In what two forms may differ that are one word.
  public enum Folding: String, Hashable, Sendable, CaseIterable {
    /// In case alone: `Più` is `più`, and not `piu`.
    case letterCase = "case"
    /// In case and accents, as names do everywhere in Entente: `Łódź` is `lodz`.
    case caseAndAccents = "accents"
  }

  /// What a word is in a script that does not space them.
  public enum Unspaced: Hashable, Sendable {
    /// What ICU's dictionaries take for one (Unicode Standard Annex 29, and its note on scripts without spaces).
    case dictionaryWord
    /// Each character, with the marks on it: a phrase of them is then found wherever it stands.
    case character
  }

  public var folding: Folding
  public var unspaced: Unspaced

  public init(folding: Folding = .caseAndAccents, unspaced: Unspaced = .dictionaryWord) {
    self.folding = folding
    self.unspaced = unspaced
  }
}

/// A word as it stands in a text.
public struct Word: Hashable, Sendable {
  /// Its bytes in the text.
  public let range: Range<Int>
  /// The folded form.
  public let form: String
}

extension WordRule {
  /// The words of a text in their order. For texts one by one: what goes through many has `TermMatrix`, `PatternMatcher` and the like.
  public func words(of text: String) -> [Word] { WordScanner(self).words(of: text) }

  /// - Parameter text: UTF-8; bytes that are none end a word.
  public func words(of text: UnsafeBufferPointer<UInt8>) -> [Word] { WordScanner(self).words(of: text) }
}

extension WordScanner {
  func words(of text: String) -> [Word] {
    var text = text
    return text.withUTF8 { words(of: $0) }
  }

  func words(of text: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    forEachList(of: text) { list in
      for word in 0..<list.count {
        words.append(
          Word(
            range: list.starts[word]..<list.ends[word], form: String(decoding: list.form(word), as: UTF8.self)
          ))
      }
    }
    return words
  }
}
