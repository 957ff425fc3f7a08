import Chronology
import Discourse
import Testing

@Suite("A term's career")
struct CareerTests {
  private func career(
    _ documents: [(date: String?, text: String)], _ query: String, _ length: Career.Period.Length = .year,
    words: Int = 2
  ) throws -> Career {
    let pattern = try #require(WordPattern(query, folding: .caseAndAccents))
    let search = CareerSearch(PatternMatcher([pattern]), by: length, modifierWords: words)
    search.add(
      TextBatch(documents.map(\.text)), dates: try documents.map { try $0.date.map { try EDTF($0).range } })
    return search.career()
  }

  @Test("counts by period, certainly and possibly, and by the million words")
  func periods() throws {
    let career = try career(
      [
        ("2001-05-03", "a trade partner of x"), ("2001/2002", "partner partner"),
        ("2003", "nothing at all here"),
        (nil, "an undated partner"),
      ], "partner")
    #expect(career.stages.map(\.period.name) == ["2001", "2002", "2003"])
    #expect(
      career.stages.map(\.matches) == [Count(certain: 1, possible: 3), Count(certain: 0, possible: 2), .zero])
    #expect(
      career.stages.map(\.words) == [
        Count(certain: 5, possible: 7), Count(certain: 0, possible: 2), Count(4),
      ])
    // 1 of 5 words; with the document that may be of the next year, 3 of 7.
    #expect(career.stages[0].perMillion.map { isNear($0.low, 200_000) && isNear($0.high, 3e6 / 7) } == true)
    #expect(career.stages[1].perMillion.map { ($0.low, $0.high) } ?? (0, 0) == (1e6, 1e6))
    #expect(career.stages[2].perMillion.map { ($0.low, $0.high) } ?? (1, 1) == (0, 0))
    #expect((career.undated.documents, career.undated.words, career.undated.matches) == (1, 3, 1))
    #expect(career.matches == 4 && career.words == 14)
  }

  @Test("bounds the rate by the best and worst choice among all that is possible")
  func rates() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<40 {
      let possible = (0..<6).map { _ in
        (words: Int.random(in: 1...9, using: &generator), matches: Int.random(in: 0...3, using: &generator))
      }
      let certain = Int.random(in: 0...4, using: &generator)
      func text(_ words: Int, _ matches: Int) -> String {
        String(repeating: "partner ", count: matches) + String(repeating: "x ", count: words)
      }
      let sure = [("2001", text(certain, certain / 2))]
      let career = try career(
        sure + possible.map { ("2000/2001", text($0.words, $0.matches)) }, "partner")
      let rates = (0..<(1 << possible.count)).compactMap { chosen -> Double? in
        let some = possible.indices.filter { chosen >> $0 & 1 == 1 }.map { possible[$0] }
        let matches = certain / 2 + some.reduce(0) { $0 + $1.matches }
        let words = certain + certain / 2 + some.reduce(0) { $0 + $1.words + $1.matches }
        return words > 0 ? 1e6 * Double(matches) / Double(words) : nil
      }
      let stage = try #require(career.stages.first { $0.period.name == "2001" })
      let rate = try #require(stage.perMillion)
      #expect(isNear(rate.low, rates.min() ?? .nan) && isNear(rate.high, rates.max() ?? .nan))
    }
  }

  @Test("tells what is put before the term, and when that first appeared")
  func modifiers() throws {
    let career = try career(
      [
        ("1998", "A trade partner. Partner of all"),
        ("2003-04-01", "a strategic partner; the “strategic” partner"),
        ("2002/2004", "comprehensive strategic partner"),
      ], "partner", .decade)
    let found = Dictionary(uniqueKeysWithValues: career.modifiers.map { ($0.text, $0) })
    #expect(
      Set(found.keys) == [
        "trade", "a trade", "strategic", "a strategic", "the strategic", "comprehensive strategic",
      ])
    #expect(career.modifiers.first?.text == "strategic" && found["strategic"]?.matches == 3)
    #expect(career.stages.map(\.period.name) == ["199X", "200X"])
    #expect(found["strategic"]?.stages == [.zero, Count(3)] && found["trade"]?.stages == [Count(1), .zero])
    // By a vague document possibly in 2002, certainly by the dated one.
    #expect(found["strategic"]?.first?.days.description == "2002-01-01/2003-04-01")
    #expect(found["strategic"]?.first?.document == 1)
    #expect(career.first?.days.description == "1998-01-01/1998-12-31" && career.first?.document == 0)
  }

  @Test("takes in Chinese the words before the characters, without a space")
  func chinese() throws {
    let career = try career(
      [("2022-09-29", "中国同俄罗斯建立全面战略伙伴关系。伙伴关系"), ("2023-01-05", "战略伙伴关系")], "伙伴关系", .month)
    #expect(career.modifiers.map(\.text) == ["战略", "全面战略"])
    #expect(career.modifiers.map(\.matches) == [2, 1])
    #expect(career.stages.map(\.period.name) == ["2022-09", "2022-10", "2022-11", "2022-12", "2023-01"])
    #expect(career.stages[1].perMillion == nil)
  }

  @Test("goes on from open dates as far as other dates reach")
  func open() throws {
    let career = try career([("2001/..", "partner"), ("2003", "x")], "partner")
    #expect(
      career.stages.map(\.matches) == [
        Count(certain: 0, possible: 1), Count(certain: 0, possible: 1), Count(certain: 0, possible: 1),
      ])
    #expect(career.first?.days.description == "2001-01-01/..")
  }

  @Test("has no periods where a date is so far off that they would be thousands")
  func farOff() throws {
    let career = try career([("0001", "partner"), ("2003", "partner")], "partner", .month)
    #expect(career.stages.isEmpty && career.matches == 2)
  }
}
