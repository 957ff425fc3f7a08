import Chronology
import Diplomacy
import Testing

@Suite("A tally")
struct TallyTests {
  /// Without margins units know nothing of one another, and the pair is the least and the most over all assignments.
  @Test("counts what enumeration counts", arguments: 0..<300)
  func agreesWithEnumeration(seed: Int) throws {
    let problem = Problem(seed: seed, hasMargins: false)
    let enumerated = try #require(problem.enumerated())
    for question in problem.questions {
      #expect(
        problem.tally.count { question.holds($0) } == enumerated[question], "seed \(seed), cells \(question)")
    }
  }

  @Test("of nothing is zero")
  func empty() {
    #expect(Tally<Int>([]).count { _ in true } == .zero)
  }

  @Test("counts a unit once in a total of several of its places")
  func severalPlaces() {
    let tally = Tally([Tally.Unit(id: "a", places: [["fr"], ["de"]], mayBeOutside: false)])
    #expect(tally.count { $0 == "fr" } == Count(1))
    #expect(tally.count { $0 == "de" } == Count(1))
    #expect(tally.count { _ in true } == Count(1))
  }

  @Test("is certain of a total all of whose cells are the alternatives")
  func certainTotal() {
    let tally = Tally([Tally.Unit(id: "a", places: [["it", "es"]], mayBeOutside: false)])
    #expect(tally.count { $0 == "it" } == Count(certain: 0, possible: 1))
    #expect(tally.count { ["it", "es"].contains($0) } == Count(1))
  }

  @Test("never is certain of a unit that may be outside")
  func outside() {
    let tally = Tally([Tally.Unit(id: "a", places: [["it"]], mayBeOutside: true)])
    #expect(tally.count { _ in true } == Count(certain: 0, possible: 1))
  }
}
