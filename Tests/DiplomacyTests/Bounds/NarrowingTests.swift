import Chronology
import Diplomacy
import Testing

@Suite("Narrowing by margins")
struct NarrowingTests {
  @Test("gives the bounds of enumeration, and says where there are none", arguments: 0..<500)
  func agreesWithEnumeration(seed: Int) {
    let problem = Problem(seed: seed, hasMargins: true)
    let enumerated = problem.enumerated()
    let narrowing = problem.narrowing
    for question in problem.questions {
      let expected = enumerated.flatMap { $0[question] }.map { Narrowing<Int>.Outcome.narrowed($0) }
      #expect(
        narrowing.count { question.holds($0) } == expected ?? .impossible,
        "seed \(seed), cells \(question)")
    }
  }

  @Test("is tried on problems of all sorts")
  func coverage() {
    let problems = (0..<500).map { Problem(seed: $0, hasMargins: true) }
    let impossible = problems.count { $0.enumerated() == nil }
    #expect((50...350).contains(impossible))
    #expect(problems.contains { $0.units.contains { $0.places.count > 1 && $0.mayBeOutside } })
    let narrowed = problems.count { problem in
      guard let all = problem.enumerated() else { return false }
      return problem.questions.contains { question in
        all[question] != problem.tally.count { question.holds($0) }
      }
    }
    #expect(narrowed > 50)
  }

  /// Two units are each in Italy or Spain, and the printed totals say one each.
  @Test("settles cells that the printed totals leave one way")
  func worked() {
    let units = [
      Tally.Unit(id: "a", places: [["it"]], mayBeOutside: false),
      Tally.Unit(id: "b", places: [["it", "es"]], mayBeOutside: false),
      Tally.Unit(id: "c", places: [["es", "fr"]], mayBeOutside: false),
    ]
    let italyOne = Margin<String>(name: "Italy 1", least: 1, most: 1) { $0 == "it" }
    let spainOne = Margin<String>(name: "Spain at most 1", least: 0, most: 1) { $0 == "es" }
    let narrowing = Narrowing(Tally(units), margins: [italyOne, spainOne])
    #expect(narrowing.count { $0 == "es" } == .narrowed(Count(1)))
    #expect(narrowing.count { $0 == "fr" } == .narrowed(Count(1)))
  }

  @Test("says impossible of a unit too many")
  func tooMany() {
    let units = (0..<3).map { Tally.Unit(id: "\($0)", places: [["it"]], mayBeOutside: false) }
    let two = Margin<String>(name: "Italy 2", least: 2, most: 2) { $0 == "it" }
    #expect(Narrowing(Tally(units), margins: [two]).count { _ in true } == .impossible)
  }

  @Test("gives up where there is too much to go through, and says so")
  func tooLarge() {
    let units = (0..<40).map { Tally.Unit(id: "\($0)", places: [Array(0..<40)], mayBeOutside: false) }
    let margins = (0..<40).map { cell in
      Margin<Int>(name: "\(cell)", least: 0, most: 1) { $0 == cell }
    }
    #expect(Narrowing(Tally(units), margins: margins).count { $0 == 0 } == .tooLarge)
  }
}
