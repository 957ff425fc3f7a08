/// Takes documents, and counts what stands near the matches of a query.
public final class CollocationSearch {
  private let query: PatternMatcher
  private let window: Window
  private let table = WordTable()
  private var tally = CollocationTally()

  /// How many words to the left of a match, and to the right, are near it.
  public struct Window: Hashable, Sendable {
    public let left: Int
    public let right: Int

    public init(left: Int, right: Int) { (self.left, self.right) = (max(0, left), max(0, right)) }
  }

  /// - Parameter query: one pattern, or several that are taken as one.
  public init(_ query: PatternMatcher, window: Window = Window(left: 5, right: 5)) {
    (self.query, self.window) = (query, window)
  }

  public func add(_ batch: TextBatch) {
    let (query, window) = (query, window)
    let parts = batch.shares { share in
      let table = WordTable()
      var tally = CollocationTally()
      let reader = QueryReader(query, table)
      for text in share.texts {
        reader.read(share[text])
        tally.add(reader, window)
      }
      return (tally, table.vocabulary)
    }
    for (part, vocabulary) in parts { tally.add(part, numbered: vocabulary.numbers(in: table)) }
  }

  /// - Parameter leastNear: words that are near less often are left out, and not tested.
  public func collocations(leastNear: Int = 1) -> Collocations {
    Collocations(tally, vocabulary: table.vocabulary, leastNear: leastNear)
  }
}

/// Counts of words, by number.
struct CollocationTally: Sendable {
  private(set) var totals: [Int] = []
  private(set) var near: [Int] = []
  private(set) var left: [Int] = []
  private(set) var right: [Int] = []
  private(set) var matches = 0
  private(set) var ranges = 0
  private(set) var wordsNear = 0
  private(set) var words = 0

  /// The text that the reader has read.
  mutating func add(_ reader: QueryReader, _ window: CollocationSearch.Window) {
    for word in reader.words { reserve(word) }
    let count = reader.words.count
    matches += reader.hits.count
    if !reader.hits.isEmpty { ranges += 1 }
    // Of each word: whether it is of a match, left of one, right of one.
    var marks = [UInt8](repeating: 0, count: reader.hits.isEmpty ? 0 : count)
    for hit in reader.hits {
      for word in hit.words { marks[word] |= 1 }
      for word in max(0, hit.words.lowerBound - window.left)..<hit.words.lowerBound { marks[word] |= 2 }
      for word in hit.words.upperBound..<min(count, hit.words.upperBound + window.right) { marks[word] |= 4 }
    }
    for (place, word) in reader.words.enumerated() {
      let mark = marks.isEmpty ? 0 : marks[place]
      if mark & 1 != 0 { continue }
      totals[word] += 1
      words += 1
      guard mark != 0 else { continue }
      near[word] += 1
      wordsNear += 1
      if mark & 2 != 0 { left[word] += 1 }
      if mark & 4 != 0 { right[word] += 1 }
    }
  }

  mutating func add(_ other: CollocationTally, numbered numbers: [Int]) {
    for (word, number) in numbers.enumerated() {
      reserve(number)
      guard word < other.totals.count else { continue }
      totals[number] += other.totals[word]
      near[number] += other.near[word]
      left[number] += other.left[word]
      right[number] += other.right[word]
    }
    matches += other.matches
    ranges += other.ranges
    wordsNear += other.wordsNear
    words += other.words
  }

  private mutating func reserve(_ word: Int) {
    guard word >= totals.count else { return }
    let more = [Int](repeating: 0, count: max(word + 1 - totals.count, totals.count))
    totals += more
    near += more
    left += more
    right += more
  }
}
