import Discourse
import Testing

@Suite("A dictionary in texts of several languages")
struct DictionarySearchTests {
  private let search = DictionarySearch(
    PatternDictionary([
      .init(category: ["trade"], pattern: "trade partner*"),
      .init(category: ["culture", "art"], pattern: "arte", language: "it"),
      .init(category: ["culture", "art"], pattern: "art*", language: "en"),
      .init(category: ["trade"], pattern: "贸易"),
    ]))

  @Test("says of each match what was found, where, and why")
  func matches() {
    let text = "中😀 Trade–Partners e\u{301} ART, 贸易"
    let found = search.matches(in: TextBatch(["", text]), languages: [nil, "en"])
    #expect(found[0].isEmpty)
    #expect(found[1].map(\.words) == ["Trade–Partners", "ART", "贸易"])
    #expect(found[1].map(\.entry.pattern) == ["trade partner*", "art*", "贸易"])
    for match in found[1] {
      #expect(match.passage.text(in: text).map(String.init) == match.words)
      #expect(String(decoding: Array(text.utf8)[match.bytes], as: UTF8.self) == match.words)
    }
  }

  @Test("takes the patterns of a text's language, and those of any where it is another or not known")
  func languages() {
    let texts = ["arte artist", "arte artist", "arte artist", "arte trade partner"]
    let found = search.matches(in: TextBatch(texts), languages: ["it", "en", "de", nil])
    #expect(found.map { $0.map(\.words) } == [["arte"], ["arte", "artist"], [], ["trade partner"]])
  }

  @Test("counts matches by category, and words, on every core alike")
  func counts() {
    #expect(search.categories == [["trade"], ["culture", "art"]])
    let texts = (0..<2_000).map { String(repeating: "trade partner ", count: $0 % 5) + "arte 中国贸易" }
    let counts = search.counts(
      in: TextBatch(texts), languages: texts.indices.map { $0 % 2 == 0 ? "it" : nil })
    #expect(counts.map(\.matches) == texts.indices.map { [$0 % 5 + 1, $0 % 2 == 0 ? 1 : 0] })
    // 中国 and 贸易 are two words.
    #expect(counts.map(\.words) == texts.indices.map { $0 % 5 * 2 + 3 })
  }
}
