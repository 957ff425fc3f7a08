import Diplomacy
import Testing

@testable import Archive

@Suite("A retraction") struct RetractionTests {
  private let wrong = say(.actor, "pl-lodz", ["name": "Lodge", "alias": "Lodsch"], by: "b")
  private let right = named("pl-lodz", "Łódź")

  @Test("takes a statement out of the snapshot and leaves it in the log")
  func retracts() throws {
    let archive = try ArchiveStore.holding(right, wrong)
    #expect(try archive.contradictions().map(\.entity.id) == ["pl-lodz"])
    try archive.retract(wrong.id, reason: "misread", coder: "x", at: moment(1))
    #expect(try archive.rows("SELECT name FROM actor") == [["Łódź"]])
    #expect(try archive.rows("SELECT text FROM name") == [["Łódź"]])
    #expect(try archive.contradictions() == [])
    #expect(try archive.log().map(\.statement.id) == [right.id, wrong.id])
    #expect(try archive.log().map(\.retraction) == [nil, "misread"])
    #expect(try archive.check() == [])
  }

  @Test("of an entity's only statement takes the entity with it")
  func last() throws {
    let archive = try ArchiveStore.holding(right)
    try archive.retract(right.id, reason: "misread", coder: "x", at: moment(1))
    for table in ["actor", "name", "nesting", "search"] {
      #expect(
        try archive.rows("SELECT * FROM \(table) WHERE \(table == "search" ? "kind = 'actor'" : "1")") == [])
    }
  }

  @Test("is not of an unknown statement, nor a second time, nor without a reason")
  func refused() throws {
    let archive = try ArchiveStore.holding(right, wrong)
    try archive.retract(wrong.id, reason: "misread", coder: "x", at: moment(1))
    let before = try archive.everything()
    #expect(
      failure(try archive.retract("s-none", reason: "r", coder: "x", at: moment(2)))
        == .unknownStatement("s-none"))
    #expect(
      failure(try archive.retract(wrong.id, reason: "r", coder: "x", at: moment(2)))
        == .alreadyRetracted(wrong.id.text))
    #expect(failure(try archive.retract(right.id, reason: "", coder: "x", at: moment(2))) != nil)
    #expect(try archive.everything() == before)
  }

  @Test("is not undone by delivering the statement again")
  func again() throws {
    let archive = try ArchiveStore.holding(right, wrong)
    try archive.retract(wrong.id, reason: "misread", coder: "x", at: moment(1))
    let receipt = try archive.deliver([right, wrong], at: moment(2))
    #expect([receipt.added, receipt.known, receipt.retracted] == [0, 2, 1])
    #expect(try archive.rows("SELECT name FROM actor") == [["Łódź"]])
  }
}
