import Testing

@testable import Discourse

@Suite("Texts as the index is given them") struct IndexTextTests {
  private func index(_ text: String) -> String { String(decoding: IndexText.of(text), as: UTF8.self) }

  @Test("are words without case, accents and marks")
  func folded() {
    #expect(index("L’Università di Łódź, «perché»?") == "l universita di lodz perche ")
    #expect(index("STRASSE Straße ﻿") == "strasse strasse ")
  }

  @Test("have both letters of a ligature, as names have, and all of a number")
  func ligatures() {
    // Unicode's compatible decompositions (UnicodeData.txt): U+FB01, U+FB02, U+0132, U+01C4, U+338F, U+FEFB, U+2469, U+00BD.
    #expect(index("ﬁnance ﬂow Ĳssel Ǆ ㎏ ﻻ ⑩ ½") == "finance flow ijssel dz kg لا 10 1 ")
  }

  @Test("are pairs of characters in Chinese, the last of a run by itself")
  func chinese() {
    #expect(index("战略伙伴") == "战略 略伙 伙伴 伴 ")
    #expect(index("中国，G20峰会 茶") == "中国 国 g20 峰会 会 茶 ")
  }

  @Test("keep Korean syllables apart, which share their first letters")
  func korean() { #expect(index("한국 하늘") == "한국 하늘 ") }

  @Test("of names are one word")
  func names() {
    #expect(IndexText.name("The New York Times") == "thenewyorktimes")
    #expect(IndexText.name("人民日报") == "人民日报" && IndexText.name("…") == "")
  }
}
