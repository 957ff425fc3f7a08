import Diplomacy
import Testing

@testable import Archive

@Suite("A supposition")
struct TrialTests {
  private static func archive() throws -> ArchiveStore {
    try ArchiveStore.holding(
      say(.flow, "f", ["quantity": "12000", "unit": "pieces"]),
      say(.flow, "f", ["quantity": "11700"], by: "b"),
      say(.actor, "cn-suzhou", ["name": "Suzhou", "within": "cn-jiangsu"]),
      say(.actor, "cn-suzhou", ["within": "cn-zhejiang"], by: "b"), named("cn-jiangsu"), named("cn-zhejiang"))
  }

  private static func quantity(_ archive: ArchiveStore) throws -> [String] {
    try archive.rows("SELECT quantity FROM flow").map { $0[0] }
  }

  private static func everything(_ archive: ArchiveStore) throws -> [[[String]]] {
    try [
      "actor", "nesting", "flow", "contradiction", "contradiction_value", "statement", "retraction", "lens",
    ]
    .map { try archive.rows("SELECT * FROM \($0) ORDER BY 1, 2") }
  }

  @Test("is seen while it holds, and leaves nothing behind")
  func takenBack() throws {
    let archive = try Self.archive()
    let trial = try Trial(of: archive)
    let before = try Self.everything(trial.archive)
    let masks = try #require(try archive.contradictions().first { $0.entity.kind == .flow })
    let suzhou = try #require(try archive.contradictions().first { $0.entity.kind == .actor })
    #expect(masks.rivals.map(\.value) == ["12000", "11700"])
    func quantity(_ supposition: Supposition) throws -> [String] {
      try trial.suppose(supposition) { _ in try Self.quantity(trial.archive) }
    }
    #expect(try quantity(.settled([Settlement(masks, rival: 1)])) == ["11700"])
    #expect(try quantity(.settled([Settlement(masks, rival: 0), Settlement(suzhou, rival: 1)])) == ["12000"])
    #expect(try quantity(.policy(.latestSource)) == ["11700"])
    #expect(try quantity(.unknown([masks])) == [""])
    let places = try trial.suppose(.settled([Settlement(suzhou, rival: 1)])) { _ in
      try trial.archive.rows("SELECT ancestor, certain FROM nesting WHERE actor = 'cn-suzhou' AND depth = 1")
    }
    #expect(places == [["cn-zhejiang", "1"]])
    #expect(try Self.everything(trial.archive) == before)
    #expect(try Self.everything(archive) == before)
  }

  @Test("withdraws the statements of the side that falls, packed or not", arguments: [false, true])
  func withdrawn(_ isPacked: Bool) throws {
    let fallen = say(.partnership, "p", ["kind": "twinning"])
    var delivery = Delivery(batch: Batch(kind: .edit), sources: sources)
    if isPacked {
      delivery.sheaves = [Sheaf([fallen], kind: .partnership)]
    } else {
      delivery.statements = [fallen]
    }
    let archive = try ArchiveStore.inMemory()
    try archive.append(delivery, at: moment())
    #expect(try archive.log().isEmpty == isPacked)
    let contradiction = Contradiction(
      entity: fallen.entity, property: "active", type: .activity, rule: .activity,
      rivals: [
        Contradiction.Rival(value: "inactive", statements: [fallen.id]),
        Contradiction.Rival(value: "e", statements: []),
      ])
    let trial = try Trial(of: archive)
    let seen = try trial.suppose(.settled([Settlement(contradiction, rival: 1)])) { _ in
      try trial.archive.rows("SELECT id FROM partnership_row")
    }
    #expect(seen == [])
    #expect(try trial.archive.rows("SELECT id FROM partnership_row") == [["p"]])
    #expect(try trial.archive.log().isEmpty == isPacked)
  }

  @Test("tells which queries it can have changed")
  func change() throws {
    let trial = try Trial(of: Self.archive())
    let masks = try #require(try trial.archive.contradictions().first { $0.entity.kind == .flow })
    let touched = try trial.suppose(.settled([Settlement(masks, rival: 1)])) { change in
      try ["SELECT sum(quantity_highest) FROM flow", "SELECT unit FROM flow", "SELECT name FROM actor"].map {
        try trial.archive.reads($0, anyOf: change)
      }
    }
    #expect(touched == [true, false, false])
  }

  @Test("that fails leaves nothing behind, either")
  func failure() throws {
    struct Failed: Error {}
    let trial = try Trial(of: Self.archive())
    let before = try Self.everything(trial.archive)
    #expect(throws: Failed.self) {
      try trial.suppose(.policy(.lowest)) { _ in throw Failed() }
    }
    #expect(try Self.everything(trial.archive) == before)
  }
}
