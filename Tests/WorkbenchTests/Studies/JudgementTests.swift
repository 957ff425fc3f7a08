import Diplomacy
import Testing

@testable import Workbench

/// What each status means is said in `Documentation/Formats.md`.
@Suite("A published figure is judged")
struct JudgementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let published: String
    let certain: Double?
    let possible: Double?
    let tolerance: Double?
    let status: CheckStatus

    init(
      _ published: String, _ certain: Double?, _ possible: Double?, _ status: CheckStatus,
      tolerance: Double? = nil
    ) {
      (self.published, self.certain, self.possible) = (published, certain, possible)
      (self.status, self.tolerance) = (status, tolerance)
    }

    var testDescription: String { "\(published) against \(certain as Any)…\(possible as Any)" }
  }

  private static let cases: [Case] = [
    // Half a unit of the last digit printed.
    Case("27", 27, 27, .reproduced), Case("27", 27.4, 27.4, .reproduced), Case("27", 27.6, 27.6, .differs),
    Case("27", 26, 26, .differs), Case("0", 0, 0, .reproduced), Case("0", 1, 1, .differs),
    Case("51.51", 100 * 17 / 33.0, 100 * 17 / 33.0, .differs),
    Case("51.52", 100 * 17 / 33.0, 100 * 17 / 33.0, .reproduced),
    Case("87.9", 100 * 29 / 33.0, 100 * 29 / 33.0, .reproduced),
    Case("4.0", 4.04, 4.04, .reproduced), Case("4.0", 4.06, 4.06, .differs),
    // The tolerance that a study gives instead.
    Case("27", 28, 28, .reproduced, tolerance: 1), Case("27", 28.5, 28.5, .differs, tolerance: 1),
    Case("100", 100.4, 100.4, .differs, tolerance: 0),
    // Bounds.
    Case("12", 10, 14, .withinBounds), Case("12", 12, 14, .withinBounds), Case("12", 13, 15, .differs),
    Case("12", 0, 11, .differs), Case("12", 11.8, 12.3, .reproduced), Case("12", nil, nil, .withinBounds),
    Case("12", 10, nil, .withinBounds), Case("12", nil, 10, .differs),
    // Amounts that are intervals themselves.
    Case("150+", 150, 150, .reproduced), Case("150+", 900, 900, .reproduced),
    Case("150+", 149, 149, .differs),
    Case("150+", 140, 160, .withinBounds), Case("150+", 160, nil, .reproduced),
    Case("150+", 100, nil, .withinBounds), Case("150+", nil, 149, .differs),
    Case("25000..27000", 25500, 26000, .reproduced), Case("25000..27000", 26000, 30000, .withinBounds),
    Case("25000..27000", 28000, 28000, .differs),
    // Strict bounds leave themselves out.
    Case("<3", 100 * 37 / 1294.0, 100 * 37 / 1294.0, .reproduced),
    Case("<3", 100 * 37 / 852.0, 100 * 37 / 852.0, .differs), Case("<3", 3, 3, .differs),
    Case("<3", 100 * 37 / 1294.0, 100 * 37 / 852.0, .withinBounds), Case("<3", 1, 2, .reproduced),
    Case("<3", 1, 3, .withinBounds), Case("<3", 3, 5, .differs), Case("<=3", 1, 3, .reproduced),
    Case(">50", 50, 50, .differs), Case(">50", 50.1, 50.1, .reproduced), Case(">50", 50, 60, .withinBounds),
    Case(">50", 40, 50, .differs), Case(">=50", 50, 60, .reproduced),
    // "About" reaches a tenth; a third, half a per cent.
    Case("~30", 33, 33, .reproduced), Case("~30", 27, 27, .reproduced), Case("~30", 34, 34, .differs),
    Case("~30", 32, 40, .withinBounds),
    Case("1/3", 1 / 3.0, 1 / 3.0, .reproduced), Case("1/3", 0.338, 0.338, .reproduced),
    Case("1/3", 0.393, 0.393, .differs),
  ]

  @Test("by its own precision and the bounds of what was computed", arguments: cases)
  func status(one: Case) throws {
    let computed = CheckResult.Computed(certain: one.certain, possible: one.possible)
    #expect(Judgement.status(try Amount(one.published), computed, tolerance: one.tolerance) == one.status)
  }

  @Test("by the worst of a list")
  func list() {
    #expect(Judgement.worst([.reproduced, .reproduced]) == .reproduced)
    #expect(Judgement.worst([.reproduced, .withinBounds]) == .withinBounds)
    #expect(Judgement.worst([.withinBounds, .differs, .reproduced]) == .differs)
  }
}
