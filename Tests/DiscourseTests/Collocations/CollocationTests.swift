import Discourse
import Testing

@Suite("Collocations")
struct CollocationTests {
  private func search(
    _ texts: [String], _ query: String, _ left: Int, _ right: Int, _ folding: WordRule.Folding = .letterCase,
    batch: Int = .max
  ) throws -> Collocations {
    let pattern = try #require(WordPattern(query, folding: folding))
    let search = CollocationSearch(
      PatternMatcher([pattern], folding: folding),
      window: CollocationSearch.Window(left: left, right: right))
    var rest = texts[...]
    while !rest.isEmpty {
      search.add(TextBatch(Array(rest.prefix(batch))))
      rest = rest.dropFirst(batch)
    }
    return search.collocations()
  }

  @Test(
    "have the counts and measures that Python works out over all pairs of words", arguments: [Int.max, 7])
  func python(batch: Int) throws {
    let corpus = try Corpus.expected()
    let expected = corpus.collocations
    let found = try search(corpus.texts, expected.node, expected.left, expected.right, batch: batch)
    #expect(
      (found.matches, found.wordsNear, found.words) == (expected.matches, expected.near, expected.words))
    #expect(found.rows.count == expected.rows.count)
    for theirs in expected.rows {
      let row = try #require(found.rows.first { $0.word == theirs.word })
      #expect((row.near, row.total) == (theirs.near, theirs.total))
      #expect(isNear(row.logDice, theirs.logDice) && isNear(row.pmi, theirs.pmi) && isNear(row.t, theirs.t))
      #expect(isNear(row.g2 ?? .nan, theirs.g2), "\(theirs.word)")
      #expect(row.near <= row.left + row.right)
    }
    #expect(found.rows.map(\.logDice) == found.rows.map(\.logDice).sorted(by: >))
  }

  @Test("count a word between two matches once, on both sides")
  func between() throws {
    let found = try search(["x partner a partner y", "none here"], "partner", 2, 2)
    #expect(found.matches == 2 && found.ranges == 1 && found.wordsNear == 3 && found.words == 5)
    let row = try #require(found.rows.first { $0.word == "a" })
    #expect((row.near, row.left, row.right) == (1, 1, 1))
  }

  @Test("take a phrase or a pattern with * as one, and look past its own words")
  func phrase() throws {
    let texts = ["a strategic partnership with b and strategic partners in c"]
    let found = try search(texts, "strategic partner*", 1, 1)
    #expect(found.matches == 2 && Set(found.rows.map(\.word)) == ["a", "with", "and", "in"])
  }

  @Test("are words in Chinese, found around characters")
  func chinese() throws {
    let found = try search(["中国同俄罗斯建立全面战略协作伙伴关系。"], "伙伴关系", 2, 2)
    #expect(found.matches == 1 && Set(found.rows.map(\.word)) == ["战略", "协作"])
  }

  @Test("have no G² where every word is near")
  func undefined() throws {
    let found = try search(["a partner b"], "partner", 5, 5)
    #expect(found.rows.allSatisfy { $0.g2 == nil && $0.p == nil && $0.q == nil })
    // 14 + log₂ (2 · 1 / (1 + 1)).
    #expect(found.rows.map(\.logDice) == [14, 14])
  }
}
