import Diplomacy
import Testing

@Suite("Several parties of one side")
struct SeatTests {
  private func tie(_ partners: [String], source: SourceID = "a") throws -> Statement {
    let claims = try partners.map { try claim("partnership.party", $0, side: "partner").1 }
    return Statement(
      entity: EntityReference(.partnership, "tri"), says: [p("partnership.party"): claims], source: source,
      locator: "p. 1")
  }

  @Test("in one statement are all parties, and contradict nothing")
  func together() throws {
    let resolution = Resolver().resolve([try tie(["de-hamburg", "fr-paris"])])
    #expect(resolution.texts(of: "party") == [["de-hamburg"], ["fr-paris"]])
    #expect(resolution.contradictions.isEmpty)
    #expect(Partnership(resolution).parties.map(\.actor.isCertain) == [true, true])
  }

  @Test("are compared place by place between statements")
  func apart() throws {
    let resolution = Resolver().resolve([
      try tie(["de-hamburg", "fr-paris"]), try tie(["de-hamburg", "fr-lyon"], source: "b"),
    ])
    #expect(resolution.texts(of: "party") == [["de-hamburg"], ["fr-paris", "fr-lyon"]])
    #expect(resolution.contradictions.map(\.type) == [.identity])
  }
}
