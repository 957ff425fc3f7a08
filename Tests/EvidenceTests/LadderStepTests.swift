import TestSupport
import Testing
import Workbench

@Suite("A partnership's labels stand on the ladders")
struct LadderStepTests {
  /// Evidence/ladders: the survey's has four rungs, the dictionary's five; each ranks the label third and fourth from below.
  @Test("as each of these ranks them")
  func ranked() throws {
    let steps = try LadderSteps(of: "it+cn", in: Bundled.archive()).steps(
      of: "Comprehensive strategic partnership")
    let places = steps.map { "\($0.ladder): \($0.position) of \($0.height), \($0.rung)" }
    #expect(
      places == ["dictionary: 4 of 5, comprehensive strategic", "survey: 3 of 4, comprehensive strategic"])
  }

  @Test("and nowhere where no ladder ranks them")
  func unranked() throws {
    let steps = try LadderSteps(of: "it+cn", in: Bundled.archive())
    let other = "Stable, friendly, long-term and sustainable strategic partnership"
    #expect(steps.steps(of: other).map(\.ladder) == ["survey"])
    #expect(try LadderSteps(of: "pl-lodz+cn-chengdu", in: Bundled.archive()).steps == [])
  }
}
