import Discourse
import Testing

@Suite("Runs of words")
struct ShinglesTests {
  /// How many runs of `size` words two texts share, by lists of words.
  private func shared(_ one: String, _ other: String, _ size: Int = 2) -> Int {
    let (first, second) = (Shingles(one, size: size), Shingles(other, size: size))
    return Set(first.hashes).intersection(second.hashes).count
  }

  @Test("do not depend on case, accents, punctuation and spacing")
  func folded() {
    let plain = Shingles("the lodz zoo of munchen strasse aeon cafe", size: 3)
    for text in [
      "The Łódź Zoo of München Straße, Æon, café", "  THE\nłódź... zoo: OF (münchen) STRASSE — aeon / CAFÉ!",
      "the lo\u{301}dz\u{301} zoo of mu\u{308}nchen straße æon cafe\u{301}",
    ] {
      #expect(Shingles(text, size: 3) == plain, "\(text)")
    }
    #expect(plain.words == 8 && plain.hashes.count == 6)
  }

  @Test("go by characters in Chinese, so that one changed character leaves the others")
  func chinese() {
    let text = Shingles("全面战略伙伴关系", size: 5)
    #expect(text.words == 8 && text.hashes.count == 4)
    #expect(shared("中国与欧盟建立全面战略伙伴关系", "中国和欧盟建立全面战略伙伴关系", 5) == 8)
    #expect(Shingles("习近平 2017年 Davos", size: 1).words == 6)
  }

  @Test("take Cyrillic and Greek words as words, without case")
  func otherScripts() {
    #expect(Shingles("Москва и Пекин", size: 2) == Shingles("МОСКВА И ПЕКИН", size: 2))
    #expect(Shingles("Αθήνα και Πεκίνο", size: 2).words == 3)
  }

  @Test("of a text shorter than a run are the whole text, of a text without words none")
  func short() {
    #expect(Shingles("two words").hashes.count == 1 && Shingles("two words") != Shingles("words two"))
    #expect(Shingles("").hashes.isEmpty && Shingles(" …\n").words == 0)
  }

  @Test("are a set: what is repeated counts once, and what overlaps by words is found in both")
  func sets() {
    #expect(Shingles("a b a b a b", size: 2).hashes.count == 2)
    // a b, b c, c d beside b c, c d, d e.
    #expect(shared("a b c d", "b c d e") == 2)
  }

  @Test("end a word at bytes that are no UTF-8, and never the program")
  func broken() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x20, 0xE4, 0xB8, 0x63, 0xF0, 0x9F]
    let shingles = bytes.withUnsafeBufferPointer { Shingles($0, size: 1) }
    #expect(shingles == Shingles("a b c", size: 1))
  }
}
