/// The matches of a query, each with what stands around it: keywords in context.
public struct Concordance: Sendable {
  public struct Line: Hashable, Sendable {
    /// The document's number, from 0 in the order they came.
    public let document: Int
    /// Bytes of the match in the document.
    public let range: Range<Int>
    public let match: String
    /// The text before and after it, as it stands, cut between characters.
    public let left: String
    public let right: String
    /// The folded words before it, the nearest first; and those after it.
    public let leftWords: [String]
    public let rightWords: [String]
  }

  public enum Order: Hashable, Sendable {
    /// As they stand in the documents.
    case text
    /// By the words before the match, the nearest first.
    case left
    /// By the words after the match.
    case right
    /// By the match itself, folded, then the words after it.
    case match
  }

  public let lines: [Line]
  /// All matches; more than there are lines where the search kept its most.
  public let matches: Int
  /// Documents with a match.
  public let ranges: Int

  /// The lines in an order; those that are alike in it stay as they stand in the documents.
  public func sorted(by order: Order, folding: WordRule.Folding = .caseAndAccents) -> [Line] {
    let scanner = WordScanner(WordRule(folding: folding))
    let keys: [[String]] = lines.map { line in
      switch order {
      case .text: []
      case .left: line.leftWords
      case .right: line.rightWords
      case .match: scanner.words(of: line.match).map(\.form) + line.rightWords
      }
    }
    return lines.indices.sorted { one, other in
      keys[one] == keys[other] ? one < other : keys[one].lexicographicallyPrecedes(keys[other])
    }.map { lines[$0] }
  }
}

/// Takes documents, and lists the matches of a query with their contexts.
public final class ConcordanceSearch {
  private let query: PatternMatcher
  private let context: Context
  private let most: Int
  private var lines: [Concordance.Line] = []
  private var matches = 0
  private var ranges = 0
  private var documents = 0

  /// How much of the text goes with a match.
  public struct Context: Hashable, Sendable {
    /// Characters of the text on each side.
    public let characters: Int
    /// Words on each side, for sorting.
    public let words: Int

    public init(characters: Int = 60, words: Int = 4) {
      (self.characters, self.words) = (max(0, characters), max(0, words))
    }
  }

  /// - Parameter most: lines that are kept; matches beyond are counted.
  public init(_ query: PatternMatcher, context: Context = Context(), most: Int = 100_000) {
    (self.query, self.context, self.most) = (query, context, most)
  }

  public func add(_ batch: TextBatch) {
    let (query, context, room, first) = (query, context, most - lines.count, documents)
    let parts = batch.shares { share in
      let reader = QueryReader(query, WordTable())
      var (lines, matches, ranges) = ([Concordance.Line](), 0, 0)
      for text in share.texts {
        reader.read(share[text])
        matches += reader.hits.count
        if !reader.hits.isEmpty { ranges += 1 }
        for hit in reader.hits.prefix(max(0, room - lines.count)) {
          lines.append(
            Concordance.Line(share[text], document: first + text, hit, reader, context))
        }
      }
      return (lines, matches, ranges)
    }
    for (lines, matches, ranges) in parts {
      self.lines += lines.prefix(most - self.lines.count)
      self.matches += matches
      self.ranges += ranges
    }
    documents += batch.count
  }

  public func concordance() -> Concordance { Concordance(lines: lines, matches: matches, ranges: ranges) }
}

extension Concordance.Line {
  fileprivate init(
    _ text: UnsafeBufferPointer<UInt8>, document: Int, _ hit: QueryReader.Hit, _ reader: QueryReader,
    _ context: ConcordanceSearch.Context
  ) {
    func piece(_ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    }
    self.document = document
    range = hit.range
    match = piece(hit.range)
    // A character may be many scalars: this is enough for all but the oddest.
    let reach = 64 * context.characters
    var before = max(0, hit.range.lowerBound - reach)
    while before < hit.range.lowerBound, text[before] & 0xC0 == 0x80 { before += 1 }
    var after = min(text.count, hit.range.upperBound + reach)
    while after > hit.range.upperBound, after < text.count, text[after] & 0xC0 == 0x80 { after -= 1 }
    left = String(piece(before..<hit.range.lowerBound).suffix(context.characters))
    right = String(piece(hit.range.upperBound..<after).prefix(context.characters))
    leftWords = reader.before(hit, context.words).map { reader.form(of: text, $0) }
    rightWords = reader.after(hit, context.words).map { reader.form(of: text, $0) }
  }
}
