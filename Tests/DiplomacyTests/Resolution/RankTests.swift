import Diplomacy
import Testing

@Suite("A statement's rank") struct RankTests {
  private func quantities(_ said: (String, Rank)...) throws -> Resolution {
    Resolver().resolve(
      try said.map { statement(try claim("flow.quantity", $0.0), rank: $0.1, locator: $0.0) })
  }

  @Test("lets preferred statements beat normal ones without contradiction")
  func preferred() throws {
    let resolution = try quantities(("12000", .normal), ("11700", .preferred))
    #expect(resolution.texts(of: "quantity") == [["11700"]])
    #expect(resolution.contradictions.isEmpty)
  }

  @Test("leaves preferred statements free to contradict each other")
  func rivals() throws {
    let resolution = try quantities(("1", .normal), ("12000", .preferred), ("11700", .preferred))
    #expect(resolution.texts(of: "quantity") == [["12000", "11700"]])
    #expect(resolution.contradictions.map(\.rivals.count) == [2])
  }

  @Test("keeps deprecated statements unheard, even alone")
  func deprecated() throws {
    #expect(try quantities(("12000", .deprecated)).texts(of: "quantity").isEmpty)
    let resolution = try quantities(("12000", .deprecated), ("11700", .normal))
    #expect(resolution.texts(of: "quantity") == [["11700"]])
    #expect(resolution.contradictions.isEmpty)
  }

  @Test("counts only among statements on the same thing: another side is still heard")
  func sides() throws {
    let said = [
      statement(try claim("partnership.party", "fr-a", side: "partner")),
      statement(try claim("partnership.party", "cn-a", side: "cn")),
      statement(try claim("partnership.party", "cn-b", side: "cn"), rank: .preferred),
    ]
    #expect(Set(Resolver().resolve(said).texts(of: "party")) == [["fr-a"], ["cn-b"]])
  }

  @Test("counts only among statements on the same thing: a collected value is still heard")
  func many() throws {
    let said = [
      statement(try claim("actor.alias", "Lodz")),
      statement(try claim("actor.alias", "Litzmannstadt"), rank: .preferred),
    ]
    #expect(Set(Resolver().resolve(said).texts(of: "alias")) == [["Lodz"], ["Litzmannstadt"]])
  }

  @Test("counts only among statements for the same time")
  func times() throws {
    let said = [
      statement(try claim("actor.within", "a", during: "1990/1999")),
      statement(try claim("actor.within", "b", during: "2000/2009"), rank: .preferred),
    ]
    #expect(Set(Resolver().resolve(said).texts(of: "within")) == [["a"], ["b"]])
    #expect(Resolver(validOn: "1995-01-01").resolve(said).texts(of: "within") == [["a"]])
  }
}
