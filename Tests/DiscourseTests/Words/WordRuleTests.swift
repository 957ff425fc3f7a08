import Discourse
import Testing

@Suite("Words")
struct WordRuleTests {
  private func forms(_ text: String, _ folding: WordRule.Folding = .caseAndAccents) -> [String] {
    WordRule(folding: folding).words(of: text).map(\.form)
  }

  @Test("are runs of letters, digits and underscores where words are spaced, as Python's \\w+")
  func spaced() {
    // re.findall(r"\w+", text.lower()) gives these.
    #expect(
      forms("Don't stop: the EU-China_2020 summit’s 1,294 articles…", .letterCase) == [
        "don", "t", "stop", "the", "eu", "china_2020", "summit", "s", "1", "294", "articles",
      ])
    #expect(forms("Più città; ÉCOLE, Straße", .letterCase) == ["più", "città", "école", "straße"])
    #expect(forms("") == [] && forms(" …\n—") == [])
  }

  @Test("lose case and accents as names do, or case alone")
  func folding() {
    #expect(forms("Łódź MÜNCHEN Straße Ærø cafe\u{301}") == ["lodz", "munchen", "strasse", "aero", "cafe"])
    #expect(forms("ﬁnance Ǆ ⑩") == ["finance", "dz", "10"])
    #expect(forms("Łódź MÜNCHEN", .letterCase) == ["łódź", "münchen"])
    #expect(forms("Москва И ΑΘΗΝΑ", .letterCase) == ["москва", "и", "αθηνα"])
    #expect(forms("한국 대한민국") == ["한국", "대한민국"])
  }

  @Test("are found in Chinese, Japanese and Thai, which put nothing between them")
  func unspaced() {
    #expect(
      forms("中国同俄罗斯建立全面战略协作伙伴关系，2017年") == [
        "中国", "同", "俄罗斯", "建立", "全面", "战略", "协作", "伙伴", "关系", "2017", "年",
      ])
    #expect(forms("ประเทศไทยและจีน") == ["ประเทศไทย", "และ", "จีน"])
    #expect(forms("東京に") == ["東京", "に"])
    #expect(forms("G20峰会 in Hangzhou杭州") == ["g20", "峰会", "in", "hangzhou", "杭州"])
    #expect(
      WordRule(unspaced: .character).words(of: "伙伴关系ที่").map(\.form) == ["伙", "伴", "关", "系", "ที่"])
  }

  @Test("keep voiced kana apart, and take half-width kana for kana")
  func kana() {
    #expect(WordRule(unspaced: .character).words(of: "がか").map(\.form) == ["が", "か"])
    #expect(WordRule(unspaced: .character).words(of: "ｱ").map(\.form) == ["ア"])
  }

  @Test("tell their bytes in the text")
  func ranges() {
    for text in ["Łódź – Chengdu, 成都伙伴 😀 x\u{301}y", "a😀b𠀀c", "ﬁn"] {
      let bytes = Array(text.utf8)
      for folding in WordRule.Folding.allCases {
        let words = WordRule(folding: folding).words(of: text)
        for word in words {
          let piece = String(decoding: bytes[word.range], as: UTF8.self)
          #expect(forms(piece, folding) == [word.form], "\(piece)")
        }
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      }
    }
    #expect(WordRule().words(of: "成都 x").map(\.range) == [0..<6, 7..<8])
  }

  @Test("end at bytes that are no UTF-8, and never the program")
  func broken() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x20, 0xE4, 0xB8, 0x63, 0xF0, 0x9F]
    let words = bytes.withUnsafeBufferPointer { WordRule().words(of: $0) }
    #expect(words.map(\.form) == ["a", "b", "c"])
  }

  @Test("are the same however long the text: lists of words are cut between words")
  func long() {
    let text = String(repeating: "one Two threé 伙伴关系 ", count: 5_000)
    let words = WordRule().words(of: text)
    #expect(words.count == 25_000)
    #expect(Set(words.map(\.form)) == ["one", "two", "three", "伙伴", "关系"])
    let run = WordRule(unspaced: .character).words(of: String(repeating: "伙伴", count: 10_000))
    #expect(run.count == 20_000 && run.last?.range == 59_997..<60_000)
    let letters = WordRule().words(of: String(repeating: "a", count: 300_000))
    #expect(letters.map(\.range) == [0..<300_000])
  }
}
