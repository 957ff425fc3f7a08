import Diplomacy
import Testing

@Suite("An identifier") struct IdentifierTests {
  @Test("is compared byte by byte, as the archive does")
  func bytes() {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    #expect(composed == decomposed)
    #expect(ActorID(composed) != ActorID(decomposed))
    #expect(Set([ActorID(composed), ActorID(decomposed)]).count == 2)
    #expect(Set([EntityReference(.actor, composed), EntityReference(.actor, decomposed)]).count == 2)
    #expect(ActorID(decomposed) < ActorID(composed))
    #expect(EntityReference(.actor, "z") < EntityReference(.event, "a"))
  }
}
