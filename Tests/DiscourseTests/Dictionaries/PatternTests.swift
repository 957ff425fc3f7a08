import Discourse
import Testing

@Suite("Patterns")
struct PatternTests {
  private func found(_ patterns: [String], in text: String, _ folding: WordRule.Folding = .caseAndAccents)
    -> [String]
  {
    let matcher = PatternMatcher(patterns.compactMap { WordPattern($0, folding: folding) }, folding: folding)
    let bytes = Array(text.utf8)
    return matcher.matches(in: text).map {
      "\(matcher.patterns[$0.pattern].text): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test("are words, phrases, and words with letters left open")
  func kinds() {
    let text = "Strategic partners, and a Partnership for trade; trading in arms control."
    #expect(
      found(
        ["partner", "partner*", "strategic partner*", "trad?ng", "*ing", "arms control", "a * for"], in: text)
        == [
          "strategic partner*: Strategic partners", "partner*: partners", "a * for: a Partnership for",
          "partner*: Partnership", "trad?ng: trading", "*ing: trading", "arms control: arms control",
        ])
  }

  @Test("match without case and accents, or without case alone")
  func folding() {
    #expect(
      found(["cooperação", "lodz"], in: "COOPERACAO, Łódź") == ["cooperação: COOPERACAO", "lodz: Łódź"])
    #expect(found(["cooperação", "più"], in: "COOPERACAO Più", .letterCase) == ["più: Più"])
  }

  @Test("do not mind what stands between words, and overlap")
  func between() {
    #expect(
      found(["a b", "b a", "co-operat*"], in: "a, b\n\na. Co-operation") == [
        "a b: a, b", "b a: b\n\na", "co-operat*: Co-operation",
      ])
  }

  @Test("find Chinese characters wherever they stand")
  func chinese() {
    #expect(
      found(["伙伴", "战略伙伴", "一带一路"], in: "全面战略伙伴关系，“一带一路”，好伙伴") == [
        "战略伙伴: 战略伙伴", "伙伴: 伙伴", "一带一路: 一带一路", "伙伴: 伙伴",
      ])
  }

  @Test("say nothing without a letter, and are none then")
  func empty() {
    for text in ["", " …", "-"] { #expect(WordPattern(text, folding: .letterCase) == nil, "\(text)") }
    #expect(found(["?"], in: "a bc d") == ["?: a", "?: d"])
  }

  @Test("match what a comparison of every pattern with every place finds")
  func naive() {
    var generator = SplitMix64(seed: 11)
    let syllables = ["a", "b", "ab", "ba", "abc"]
    func word() -> String {
      (0..<Int.random(in: 1...2, using: &generator)).map { _ in syllables.randomElement(using: &generator)! }
        .joined()
    }
    for _ in 0..<60 {
      let words = (0..<30).map { _ in word() }
      let patterns = (0..<12).map { _ -> [String] in
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          let word = word()
          return switch Int.random(in: 0..<6, using: &generator) {
          case 0: word + "*"
          case 1: "*" + word
          case 2: String(word.prefix(1)) + "*" + String(word.suffix(1))
          case 3: "?" + word.dropFirst()
          default: word
          }
        }
      }
      var expected: [String: Int] = [:]
      for place in words.indices {
        for pattern in Set(patterns) where place + pattern.count <= words.count {
          let isThere = zip(pattern, words[place...]).allSatisfy { Self.matches(Array($0), Array($1)) }
          if isThere { expected[pattern.joined(separator: " "), default: 0] += 1 }
        }
      }
      var counts: [String: Int] = [:]
      for match in found(Set(patterns).map { $0.joined(separator: " ") }, in: words.joined(separator: " ")) {
        counts[String(match.split(separator: ":")[0]), default: 0] += 1
      }
      #expect(counts == expected)
    }
  }

  /// By trying every way.
  private static func matches(_ pattern: [Character], _ word: [Character]) -> Bool {
    guard let first = pattern.first else { return word.isEmpty }
    if first == "*" {
      return (0...word.count).contains { matches(Array(pattern.dropFirst()), Array(word.dropFirst($0))) }
    }
    guard let letter = word.first, first == "?" || first == letter else { return false }
    return matches(Array(pattern.dropFirst()), Array(word.dropFirst()))
  }
}
