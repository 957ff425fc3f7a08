/// How often each word of a vocabulary stands in a part of a corpus.
public struct WordFrequencies: Hashable, Sendable {
  /// By the word's number.
  public private(set) var counts: [Int]
  /// In how many documents each word stands.
  public private(set) var ranges: [Int]
  /// All words of the part.
  public private(set) var tokens = 0
  /// All documents of the part, those without words included.
  public internal(set) var documents = 0

  init(words: Int) {
    counts = [Int](repeating: 0, count: words)
    ranges = counts
  }

  /// Cells of the matrix that are not zero.
  public var cells: Int { ranges.reduce(0, +) }

  mutating func add(_ word: Int, count: Int, documents: Int) {
    counts[word] += count
    ranges[word] += documents
    tokens += count
  }

  mutating func add(_ other: WordFrequencies) {
    for word in counts.indices { add(word, count: other.counts[word], documents: other.ranges[word]) }
    documents += other.documents
  }
}
