import Archive
import Diplomacy
import TestSupport
import Testing

@Suite("Contradictions of the bundled evidence")
struct ContradictionTests {
  @Test("are all found, with who says what", arguments: contested)
  func found(item: Contested) throws {
    let archive = try Bundled.archive()
    let found = try archive.contradictions().filter(item.isFound)
    let contradiction = try #require(found.first)
    #expect(found.count == 1)
    #expect(contradiction.rivals.count >= 2)
    #expect(Set(contradiction.rivals.map(\.value)).count == contradiction.rivals.count)
    for rival in contradiction.rivals {
      // A count of what is recorded rests on statements, too, unless it is zero.
      #expect(!rival.statements.isEmpty || item.rule == .census, "\(rival.value)")
      let statements = try archive.log(ids: rival.statements)
      #expect(statements.count == rival.statements.count)
      #expect(statements.allSatisfy { !$0.statement.source.text.isEmpty && !$0.statement.locator.isEmpty })
    }
  }

  @Test("are none but those listed")
  func noOthers() throws {
    let others = try Bundled.archive().contradictions().filter { found in
      !contested.contains { $0.isFound(in: found) }
    }
    #expect(others.map(\.id) == [])
  }

  @Test("go when the statements on one side are withdrawn")
  func withdrawn() throws {
    let archive = try Bundled.copy()
    let masks = try #require(
      contested.first { $0.entity == "flow ev-083/masks" })
    let contradiction = try #require(try archive.contradictions().first(where: masks.isFound))
    let eleven = try #require(contradiction.rivals.first { $0.value == "11700" })
    for statement in eleven.statements {
      try archive.retract(statement, reason: "a test", coder: "", at: "2026-02-01T12:00:00.000Z")
    }
    #expect(try !archive.contradictions().contains(where: masks.isFound))
    #expect(
      try archive.query("SELECT quantity FROM flow WHERE id = 'ev-083/masks'").rows[0][0].text == "12000")
  }
}
