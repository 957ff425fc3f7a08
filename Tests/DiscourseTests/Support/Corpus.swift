import Discourse
import Foundation

/// `Tests/Fixtures/words/expected.json`: a small corpus, and what Python, numpy and scipy find in it (`make_words.py`).
struct Corpus: Decodable {
  struct Keyness: Decodable {
    struct Row: Decodable {
      let word: String
      let target: Int
      let reference: Int
      let g2: Double
      let chi2: Double
      let p: Double
      let q: Double
      let logRatio: [Double]?
    }

    let target: Int
    let reference: Int
    let rows: [Row]
  }

  struct Collocations: Decodable {
    struct Row: Decodable {
      let word: String
      let near: Int
      let total: Int
      let logDice: Double
      let pmi: Double
      let t: Double
      let g2: Double
    }

    let node: String
    let left: Int
    let right: Int
    let matches: Int
    let near: Int
    let words: Int
    let rows: [Row]
  }

  let texts: [String]
  let tokens: Int
  let features: Int
  let cells: Int
  let keyness: Keyness
  let collocations: Collocations

  static func expected() throws -> Corpus {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().appending(path: "Fixtures/words/expected.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Corpus.self, from: Data(contentsOf: file))
  }
}

extension TextBatch {
  init(_ texts: [String]) {
    self.init()
    for text in texts { append(text) }
  }
}

/// Whether two figures agree but for their last digits.
func isNear(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= 1e-9 * max(1, abs(one), abs(other))
}
