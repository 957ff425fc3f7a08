import Processors

/// How often each word stands in each document: the document-feature matrix, of each document only the words that it has.
public struct TermMatrix: Sendable {
  public let vocabulary: Vocabulary
  fileprivate let blocks: [MatrixBlock]
  /// The document that each block begins with.
  private let starts: [Int]
  public let documents: Int

  fileprivate init(vocabulary: Vocabulary, blocks: [MatrixBlock]) {
    (self.vocabulary, self.blocks) = (vocabulary, blocks)
    var starts: [Int] = []
    var documents = 0
    for block in blocks {
      starts.append(documents)
      documents += block.ends.count
    }
    (self.starts, self.documents) = (starts, documents)
  }

  /// Cells that are not zero.
  public var cells: Int { blocks.reduce(0) { $0 + $1.words.count } }

  /// The words of a document with how often each stands there, in the order of their first.
  public func row(_ document: Int) -> [(word: Int, count: Int)] {
    let block = starts.lastIndex { $0 <= document }!
    return blocks[block].cells(of: document - starts[block]).map {
      (blocks[block].numbers[Int(blocks[block].words[$0])], Int(blocks[block].counts[$0]))
    }
  }

  /// How often each word stands in some of the documents.
  ///
  /// - Parameter isIncluded: asked once of each document, from 0, in no order.
  public func frequencies(_ isIncluded: @Sendable (Int) -> Bool) -> WordFrequencies {
    let parts = Cores.shares(of: blocks.count, atLeast: 1) { range in
      var frequencies = WordFrequencies(words: vocabulary.count)
      for block in range { blocks[block].add(to: &frequencies) { isIncluded($0 + starts[block]) } }
      return frequencies
    }
    var whole = parts.first ?? WordFrequencies(words: vocabulary.count)
    for part in parts.dropFirst() { whole.add(part) }
    return whole
  }
}

/// Makes a matrix of batches of documents.
public final class TermMatrixBuilder {
  private let rule: WordRule
  private let table = WordTable()
  private var blocks: [MatrixBlock] = []

  public init(_ rule: WordRule) { self.rule = rule }

  /// The texts are the next documents.
  public func add(_ batch: TextBatch) {
    let rule = rule
    for var block in batch.shares({ MatrixBlock($0, rule) }) {
      block.renumber(table)
      blocks.append(block)
    }
  }

  public func matrix() -> TermMatrix { TermMatrix(vocabulary: table.vocabulary, blocks: blocks) }
}

/// The rows of some documents, with words numbered on their own, so that cells need not be written anew.
private struct MatrixBlock: Sendable {
  /// Where the cells of each document end.
  private(set) var ends: [Int] = []
  private(set) var words: [UInt32] = []
  private(set) var counts: [UInt32] = []
  /// The forms of the block; nothing once they have numbers of the whole matrix.
  private var vocabulary: Vocabulary?
  private(set) var numbers: [Int] = []

  init(_ share: TextBatch.Share, _ rule: WordRule) {
    let scanner = WordScanner(rule)
    let table = WordTable()
    /// Of each word the last cell that it has, and 1.
    var last: [UInt32] = []
    for text in share.texts {
      let start = words.count
      scanner.forEachList(of: share[text]) { list in
        table.number(list) { word in
          if word >= last.count { last.append(0) }
          let cell = Int(last[word]) - 1
          if cell >= start {
            counts[cell] += 1
          } else {
            words.append(UInt32(truncatingIfNeeded: word))
            counts.append(1)
            last[word] = UInt32(truncatingIfNeeded: words.count)
          }
        }
      }
      ends.append(words.count)
    }
    vocabulary = table.vocabulary
  }

  func cells(of document: Int) -> Range<Int> { (document == 0 ? 0 : ends[document - 1])..<ends[document] }

  mutating func renumber(_ table: WordTable) {
    guard let vocabulary else { return }
    numbers = vocabulary.numbers(in: table)
    self.vocabulary = nil
  }

  func add(to frequencies: inout WordFrequencies, _ isIncluded: (Int) -> Bool) {
    // The count in the lower half, the documents in the upper one.
    var sums = [UInt64](repeating: 0, count: numbers.count)
    for document in ends.indices where isIncluded(document) {
      frequencies.documents += 1
      for cell in cells(of: document) { sums[Int(words[cell])] += UInt64(counts[cell]) | 1 << 32 }
    }
    for (word, sum) in sums.enumerated() {
      frequencies.add(numbers[word], count: Int(sum & 0xFFFF_FFFF), documents: Int(sum >> 32))
    }
  }
}
