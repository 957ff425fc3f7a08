import Discourse
import Testing

@Suite("The document-feature matrix")
struct TermMatrixTests {
  private func matrix(_ texts: [String], batch: Int = .max) -> TermMatrix {
    let builder = TermMatrixBuilder(WordRule(folding: .letterCase))
    var rest = texts[...]
    while !rest.isEmpty {
      builder.add(TextBatch(Array(rest.prefix(batch))))
      rest = rest.dropFirst(batch)
    }
    return builder.matrix()
  }

  private func rows(_ matrix: TermMatrix) -> [[String: Int]] {
    (0..<matrix.documents).map { document in
      Dictionary(uniqueKeysWithValues: matrix.row(document).map { (matrix.vocabulary[$0.word], $0.count) })
    }
  }

  @Test("has the words, cells and tokens that Python counts")
  func python() throws {
    let corpus = try Corpus.expected()
    let matrix = matrix(corpus.texts)
    let all = matrix.frequencies { _ in true }
    #expect(matrix.documents == 60 && all.documents == 60)
    #expect(matrix.vocabulary.count == corpus.features)
    #expect(matrix.cells == corpus.cells && all.cells == corpus.cells)
    #expect(all.tokens == corpus.tokens)
  }

  @Test("has in each row how often each word is in that text")
  func naive() throws {
    let corpus = try Corpus.expected()
    for (text, row) in zip(corpus.texts, rows(matrix(corpus.texts))) {
      var counts: [String: Int] = [:]
      for word in text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
        counts[String(word), default: 0] += 1
      }
      #expect(row == counts)
    }
  }

  @Test("does not depend on how the texts come: in one batch or many")
  func batches() throws {
    // Enough text that every core has a share.
    let texts = try Array(repeatElement(Corpus.expected().texts, count: 40).joined())
    let (one, many) = (matrix(texts), matrix(texts, batch: 7))
    #expect(rows(one) == rows(many))
    #expect(
      (0..<one.vocabulary.count).map { one.vocabulary[$0] }
        == (0..<many.vocabulary.count).map { many.vocabulary[$0] })
    #expect(one.frequencies { $0.isMultiple(of: 3) } == many.frequencies { $0.isMultiple(of: 3) })
  }

  @Test("keeps texts without words as rows")
  func empty() {
    let matrix = matrix(["", "a b a", "…", ""])
    #expect(rows(matrix) == [[:], ["a": 2, "b": 1], [:], [:]])
    let middle = matrix.frequencies { $0 == 1 || $0 == 2 }
    #expect((middle.documents, middle.tokens) == (2, 3))
    #expect((0..<matrix.vocabulary.count).map { matrix.vocabulary[$0] } == ["a", "b"])
  }
}
