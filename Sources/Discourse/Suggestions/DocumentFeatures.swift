import Foundation

/// Documents by their words: each word weighs as often as it stands in the document, times how rare it is among all documents,
/// ln((1 + n) / (1 + d)) + 1, where d of n documents have it; then each document has the length 1 (Salton and Buckley 1988; with the 1 added as
/// scikit-learn's TfidfVectorizer does, so that a word of no document divides by nothing, and one of all weighs still).
public struct DocumentFeatures: Sendable {
  public struct Cell: Hashable, Sendable {
    public let feature: Int
    public let weight: Double
  }

  public let count: Int
  private let matrix: TermMatrix
  /// Of each word of the matrix, its feature; nil for one of too few documents.
  private let features: [Int?]
  /// Of each feature, its word and how rare it is.
  private let words: [Int]
  private let rarities: [Double]

  /// - Parameter leastDocuments: words that fewer documents have are left out; of the others nothing could be learned from them.
  public init(_ matrix: TermMatrix, leastDocuments: Int = 2) {
    self.matrix = matrix
    let ranges = matrix.frequencies { _ in true }.ranges
    var features = [Int?](repeating: nil, count: ranges.count)
    var words: [Int] = []
    for (word, range) in ranges.enumerated() where range >= max(1, leastDocuments) {
      features[word] = words.count
      words.append(word)
    }
    (self.features, self.words, count) = (features, words, words.count)
    let documents = Double(matrix.documents)
    rarities = words.map { log((1 + documents) / (1 + Double(ranges[$0]))) + 1 }
  }

  public func word(_ feature: Int) -> String { matrix.vocabulary[words[feature]] }

  /// The words that a document has, in no order; none where it has no words that count.
  public func cells(of document: Int) -> [Cell] {
    let cells = matrix.row(document).compactMap { word, count in
      features[word].map { Cell(feature: $0, weight: Double(count) * rarities[$0]) }
    }
    let length = cells.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return cells.map { Cell(feature: $0.feature, weight: $0.weight / length) }
  }
}
