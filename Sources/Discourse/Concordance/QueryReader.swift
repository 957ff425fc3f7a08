/// The words around the matches of a query in one text after the other. One a thread.
final class QueryReader {
  /// A match, and the words that it takes in, wholly or in part.
  struct Hit {
    let pattern: Int
    let range: Range<Int>
    let words: Range<Int>
  }

  private let patterns: PatternScanner
  private let scanner: WordScanner
  private let table: WordTable
  /// Of the words of the text: their numbers in the table, and where they are.
  private(set) var words: [Int] = []
  private(set) var ranges: [Range<Int>] = []
  /// By where they begin.
  private(set) var hits: [Hit] = []

  /// - Parameter table: numbers the words.
  init(_ query: PatternMatcher, _ table: WordTable) {
    patterns = PatternScanner(query)
    scanner = WordScanner(WordRule(folding: query.rule.folding))
    self.table = table
  }

  func read(_ text: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    scanner.forEachList(of: text) { list in
      table.number(list) { words.append($0) }
      for word in 0..<list.count { ranges.append(list.starts[word]..<list.ends[word]) }
    }
    var found: [(pattern: Int, range: Range<Int>)] = []
    patterns.forEachMatch(in: text) { found.append(($0, $1)) }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    var word = 0
    for match in found {
      while word < ranges.count, ranges[word].upperBound <= match.range.lowerBound { word += 1 }
      var end = word
      while end < ranges.count, ranges[end].lowerBound < match.range.upperBound { end += 1 }
      hits.append(Hit(pattern: match.pattern, range: match.range, words: word..<end))
    }
  }

  /// Where the words before a match are, the nearest first: so many at most. Of a word that the match begins within, what is before it is one.
  func before(_ hit: Hit, _ count: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let cut = ranges[hit.words].first, cut.lowerBound < hit.range.lowerBound {
      found.append(cut.lowerBound..<hit.range.lowerBound)
    }
    let first = max(0, hit.words.lowerBound - count)
    return Array((found + ranges[first..<hit.words.lowerBound].reversed()).prefix(count))
  }

  /// Where the words after a match are, as `before`.
  func after(_ hit: Hit, _ count: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let cut = ranges[hit.words].last, cut.upperBound > hit.range.upperBound {
      found.append(hit.range.upperBound..<cut.upperBound)
    }
    let end = min(ranges.count, hit.words.upperBound + count)
    return Array((found + ranges[hit.words.upperBound..<end]).prefix(count))
  }

  /// The folded form of a piece of a text.
  func form(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var form = ""
    scanner.forEachList(of: UnsafeBufferPointer(rebasing: text[range])) { list in
      for word in 0..<list.count { form += String(decoding: list.form(word), as: UTF8.self) }
    }
    return form
  }
}
