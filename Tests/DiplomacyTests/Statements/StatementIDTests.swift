import Chronology
import Diplomacy
import Testing

@Suite("A statement's identifier") struct StatementIDTests {
  private func made(
    kind: EntityKind = .actor, id: String = "pl-lodz", property: String = "name", value: String = "Łódź",
    side: String? = nil, during: String? = nil, source: SourceID = "a", locator: String = "p. 1",
    rank: Rank = .normal,
    certainty: Certainty = .stated, coder: String = "x", note: String = "n"
  ) throws -> Statement {
    let read = try claim("\(kind.rawValue).\(property)", value, side: side, during: during)
    return Statement(
      entity: EntityReference(kind, id), says: [read.0: [read.1]], source: source, locator: locator,
      rank: rank,
      certainty: certainty, coder: coder, note: note)
  }

  @Test("is the same for the same content")
  func same() throws {
    #expect(try made().id == made().id)
    let (name, alias) = (try claim("actor.name", "Łódź"), try claim("actor.alias", "Lodz"))
    #expect(statement(name, alias).id == statement(alias, name).id)
  }

  @Test("is another when any part is another")
  func different() throws {
    let variants = [
      try made(), try made(kind: .event, property: "title"), try made(id: "pl-łódź"),
      try made(property: "alias"),
      try made(value: "Lodz"), try made(side: "cn"), try made(during: "2019"), try made(source: "b"),
      try made(locator: "p. 2"), try made(rank: .preferred), try made(rank: .deprecated),
      try made(certainty: .inferred), try made(certainty: .ambiguous), try made(coder: "y"),
      try made(note: ""),
      try made(coder: "xn", note: ""), try made(coder: "", note: "xn"),
      try made(source: "ap", locator: ". 1"),
    ]
    #expect(Set(variants.map(\.id)).count == variants.count)
  }

  @Test("is another when text moves from one part to the next with the separator in it")
  func separators() throws {
    let parts = [
      "x", "y\u{1F}", "x\u{1F}y", "", "\u{1F}", "\u{1F}\u{1F}", "\u{10}", "\u{10}\u{1F}", "\u{10}S",
      "\u{10}D",
    ]
    let all = try parts.flatMap { coder in try parts.map { try made(coder: coder, note: $0) } }
    #expect(Set(all.map(\.id)).count == parts.count * parts.count)
  }

  /// Computed with Python's hashlib over the parts joined by U+001F, and Crockford's alphabet.
  @Test("is the start of the digest that another program computes")
  func digest() throws {
    #expect(try made().id == "s-0v429pxjgtsc")
    #expect(
      Statement(entity: EntityReference(.flow, "f"), says: [:], source: "s", locator: "").id
        == "s-4p1pskthh98y")
  }
}
