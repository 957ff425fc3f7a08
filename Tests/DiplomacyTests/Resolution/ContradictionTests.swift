import Diplomacy
import Testing

@Suite("Statements that cannot all be true") struct ContradictionTests {
  /// Two values that exclude each other, of the property's type.
  private func rivals(_ property: Property) -> (String, String) {
    switch property.type {
    case .term(let words): (words[0], words[1])
    case .date: ("1994", "1995")
    case .amount: ("12000", "11700")
    case .boolean: ("yes", "no")
    case .text, .reference, .source: ("x", "y")
    }
  }

  @Test("contradict each other where the property is single, by its type, and collect where it is many")
  func everyProperty() throws {
    for property in Property.all {
      let (one, other) = rivals(property)
      let said = try [(one, "a"), (other, "b")].map { value, source in
        statement((property, Claim([try Atom(value, for: property)])), source: SourceID(source))
      }
      let resolution = Resolver().resolve(said)
      if property.isSingle {
        #expect(resolution.texts(of: property.name) == [[one, other]], "\(property)")
        let contradiction = try #require(resolution.contradictions.first)
        #expect(contradiction.type == property.contradiction)
        #expect(contradiction.rule == .statements)
        #expect(contradiction.property == property.name)
        #expect(contradiction.rivals.map(\.value) == [one, other])
        #expect(contradiction.rivals.map(\.statements) == [[said[0].id], [said[1].id]])
      } else {
        #expect(resolution.texts(of: property.name) == [[one], [other]], "\(property)")
        #expect(resolution.contradictions.isEmpty)
      }
    }
  }

  @Test("contradict each other for one side, where the property is many")
  func sides() throws {
    let said = [
      statement(try claim("partnership.party", "fr-a", side: "partner"), source: "a"),
      statement(try claim("partnership.party", "cn-a", side: "cn"), source: "a"),
      statement(try claim("partnership.party", "cn-b", side: "cn"), source: "b"),
    ]
    let resolution = Resolver().resolve(said)
    #expect(resolution.texts(of: "party") == [["fr-a"], ["cn-a", "cn-b"]])
    #expect(resolution.contradictions.map(\.side) == ["cn"])
    #expect(resolution.contradictions.map(\.type) == [.identity])
    #expect(resolution.contradictions[0].id == "partnership x party@cn")
  }

  @Test("of different times do not contradict each other")
  func during() throws {
    let said = [
      statement(try claim("partnership.active", "yes", during: "2017"), source: "a"),
      statement(try claim("partnership.active", "no", during: "2019"), source: "b"),
      statement(try claim("partnership.active", "no", during: "2017"), source: "c"),
    ]
    let resolution = Resolver().resolve(said)
    #expect(resolution.texts(of: "active") == [["yes", "no"], ["no"]])
    #expect(resolution.contradictions.map(\.type) == [.activity])
    #expect(resolution["active"].map { $0.claim.during?.text } == ["2017", "2019"])
  }

  @Test("in different roles do not contradict each other")
  func roles() throws {
    let said = [
      statement(try claim("event.participant", "fr", role: .host)),
      statement(try claim("event.participant", "fr", role: .speaker)),
    ]
    #expect(Resolver().resolve(said).texts(of: "participant") == [["fr"], ["fr"]])
  }

  @Test("that name the same alternatives in another order are one thing said twice")
  func alternativesInAnyOrder() throws {
    let said = [
      statement(try claim("event.participant", "fr", "es"), source: "a"),
      statement(try claim("event.participant", "es", "fr"), source: "b"),
    ]
    #expect(Resolver().resolve(said).texts(of: "participant").map(Set.init) == [["es", "fr"]])
  }
}
