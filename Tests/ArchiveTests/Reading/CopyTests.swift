import Chronology
import Diplomacy
import Testing

@testable import Archive

@Suite("A copy through a lens") struct CopyTests {
  private let early = say(.flow, "f", ["quantity": "12000"], by: "a")
  private let late = say(.flow, "f", ["quantity": "11700"], by: "c")

  private func archive() throws -> ArchiveStore {
    let archive = try ArchiveStore.inMemory()
    try archive.deliver([early], at: moment(10))
    try archive.deliver([late], at: moment(20))
    try archive.retract(early.id, reason: "misread", coder: "", at: moment(30))
    return archive
  }

  private func quantity(knownAt: String?, _ policy: Policy = .undecided) throws -> [[String]] {
    try archive().copy(through: Lens(policy: policy, knownAt: knownAt)).rows("SELECT quantity FROM flow")
  }

  @Test("shows what was known at a moment, before a later batch and before a retraction")
  func knownAt() throws {
    #expect(try quantity(knownAt: moment(9)) == [])
    #expect(try quantity(knownAt: moment(10)) == [["12000"]])
    #expect(try quantity(knownAt: moment(19)) == [["12000"]])
    #expect(try quantity(knownAt: moment(20)) == [["12000 or 11700"]])
    #expect(try quantity(knownAt: moment(29)) == [["12000 or 11700"]])
    #expect(try quantity(knownAt: moment(30)) == [["11700"]])
    #expect(try quantity(knownAt: nil) == [["11700"]])
  }

  @Test("follows the policy")
  func policy() throws {
    #expect(try quantity(knownAt: moment(25), .lowest) == [["11700"]])
    #expect(try quantity(knownAt: moment(25), .highest) == [["12000"]])
    #expect(try quantity(knownAt: moment(25), .earliestSource) == [["12000"]])
    #expect(try quantity(knownAt: moment(25), .latestSource) == [["11700"]])
    #expect(try quantity(knownAt: moment(25), .sourcesFirst(["c", "a"])) == [["11700"]])
  }

  @Test("shows who lies where on a day")
  func validOn() throws {
    let archive = try ArchiveStore.holding(
      named("x"), named("y"),
      say(.actor, "z", ["name": "Z", "within": "x ^1990/1999", "within": "y ^2000/.."]))
    func ancestors(_ day: String) throws -> [[String]] {
      try archive.copy(through: Lens(validOn: Day(day))).rows(
        "SELECT ancestor FROM nesting WHERE actor = 'z' AND depth = 1 ORDER BY 1")
    }
    #expect(try ancestors("1995-01-01") == [["x"]])
    #expect(try ancestors("2005-01-01") == [["y"]])
    #expect(
      try archive.rows("SELECT ancestor FROM nesting WHERE actor = 'z' AND depth = 1 ORDER BY 1") == [
        ["x"], ["y"],
      ])
  }

  @Test("leaves the archive as it was")
  func untouched() throws {
    let archive = try archive()
    let before = try archive.everything()
    _ = try archive.copy(through: Lens(policy: .lowest, knownAt: moment(10)))
    #expect(try archive.everything() == before)
    #expect(try archive.copy().everything() == before)
  }
}
