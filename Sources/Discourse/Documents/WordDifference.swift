/// Where two texts differ, word by word; Chinese by characters. White space does not count; case, accents and punctuation do.
///
/// Runs of words that each text has once are taken to be the same place (patience diff); between them the fewest changes are looked for (Myers
/// 1986), unless what lies between is so long and so different that no one would read how one became the other.
public struct WordDifference: Hashable, Sendable {
  public enum Side: String, Hashable, Sendable {
    case both, first, second
  }

  public struct Part: Hashable, Sendable {
    public let side: Side
    /// Of the first text where both have it.
    public let text: String
    /// Whether white space stands before it in that text.
    public let isSpaced: Bool
  }

  /// One after the other; what only the first text has comes before what the second has in its place.
  public let parts: [Part]
  /// Words that both have, that only the first has, and only the second.
  public let shared: Int
  public let onlyFirst: Int
  public let onlySecond: Int

  public init(_ first: String, _ second: String) {
    let (one, other) = (WrittenWords(first), WrittenWords(second))
    var numbers: [Substring: Int] = [:]
    func number(_ words: WrittenWords) -> [Int] {
      words.words.map { word in
        if let known = numbers[word] { return known }
        numbers[word] = numbers.count
        return numbers.count - 1
      }
    }
    var alignment = WordAlignment(number(one), number(other))
    let same = alignment.pairs()
    (shared, onlyFirst, onlySecond) = (
      same.count, one.words.count - same.count, other.words.count - same.count
    )
    var parts: [Part] = []
    var place = (0, 0)
    func add(_ side: Side, _ words: WrittenWords, _ range: Range<Int>) {
      if !range.isEmpty {
        parts.append(
          Part(side: side, text: words.text(range), isSpaced: words.isSpaced(range.lowerBound)))
      }
    }
    var index = 0
    while index <= same.count {
      let next = index < same.count ? same[index] : (one.words.count, other.words.count)
      add(.first, one, place.0..<next.0)
      add(.second, other, place.1..<next.1)
      var end = index
      while end < same.count, same[end] == (next.0 + end - index, next.1 + end - index) { end += 1 }
      add(.both, one, next.0..<(next.0 + end - index))
      place = (next.0 + end - index, next.1 + end - index)
      index = max(end, index + 1)
    }
    self.parts = parts
  }
}

/// A text as it is written: words with their marks as words of their own.
private struct WrittenWords {
  private let whole: String
  let words: [Substring]

  init(_ text: String) {
    whole = text
    var words: [Substring] = []
    var start: String.Index?
    let scalars = text.unicodeScalars
    for place in scalars.indices {
      let scalar = scalars[place]
      let isAlone = FoldedScalars.isWordByItself(scalar.value) || scalar.isMark
      if isAlone || scalar.properties.isWhitespace {
        if let start { words.append(text[start..<place]) }
        start = nil
        if isAlone { words.append(text[place..<scalars.index(after: place)]) }
      } else if start == nil {
        start = place
      }
    }
    if let start { words.append(text[start...]) }
    self.words = words
  }

  /// Whether white space stands before a word.
  func isSpaced(_ word: Int) -> Bool {
    word > 0 && words[word - 1].endIndex < words[word].startIndex
  }

  /// Words as they stand in the text, white space as one blank.
  func text(_ range: Range<Int>) -> String {
    let text = whole[words[range.lowerBound].startIndex..<words[range.upperBound - 1].endIndex]
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
