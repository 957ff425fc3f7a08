import Archive
import Diplomacy
import Foundation
import Testing
import Workbench

@Suite("An entity is shown")
struct ShowingTests {
  private static func show(_ archive: ArchiveStore, _ name: String) throws -> DossierText {
    let entity = try #require(try archive.entity(named: name))
    return DossierText(try #require(try archive.dossier(of: entity)))
  }

  @Test("with its partnerships, events, goods, contradictions and sources")
  func text() throws {
    let text = try Self.show(SmallWorld.archive(), "Liguria").text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "Liguria  [it-1]")
    #expect(lines.contains("Partnerships (3)"))
    #expect(lines.contains("Events (3)"))
    #expect(text.contains("masks: 100"))
    #expect(text.contains("gloves: quantity not known"))
    #expect(text.contains("survey"))
  }

  @Test("as JSON with the same partnerships, and every statement")
  func json() throws {
    let text = try Self.show(SmallWorld.archive(), "it-1").json
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["kind"] as? String == "actor" && object["id"] as? String == "it-1")
    let ties = try #require(object["partnerships"] as? [[String: Any]])
    #expect(Set(ties.compactMap { $0["id"] as? String }) == ["a", "b", "d"])
    let statements = try #require(object["statements"] as? [[String: Any]])
    #expect(
      statements.allSatisfy {
        ($0["source"] as? String) == "survey" && ($0["id"] as? String)?.hasPrefix("s-") == true
      })
    #expect(statements.contains { $0["kind"] as? String == "flow" })
  }

  @Test("with what was withdrawn, marked so")
  func retracted() throws {
    let archive = try SmallWorld.archive()
    let statement = try #require(try archive.log(of: EntityReference(.partnership, "a")).first).statement
    try archive.retract(statement.id, reason: "a misprint", coder: "", at: SmallRecord.moment)
    try SmallRecord.add(
      [try SmallRecord.statement("partnership a", [("party@partner", "it-1"), ("party@cn", "cn-y")])],
      to: archive)
    let text = try Self.show(archive, "a").text
    #expect(text.contains("(retracted: a misprint)"))
    #expect(text.contains("Yan") && !text.split(separator: "\n")[0].contains("Xia"))
  }

  @Test("with its contradictions, the rivals with their statements")
  func contradictions() throws {
    let archive = try SmallWorld.archive()
    let text = try Self.show(archive, "Zhou").text
    #expect(text.contains("identity: within of actor cn-z"))
    #expect(text.contains("cn-x  ← survey, p. 1 [s-"))
    #expect(text.contains("cn-y  ← survey, p. 2 [s-"))
    #expect(try ContradictionText.text(in: archive).contains("\n1 contradictions.\n"))
    let json = try JSONSerialization.jsonObject(with: Data(try ContradictionText.json(in: archive).utf8))
    let all = try #require(json as? [[String: Any]])
    #expect(all.count == 1)
    #expect((all[0]["rivals"] as? [[String: Any]])?.count == 2)
  }
}
