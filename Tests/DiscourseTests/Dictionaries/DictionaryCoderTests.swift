import Discourse
import Testing

@Suite("Coding by a dictionary")
struct DictionaryCoderTests {
  private let dictionary = PatternDictionary([
    .init(category: ["economy", "trade"], pattern: "trade"),
    .init(category: ["economy", "trade"], pattern: "export*"),
    .init(category: ["culture"], pattern: "arte", language: "it"),
    .init(category: ["culture"], pattern: "art*", language: "en"),
    .init(category: ["culture"], pattern: "—"),
  ])

  @Test("counts matches of each category in each text")
  func counts() {
    let coder = dictionary.coder(for: "en")
    #expect(coder.categories == [["economy", "trade"], ["culture"]])
    let counts = coder.counts(in: TextBatch(["Trade and exports; exported art", "", "arte"]))
    #expect(counts == [3, 1, 0, 0, 0, 1])
  }

  @Test("takes the patterns of the text's language, and those of any")
  func languages() {
    #expect(dictionary.coder(for: "it").entries.map(\.pattern) == ["trade", "export*", "arte"])
    #expect(dictionary.coder(for: nil).entries.map(\.pattern) == ["trade", "export*"])
    #expect(dictionary.coder(for: "it").counts(in: TextBatch(["arte artista"])) == [0, 1])
  }

  @Test("says of every match why: the pattern as written, and the bytes")
  func reasons() {
    let coder = dictionary.coder(for: "en")
    let matches = coder.matcher.matches(in: "Fine ARTS, trade")
    #expect(matches.map { coder.entries[$0.pattern].pattern } == ["art*", "trade"])
    #expect(matches.map(\.range) == [5..<9, 11..<16])
  }

  @Test("counts alike on every core")
  func shares() {
    let texts = (0..<3_000).map { String(repeating: "trade ", count: $0 % 7) + "and other words" }
    let counts = dictionary.coder(for: nil).counts(in: TextBatch(texts))
    #expect(counts == (0..<3_000).flatMap { [$0 % 7, 0] })
  }
}
