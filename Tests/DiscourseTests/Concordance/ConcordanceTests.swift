import Discourse
import Testing

@Suite("The concordance")
struct ConcordanceTests {
  private func search(
    _ texts: [String], _ query: String, characters: Int = 20, most: Int = 100
  ) throws -> Concordance {
    let pattern = try #require(WordPattern(query, folding: .caseAndAccents))
    let search = ConcordanceSearch(
      PatternMatcher([pattern]), context: ConcordanceSearch.Context(characters: characters, words: 2),
      most: most)
    search.add(TextBatch(Array(texts.prefix(1))))
    search.add(TextBatch(Array(texts.dropFirst())))
    return search.concordance()
  }

  @Test("shows each match as it stands, with what is before and after")
  func lines() throws {
    let found = try search(
      ["Their Strategic Pártnership grew.", "No match.", "A partner, and partners!"], "partner*")
    #expect(found.matches == 3 && found.ranges == 2)
    #expect(found.lines.map(\.document) == [0, 2, 2])
    #expect(found.lines.map(\.match) == ["Pártnership", "partner", "partners"])
    #expect(found.lines[0].left == "Their Strategic " && found.lines[0].right == " grew.")
    #expect(found.lines[2].leftWords == ["and", "partner"] && found.lines[2].rightWords == [])
    let bytes = Array("Their Strategic Pártnership grew.".utf8)
    #expect(String(decoding: bytes[found.lines[0].range], as: UTF8.self) == "Pártnership")
  }

  @Test("sorts by the words before, after, or of the match")
  func sorting() throws {
    let found = try search(["b Partner y", "a partner z", "c partners x"], "partner*")
    #expect(found.sorted(by: .text).map(\.document) == [0, 1, 2])
    #expect(found.sorted(by: .left).map(\.document) == [1, 0, 2])
    #expect(found.sorted(by: .right).map(\.document) == [2, 0, 1])
    #expect(found.sorted(by: .match).map(\.document) == [0, 1, 2])
  }

  @Test("finds Chinese characters wherever they stand, and sorts by Chinese words")
  func chinese() throws {
    let found = try search(["建立全面战略伙伴关系。", "是好朋友、好伙伴"], "伙伴")
    #expect(found.lines.map(\.leftWords) == [["战略", "全面"], ["好", "好朋友"]])
    #expect(found.lines.map(\.right) == ["关系。", ""])
  }

  @Test("cuts the context between characters, and keeps its most")
  func limits() throws {
    let family = "👨‍👩‍👧"
    let found = try search(
      [String(repeating: family, count: 30) + "partner" + family], "partner", characters: 3)
    #expect(found.lines[0].left == String(repeating: family, count: 3))
    let few = try search(["partner partner", "partner partner partner"], "partner", most: 3)
    #expect(few.lines.count == 3 && few.matches == 5 && few.lines.map(\.document) == [0, 0, 1])
  }
}
