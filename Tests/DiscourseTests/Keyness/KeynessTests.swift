import Discourse
import Testing

@Suite("Keyness")
struct KeynessTests {
  private func matrix(_ texts: [String]) -> TermMatrix {
    let builder = TermMatrixBuilder(WordRule(folding: .letterCase))
    builder.add(TextBatch(texts))
    return builder.matrix()
  }

  @Test("gives the G², χ², chances, log ratios and false discovery rates that scipy gives")
  func scipy() throws {
    let corpus = try Corpus.expected()
    let matrix = matrix(corpus.texts)
    let keyness = try Keyness(
      matrix.frequencies { $0 >= 30 }, against: matrix.frequencies { $0 < 30 }, of: matrix.vocabulary)
    #expect(
      (keyness.targetTokens, keyness.referenceTokens) == (corpus.keyness.target, corpus.keyness.reference))
    let found = Dictionary(uniqueKeysWithValues: keyness.rows.map { (matrix.vocabulary[$0.word], $0) })
    #expect(found.count == corpus.keyness.rows.count)
    for expected in corpus.keyness.rows {
      let row = try #require(found[expected.word])
      #expect((row.target, row.reference) == (expected.target, expected.reference))
      #expect(isNear(row.g2, expected.g2), "\(expected.word): \(row.g2) and \(expected.g2)")
      #expect(isNear(row.chiSquared ?? .nan, expected.chi2))
      #expect(isNear(row.p, expected.p) && isNear(row.q, expected.q))
      switch row.logRatio {
      case .value(let ratio, let low, let high):
        let theirs = try #require(expected.logRatio)
        #expect(isNear(ratio, theirs[0]) && isNear(low, theirs[1]) && isNear(high, theirs[2]))
      case .absentFromTarget: #expect(expected.logRatio == nil && expected.target == 0)
      case .absentFromReference: #expect(expected.logRatio == nil && expected.reference == 0)
      }
    }
  }

  @Test("begins with what the target has most more of, and ends with what it has fewer of")
  func order() throws {
    let matrix = matrix(["a a a a b c", "b b b b a c"])
    let keyness = try Keyness(
      matrix.frequencies { $0 == 0 }, against: matrix.frequencies { $0 == 1 }, of: matrix.vocabulary)
    #expect(keyness.rows.map { matrix.vocabulary[$0.word] } == ["a", "c", "b"])
    #expect(isNear(keyness.rows[0].g2, -keyness.rows[2].g2) && keyness.rows[1].g2 == 0)
    #expect(keyness.rows[1].p == 1 && keyness.rows[1].q == 1)
    // log₂ (4/6) / (1/6).
    #expect(isNear(keyness.rows[0].logRatio.value ?? .nan, 2))
    #expect(keyness.rows.allSatisfy { $0.targetRange == 1 && $0.referenceRange == 1 })
  }

  @Test("is undefined where a part has no words, and where there is but one word χ² is")
  func undefined() throws {
    let matrix = matrix(["a", "a a", ""])
    let (some, none) = (matrix.frequencies { $0 == 0 }, matrix.frequencies { $0 == 2 })
    #expect(throws: Keyness.Fault.emptyReference) { try Keyness(some, against: none, of: matrix.vocabulary) }
    #expect(throws: Keyness.Fault.emptyTarget) { try Keyness(none, against: some, of: matrix.vocabulary) }
    let keyness = try Keyness(some, against: matrix.frequencies { $0 == 1 }, of: matrix.vocabulary)
    #expect(keyness.rows.map(\.g2) == [0] && keyness.rows[0].chiSquared == nil)
    #expect(keyness.rows[0].logRatio == .value(0, low: 0, high: 0))
  }

  @Test("tests only words that are frequent enough, and counts the others in the parts")
  func least() throws {
    let matrix = matrix(["a a b", "a c d"])
    let keyness = try Keyness(
      matrix.frequencies { $0 == 0 }, against: matrix.frequencies { $0 == 1 }, of: matrix.vocabulary,
      leastCount: 2)
    #expect(keyness.rows.map { matrix.vocabulary[$0.word] } == ["a"] && keyness.targetTokens == 3)
  }
}
