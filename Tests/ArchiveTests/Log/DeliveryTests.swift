import Diplomacy
import Testing

@testable import Archive

@Suite("A delivery") struct DeliveryTests {
  private let said = [named("pl", "Poland"), say(.actor, "pl-lodz", ["name": "Łódź", "within": "pl"])]
  private let ladder = Ladder(
    id: "l", title: "L", source: "a",
    rungs: [
      .init(name: "low", labels: ["Partnership"]), .init(name: "high", labels: ["Strategic Partnership"]),
    ])

  private func delivery(_ statements: [Statement], ladders: [Ladder] = []) -> Delivery {
    Delivery(batch: Batch(kind: .edit), sources: sources, ladders: ladders, statements: statements)
  }

  @Test("says what it brought, and brings nothing the second time")
  func twice() throws {
    let archive = try ArchiveStore.inMemory()
    let first = try archive.append(delivery(said, ladders: [ladder]), at: moment())
    #expect(first.batch == 1)
    #expect([first.added, first.known, first.retracted, first.sources, first.ladders] == [2, 0, 0, 3, 1])
    let before = try archive.everything()
    let second = try archive.append(delivery(said, ladders: [ladder]), at: moment(9))
    #expect(second.batch == nil)
    #expect(
      [second.added, second.known, second.retracted, second.sources, second.ladders] == [0, 2, 0, 0, 0])
    #expect(second.isEmpty)
    #expect(try archive.everything() == before)
  }

  @Test("that holds a statement twice brings it once")
  func doubled() throws {
    let archive = try ArchiveStore.holding(said + said)
    #expect(try archive.rows("SELECT count(*), count(DISTINCT id) FROM statement") == [["2", "2"]])
  }

  @Test("brings what is new beside what is known")
  func partly() throws {
    let archive = try ArchiveStore.holding(said)
    let receipt = try archive.deliver(said + [named("fr")], at: moment(1))
    #expect([receipt.added, receipt.known] == [1, 2])
    #expect(try archive.rows("SELECT batch FROM statement ORDER BY seq") == [["1"], ["1"], ["2"]])
  }

  @Test("that fails leaves nothing, whatever fails")
  func failing() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(delivery(said, ladders: [ladder]), at: moment())
    let before = try archive.everything()
    func refuses(_ delivery: Delivery, at time: String = moment(5)) throws -> ArchiveError? {
      let error = failure(try archive.append(delivery, at: time))
      #expect(error != nil)
      #expect(try archive.everything() == before)
      #expect(failure(try archive.rehearse(delivery, at: time)) == error)
      return error
    }
    var differs = delivery([named("fr")])
    differs.sources.append(
      Source(id: "a", title: "Work a", issued: nil, csl: #"{"id":"a","title":"Another"}"#))
    #expect(try refuses(differs) == .sourceDiffers(id: "a"))

    for other in [
      Ladder(id: "l", title: "L", source: "a", rungs: ladder.rungs.reversed()),
      Ladder(id: "l", title: "Another", source: "a", rungs: ladder.rungs),
      Ladder(id: "l", title: "L", source: "b", rungs: ladder.rungs),
      Ladder(id: "l", title: "L", source: "a", rungs: ladder.rungs + [.init(name: "top", labels: [])]),
      Ladder(
        id: "l", title: "L", source: "a", rungs: [.init(name: "x", labels: ["Partnership"]), ladder.rungs[1]]),
    ] {
      #expect(try refuses(delivery([named("fr")], ladders: [other])) == .ladderDiffers(id: "l"))
    }
    #expect(
      try refuses(delivery([named("fr"), say(.actor, "de", ["name": "Germany"], by: "nobody")]))
        == .unknownSource(id: "nobody"))
    #expect(
      try refuses(delivery([], ladders: [Ladder(id: "m", title: "M", source: "nobody", rungs: [])]))
        == .unknownSource(id: "nobody"))
    _ = try refuses(delivery([named("fr")]), at: "yesterday")
    _ = try refuses(delivery([named("fr"), named("", "nobody")]))
  }

  @Test("rehearsed tells what it would bring and changes nothing")
  func rehearsal() throws {
    let archive = try ArchiveStore.holding(said)
    let before = try archive.everything()
    let receipt = try archive.rehearse(delivery(said + [named("fr")], ladders: [ladder]), at: moment(1))
    #expect([receipt.added, receipt.known, receipt.ladders] == [1, 2, 1])
    #expect(try archive.everything() == before)
    #expect(try archive.append(delivery(said + [named("fr")], ladders: [ladder]), at: moment(1)) == receipt)
  }

  @Test("keeps whatever text its statements hold")
  func hostile() throws {
    let texts = [
      "'; DROP TABLE actor; --", "\"", "\\", "\n", "\u{1}", "\u{2028}", "\u{FEFF}x", "👩‍👩‍👧‍👦", "\u{202E}x", "%",
      "NULL",
    ]
    let said = texts.enumerated().map { index, text in
      Statement(
        entity: EntityReference(.actor, "x\(index)\(text)"), says: [p("name"): [Claim([.text(text)])]],
        source: "a",
        locator: text, coder: text, note: text)
    }
    let archive = try ArchiveStore.holding(said)
    #expect(try archive.log().map(\.statement) == said)
    #expect(try Set(archive.rows("SELECT name FROM actor").map { $0[0] }) == Set(texts))
    #expect(try archive.check() == [])
  }

  /// SQLite's texts end at U+0000 for most who read them.
  @Test("with U+0000 in a text comes in whole or not at all")
  func zero() throws {
    let archive = try ArchiveStore.inMemory()
    let said = Statement(
      entity: EntityReference(.actor, "x"), says: [p("name"): [Claim([.text("a\u{0}b")])]], source: "a",
      locator: "p.\u{0}1", note: "n\u{0}n")
    _ = try? archive.deliver([said])
    #expect(try archive.check() == [])
    #expect(try archive.log().allSatisfy { $0.statement == said })
  }

  @Test("keeps entities apart whose identifiers only look alike")
  func normalisation() throws {
    let archive = try ArchiveStore.holding(named("caf\u{E9}"), named("cafe\u{301}"))
    #expect(try archive.rows("SELECT count(*) FROM actor") == [["2"]])
    #expect(try archive.check() == [])
  }

  private func p(_ name: String) -> Property {
    Property.named(name, of: .actor) ?? Property.all[0]
  }

  @Test("whose source has no date where one should stand, or whose ladder no rungs, is damaged")
  func damagedWorks() throws {
    for damage in ["source_entry SET issued = 'soon'", "ladder_entry SET rungs = '{}'"] {
      let archive = try ArchiveStore.inMemory()
      try archive.append(delivery([], ladders: [ladder]), at: moment())
      #expect(try archive.delivery(of: 1).sources == sources && archive.delivery(of: 1).ladders == [ladder])
      try archive.force("DROP TRIGGER \(damage.prefix { $0 != " " })_refuses_update")
      try archive.force("UPDATE \(damage)")
      guard case .storage(_, let reason)? = failure(try archive.delivery(of: 1)) else {
        Issue.record("\(damage) goes unseen")
        continue
      }
      #expect(reason.contains("damaged"))
    }
  }
}
