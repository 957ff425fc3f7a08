import Diplomacy
import Testing

@Suite("Statements that can all be true") struct AgreementTests {
  /// What two statements come to, when they agree: one value, no contradiction.
  private func come(_ property: String, _ left: [String], _ right: [String]) throws -> [String]? {
    func said(_ values: [String], by source: SourceID) throws -> Statement {
      let atoms = try values.map { try Atom($0, for: p(property)) }
      return statement((p(property), Claim(atoms)), source: source)
    }
    let resolution = Resolver().resolve([try said(left, by: "a"), try said(right, by: "b")])
    guard resolution.contradictions.isEmpty else { return nil }
    #expect(resolution[p(property).name][0].statements.count == 2)
    return resolution.texts(of: p(property).name)[0]
  }

  @Test("narrow a date: a year and a day in it come to the day")
  func dates() throws {
    let established = "partnership.established"
    #expect(try come(established, ["1994"], ["1994-05-01"]) == ["1994-05-01"])
    #expect(try come(established, ["1994-05-01"], ["1994"]) == ["1994-05-01"])
    #expect(try come(established, ["199X"], ["[1982..1993]"]) == ["[1990-01-01..1993-12-31]"])
    #expect(try come(established, ["1994"], ["1995-01-01"]) == nil)
    #expect(try come(established, ["[1982..1989]"], ["[1989..]"]) == ["[1989-01-01..1989-12-31]"])
  }

  @Test("narrow an amount: at least 150 and 170 come to 170")
  func amounts() throws {
    #expect(try come("flow.quantity", ["150+"], ["170"]) == ["170"])
    #expect(try come("flow.quantity", ["170"], ["150+"]) == ["170"])
    #expect(try come("flow.quantity", ["~50000"], ["48000"]) == ["48000"])
    #expect(try come("flow.quantity", ["9..12"], ["11..15"]) == ["11..12"])
    #expect(try come("flow.quantity", ["11..15"], ["9..12"]) == ["11..12"])
    #expect(try come("flow.quantity", ["150+"], ["<=200"]) == ["150..200"])
    #expect(try come("flow.quantity", [">150"], ["150"]) == nil)
    #expect(try come("flow.quantity", ["12000"], ["11700"]) == nil)
  }

  @Test("narrow one of several to what both allow")
  func alternatives() throws {
    #expect(try come("observation.area", ["fr", "es"], ["es"]) == ["es"])
    #expect(try come("observation.area", ["it", "es", "fr"], ["fr", "es"]).map(Set.init) == ["es", "fr"])
    #expect(try come("observation.area", ["fr", "es"], ["it"]) == nil)
    #expect(try come("partnership.established", ["1994", "1997"], ["1997-06"]) == ["1997-06"])
  }

  @Test("agree on a text that differs in case and accents only")
  func texts() throws {
    #expect(try come("actor.name", ["Łódź"], ["LODZ"]) == ["Łódź"])
    #expect(try come("actor.name", ["Łódź"], ["Lódz voivodship"]) == nil)
  }

  @Test("must all be true together, not only with the first")
  func jointly() throws {
    let said = try ["9..12", "11..15", "9"].map { statement(try claim("flow.quantity", $0), locator: $0) }
    #expect(Resolver().resolve(said).contradictions.count == 1)
    let pairs = try [["fr", "es"], ["es", "it"], ["it", "fr"]].map { pair in
      statement((p("observation.area"), Claim(try pair.map { try Atom($0, for: p("observation.area")) })))
    }
    let resolution = Resolver().resolve(pairs)
    #expect(resolution.contradictions.count == 1)
    #expect(Set(resolution.texts(of: "area")[0]) == ["es", "fr", "it"])
  }

  @Test("with strict bounds leave the bound itself out")
  func strict() throws {
    let said = try [">50", "<60", "50"].map { statement(try claim("flow.quantity", $0), locator: $0) }
    for order in [said, said.reversed(), [said[2], said[0], said[1]]] {
      #expect(Resolver().resolve(order).contradictions.count == 1)
    }
  }
}
