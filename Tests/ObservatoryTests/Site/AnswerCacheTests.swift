import Testing

@testable import Observatory

@Suite("Answers are kept")
struct AnswerCacheTests {
  private static func key(_ address: String) -> AnswerCache.Key {
    AnswerCache.Key(address: address, form: .json)
  }
  private static func answer(_ size: Int) -> Answer {
    Answer(type: Answer.html, bytes: [UInt8](repeating: 65, count: size))
  }

  @Test("while the record stays the same, and no longer")
  func version() {
    let cache = AnswerCache(limit: 1 << 20)
    cache.keep(Self.answer(1), Self.key("/a"), version: "1")
    #expect(cache.answer(Self.key("/a"), version: "1") == Self.answer(1))
    #expect(cache.answer(Self.key("/a"), version: "2") == nil)
    cache.keep(Self.answer(2), Self.key("/b"), version: "2")
    #expect(cache.answer(Self.key("/a"), version: "1") == nil)
  }

  @Test("up to a limit: those asked for stay, those not asked for go, and one too large is not kept")
  func limit() {
    let cache = AnswerCache(limit: 100_000)
    cache.keep(Self.answer(1000), Self.key("/wanted"), version: "1")
    for number in 0..<500 {
      cache.keep(Self.answer(1000), Self.key("/\(number)"), version: "1")
      #expect(cache.answer(Self.key("/wanted"), version: "1") != nil)
    }
    let kept = (0..<500).count { cache.answer(Self.key("/\($0)"), version: "1") != nil }
    #expect(kept > 10 && kept < 100)
    cache.keep(Self.answer(60_000), Self.key("/large"), version: "1")
    #expect(cache.answer(Self.key("/large"), version: "1") == nil)
  }
}
