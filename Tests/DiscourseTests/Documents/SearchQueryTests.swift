import Testing

@testable import Discourse

@Suite("A query") struct SearchQueryTests {
  /// As a text with brackets around everything that goes together.
  private func read(_ text: String) throws -> String {
    func write(_ expression: SearchQuery.Expression) -> String {
      switch expression {
      case .phrase(let phrase):
        let (words, isBeginning) = phrase.indexWords
        return words.joined(separator: "+") + (isBeginning ? "*" : "")
      case .all(let parts): return "(" + parts.map(write).joined(separator: " & ") + ")"
      case .any(let parts): return "(" + parts.map(write).joined(separator: " | ") + ")"
      case .without(let part, let other): return "(" + write(part) + " - " + write(other) + ")"
      }
    }
    return try SearchQuery(text).expression.map(write) ?? ""
  }

  @Test(
    "means what its signs say",
    arguments: [
      ("Trade War", "(trade & war)"), ("\"trade war\"", "trade+war"), ("partner*", "partner*"),
      ("“strategic part*”", "strategic+part*"), ("\"strategic part\"*", "strategic+part*"),
      ("a OR b c", "(a | (b & c))"), ("a AND b NOT c", "(a & (b - c))"),
      ("a AND NOT b", "(a - b)"), ("a AND NOT b NOT (c OR d) e", "(((a - b) - (c | d)) & e)"),
      ("(a OR b) NOT \"c d\"", "((a | b) - c+d)"),
      ("win-win", "win+win"), ("l'Italia", "l+italia"), ("Perché", "perche"),
      ("and or not", "(and & or & not)"),
      ("战略伙伴", "战略+略伙+伙伴"), ("战略", "战略"), ("茶", "茶*"), ("\"中国 茶\"", "中国+国+茶*"),
      ("\"G20 峰会\"", "g20+峰会"), ("\"峰会 G20\"", "峰会+会+g20"),
    ])
  func meaning(text: String, expected: String) throws { #expect(try read(text) == expected) }

  @Test(
    "is one whatever is written, and never more than its words",
    arguments: [
      ("", ""), ("…", ""), ("AND", ""), ("a OR", "a"), ("OR a", "a"), ("NOT a", "a"), ("a NOT", "a"),
      ("((a", "a"), ("a))) b", "(a & b)"), ("\"a b", "a+b"), ("*", ""), ("a \" \" b", "(a & b)"),
      ("a:b NEAR(c)", "(a+b & near & c)"), ("text : a ^b -c {d}", "(text & a & b & c & d)"),
      (String(repeating: "(", count: 1000) + "a" + String(repeating: ")", count: 1000), "a"),
    ])
  func safe(text: String, expected: String) throws { #expect(try read(text) == expected) }

  @Test("of more words than 64 is refused")
  func long() {
    let words = (0..<65).map { "w\($0)" }.joined(separator: " ")
    #expect(throws: SearchQueryError.tooLong(words: 65)) { try SearchQuery(words) }
  }

  @Test("finds in the index what it finds in the text: substrings of Chinese, each and no other")
  func substrings() throws {
    let text = "中国与欧盟建立全面战略伙伴关系，茶"
    let index = String(decoding: IndexText.of(text), as: UTF8.self).split(separator: " ").map(String.init)
    let characters = Array(text)
    for start in characters.indices {
      for end in (start + 1)...min(characters.count, start + 6) {
        for query in [String(characters[start..<end]), String(characters[start..<end].reversed())] {
          guard !query.contains("，") else { continue }
          guard case .phrase(let phrase) = try SearchQuery(query).expression else { continue }
          let (words, isBeginning) = phrase.indexWords
          let stands = index.indices.contains { place in
            guard place + words.count <= index.count else { return false }
            return words.enumerated().allSatisfy { offset, word in
              isBeginning && offset == words.count - 1
                ? index[place + offset].hasPrefix(word) : index[place + offset] == word
            }
          }
          #expect(stands == text.contains(query), "\(query)")
        }
      }
    }
  }
}

@Suite("An excerpt") struct ExcerptTests {
  private func excerpt(_ text: String, _ query: String, _ length: Int = 60) throws -> String {
    let excerpt = Excerpt(of: text, for: try SearchQuery(query), length: length)
    let inner = excerpt.parts.map { $0.isFound ? "[\($0.text)]" : $0.text }.joined()
    return (excerpt.isCutBefore ? "…" : "") + inner + (excerpt.isCutAfter ? "…" : "")
  }

  @Test("shows what was searched for as it is written")
  func found() throws {
    #expect(
      try excerpt("La città di Łódź\n e  Chengdu", "LODZ citta") == "La [città] di [Łódź] e Chengdu")
    #expect(try excerpt("建立全面战略伙伴关系", "战略伙伴") == "建立全面[战略伙伴]关系")
    #expect(try excerpt("strategic partners, part of it", "part*") == "strategic [partners], [part] of it")
  }

  @Test("is around the place with most of it, cut between words")
  func place() throws {
    let filler = String(repeating: "word ", count: 100)
    let text = filler + "alpha " + filler + "beta near alpha " + filler
    let shown = try excerpt(text, "alpha beta")
    #expect(shown.contains("[beta] near [alpha]") && shown.hasPrefix("…word") && shown.hasSuffix("word…"))
  }

  @Test("does not show as found what the query is without")
  func without() throws { #expect(try excerpt("a b", "a NOT c") == "[a] b") }
}
