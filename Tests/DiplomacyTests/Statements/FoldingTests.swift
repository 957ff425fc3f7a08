import Diplomacy
import Foundation
import TestSupport
import Testing

@Suite("Folded text") struct FoldingTests {
  @Test(
    "has no case and no accents",
    arguments: [
      ("Łódź", "lodz"), ("ŁÓDŹ", "lodz"), ("L\u{301}o\u{301}dz\u{301}", "lodz"), ("Çankırı", "cankiri"),
      ("İstanbul", "istanbul"), ("Straße", "strasse"), ("STRASSE", "strasse"), ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
      ("Ærøskøbing", "aeroskobing"), ("Đà Nẵng", "da nang"), ("ﬁn", "fin"),
      ("Île-de-France", "ile-de-france"),
      ("Provence–Alpes", "provence-alpes"), ("L’Aquila", "l'aquila"), ("Ǆ", "dz"), ("", ""), ("a1 !", "a1 !"),
    ])
  func folded(_ text: String, _ expected: String) {
    #expect(text.folded == expected)
    #expect(expected.folded == expected)
  }

  @Test("of Chinese is the text itself", arguments: ["四川省", "成都", "重庆市", "上海—罗兹".replacing("—", with: "")])
  func chinese(_ text: String) { #expect(text.folded == text) }

  /// Letters of the Latin blocks are folded by a table; beside a character of another script, by Unicode's decomposition.
  private func byUnicode(_ text: String) -> Substring { ("四" + text).folded.dropFirst() }

  @Test("of every Latin letter is what Unicode's decomposition makes of it")
  func latin() {
    for value in UInt32(0)..<0x250 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      #expect(
        text.folded.unicodeScalars.elementsEqual(byUnicode(text).unicodeScalars),
        "U+\(String(value, radix: 16))")
      // Where a letter has a decomposition, Foundation's own folding is the judge.
      let plain = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
        $0.properties.generalCategory != .nonspacingMark
      }
      if scalar.properties.isAlphabetic, plain.allSatisfy(\.isASCII) {
        #expect(
          text.folded == String(String.UnicodeScalarView(plain)).lowercased(), "U+\(String(value, radix: 16))"
        )
      }
    }
  }

  @Test("of Latin letters together is what Unicode's decomposition makes of them", arguments: 0..<4)
  func latinTexts(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0x20..<0x250, using: &random)) {
          text.append(scalar)
        }
      }
      #expect(
        String(text).folded.unicodeScalars.elementsEqual(byUnicode(String(text)).unicodeScalars),
        "\(String(text))")
    }
  }

  @Test("keeps letters that differ apart")
  func apart() {
    #expect("Bari".folded != "Paris".folded)
    #expect("四川".folded != "四州".folded)
  }
}

@Suite("The edit distance") struct EditDistanceTests {
  /// All words over a and b of up to four letters.
  private var words: [String] {
    var all = [""]
    var longest = [""]
    for _ in 1...4 {
      longest = longest.flatMap { [$0 + "a", $0 + "b"] }
      all += longest
    }
    return all
  }

  /// The definition, word for word.
  private func distance(_ left: Substring, _ right: Substring) -> Int {
    guard let a = left.first, let b = right.first else { return max(left.count, right.count) }
    if a == b { return distance(left.dropFirst(), right.dropFirst()) }
    return 1
      + min(
        distance(left.dropFirst(), right), distance(left, right.dropFirst()),
        distance(left.dropFirst(), right.dropFirst()))
  }

  @Test("is the least number of insertions, deletions and replacements")
  func oracle() {
    #expect(words.count == 31)
    for left in words {
      for right in words {
        #expect(left.editDistance(to: right) == distance(left[...], right[...]), "\(left), \(right)")
      }
    }
  }

  @Test("of the textbook's pairs is the textbook's")
  func textbook() {
    #expect("kitten".editDistance(to: "sitting") == 3)
    #expect("Saturday".editDistance(to: "Sunday") == 3)
    #expect("Łódź".editDistance(to: "Lodz") == 3)
  }
}
