import Archive
import Diplomacy
import TestSupport
import Testing
import Workbench

@Suite("What is on record")
struct ShowTests {
  @Test(
    "of Łódź is shown by either spelling, with both counts of the masks",
    arguments: ["Lodz", "Łódź", "łódź", "pl-lodz"])
  func lodz(name: String) throws {
    let text = try Self.show(name)
    #expect(text == (try Self.show("pl-lodz")))
    #expect(text.contains("masks: 12000 or 11700 pieces"))
    #expect(text.contains("Łódź – Chengdu  [pl-lodz+cn-chengdu]"))
    #expect(text.contains("Reality check section, L193"))
    #expect(text.contains("Contradictions"))
  }

  /// Boni 2023, L416-426: sister regions since 2015; 200,000 masks in March 2020.
  @Test("of Emilia-Romagna is its agreement of 2015, what that stands under, and the masks of 2020")
  func emiliaRomagna() throws {
    let dossier = try #require(try Self.dossier("it-emilia-romagna"))
    let tie = try #require(dossier.ties.first { $0.id == "it-emilia-romagna+cn-guangdong" })
    let facts = Dictionary(tie.facts.map { ($0.label, $0.value) }) { first, _ in first }
    #expect(facts["established"] == "2015")
    #expect(facts["formal agreement"] == "yes")
    #expect(facts["stands under"] == "Italy – China [it+cn]")
    #expect(facts["under it"]?.contains("Ferrara") == true)
    let masks = try #require(dossier.happenings.first { $0.type == "donation" })
    #expect(masks.date.hasPrefix("2020-03"))
    #expect(masks.flows.map(\.description) == ["masks: 200000 pieces, donated"])
    #expect(masks.participants.map(\.description).contains("Guangdong (donor)"))
    #expect(
      Set(dossier.statements.map(\.statement.source.text)).isSuperset(of: ["boni-2023", "kaminski-2019"]))
  }

  @Test("is found without regard to case and accents", arguments: ["lodz", "ŁÓDŹ", "Łodź"])
  func folded(text: String) throws {
    let first = try #require(try Bundled.archive().find(text).first)
    #expect(first.id == "pl-lodz")
    #expect(first.kind == "actor")
  }

  @Test(
    "is found by a part of a Chinese name",
    arguments: [("新华", "cn-xinhua"), ("广东", "cn-guangdong"), ("华人民共", "cn"), ("壮族", "cn-guangxi")])
  func chinese(text: String, actor: String) throws {
    #expect(try Bundled.archive().find(text).contains { $0.kind == "actor" && $0.id == actor })
  }

  @Test("is not found where nothing is called so", arguments: ["Atlantis", "龘龘", "\"", "*", "NEAR("])
  func nothing(text: String) throws {
    #expect(try Bundled.archive().find(text) == [])
  }

  private static func dossier(_ name: String) throws -> Dossier? {
    let archive = try Bundled.archive()
    return try archive.entity(named: name).flatMap { try archive.dossier(of: $0) }
  }

  private static func show(_ name: String) throws -> String {
    DossierText(try #require(try dossier(name))).text
  }
}
