import Archive
import Diplomacy
import TestSupport
import Testing
import Workbench

/// The dossier of everything is the oracle; China has 28 state partnerships and dozens of events on record.
@Suite("An actor with many partnerships")
struct DossierWindowTests {
  private static let china = EntityReference(.actor, "cn")

  private static func dossier(from first: Int = 0, atMost most: Int? = nil) throws -> Dossier {
    try #require(try Bundled.archive().dossier(of: china, from: first, atMost: most))
  }

  @Test("is gathered by the page: every partnership once, in order, with the number of all")
  func pages() throws {
    let whole = try Self.dossier()
    #expect(whole.tieCount == whole.ties.count && whole.ties.count == 28)
    let pages = try stride(from: 0, through: 30, by: 10).map { try Self.dossier(from: $0, atMost: 10) }
    #expect(pages.flatMap(\.ties) == whole.ties)
    #expect(pages.map(\.ties.count) == [10, 10, 8, 0])
    #expect(pages.allSatisfy { $0.tieCount == 28 })
  }

  @Test("has its latest events, and statements and contradictions of what is gathered alone")
  func parts() throws {
    let (whole, some) = (try Self.dossier(), try Self.dossier(atMost: 3))
    #expect(some.happenings == whole.happenings.suffix(3))
    #expect(some.happeningCount == whole.happenings.count && whole.happeningCount == whole.happenings.count)
    let entities = Set(some.statements.map(\.statement.entity))
    #expect(entities.isStrictSubset(of: Set(whole.statements.map(\.statement.entity))))
    let kept = whole.statements.filter { entities.contains($0.statement.entity) }
    #expect(Set(some.statements.map(\.statement.id)) == Set(kept.map(\.statement.id)))
    let partnerships = entities.filter { $0.kind == .partnership }.map(\.id)
    #expect(Set(partnerships) == Set(some.ties.map(\.id)))
    #expect(
      Set(some.contradictions.map(\.id))
        == Set(whole.contradictions.filter { entities.contains($0.entity) }.map(\.id)))
  }

  @Test("is printed with what is left out, and how to have it")
  func text() throws {
    let lines = DossierText(try Self.dossier(atMost: 3)).text.split(separator: "\n")
    #expect(lines.contains("Partnerships (28, of which the earliest 3; --all prints every one)"))
    #expect(lines.contains { $0.hasPrefix("Events (") && $0.contains("of which the latest 3") })
    #expect(DossierText(try Self.dossier()).text.contains("\nPartnerships (28)\n"))
  }
}
