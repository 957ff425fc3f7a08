/// What is searched for in a corpus.
///
/// Words that stand beside each other must all be there; `"in quotes"` they stand together, in that order; `partner*` is any word that begins so.
/// `OR` is either, `NOT` is without what follows, `AND` may be written; brackets group. Case, accents and punctuation do not matter. Chinese is
/// found wherever its characters stand so. An operator with nothing to join is passed over: every text is a query.
public struct SearchQuery: Hashable, Sendable {
  /// How many words there may be.
  public static let mostWords = 64

  public indirect enum Expression: Hashable, Sendable {
    case phrase(Phrase)
    case all([Expression])
    case any([Expression])
    case without(Expression, Expression)
  }

  /// Words that stand together, in that order.
  public struct Phrase: Hashable, Sendable {
    let words: [FoldedText.Word]
    /// Whether the last word may go on.
    let isBeginning: Bool

    /// As words of the index (`IndexText`), and whether the last of them is the beginning of one.
    public var indexWords: (words: [String], isBeginning: Bool) {
      var found: [String] = []
      for (place, word) in words.enumerated() {
        guard word.isCharacter else {
          found.append(word.text)
          continue
        }
        if place + 1 < words.count, words[place + 1].follows(word) {
          found.append(word.text + words[place + 1].text)
        } else if place + 1 < words.count {
          found.append(word.text)
        } else if place == 0 || !word.follows(words[place - 1]) {
          // One character: whatever pair it begins.
          return (found + [word.text], true)
        }
      }
      return (found, isBeginning && words.last?.isCharacter == false)
    }
  }

  /// Nil where there is no word in the text.
  public let expression: Expression?

  /// - Throws: `SearchQueryError` for more than `mostWords`.
  public init(_ text: String) throws(SearchQueryError) {
    var parser = SearchParser(text)
    guard parser.words <= Self.mostWords else { throw .tooLong(words: parser.words) }
    expression = parser.expression()
  }

  /// The phrases that what is found may have in it.
  var wanted: [Phrase] { expression.map(Self.wanted) ?? [] }

  private static func wanted(_ expression: Expression) -> [Phrase] {
    switch expression {
    case .phrase(let phrase): [phrase]
    case .all(let parts), .any(let parts): parts.flatMap(wanted)
    case .without(let part, _): wanted(part)
    }
  }
}

public enum SearchQueryError: Error, Hashable, Sendable {
  case tooLong(words: Int)
}

extension FoldedText.Word {
  /// Whether it is a character right after another.
  func follows(_ other: Self) -> Bool {
    isCharacter && other.isCharacter && span.lowerBound == other.span.upperBound
  }
}
