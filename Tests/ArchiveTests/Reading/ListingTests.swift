import Diplomacy
import Testing

@testable import Archive

/// Two statements in rows, five packed, one of them retracted and one deprecated, and another in a row.
@Suite("Every statement on record") struct ListingTests {
  private static let tie = say(.partnership, "p", ["party": "cn"], by: "b")
  private static let packed = [
    say(.actor, "it", ["name": "Italy"]), say(.actor, "fr", ["name": "France"]),
    say(.actor, "cn", ["kind": "state"]), say(.actor, "cn", ["kind": "state"], by: "b"),
    say(.actor, "xx", ["name": "Nowhere"], rank: .deprecated),
  ]

  private static func archive() throws -> ArchiveStore {
    let archive = try ArchiveStore.holding(named("cn", "China"), tie)
    var delivery = Delivery(batch: Batch(kind: .import, file: "t.csv"))
    delivery.sheaves = [Sheaf(packed, kind: .actor)]
    try archive.append(delivery, at: moment(1))
    try archive.retract(packed[1].id, reason: "wrong", coder: "", at: moment(2))
    try archive.deliver([named("de", "Germany")], at: moment(3))
    return archive
  }

  @Test("is listed in the order in which it was recorded, in a row of its own or packed")
  func order() throws {
    let archive = try Self.archive()
    let own = try archive.log().map(\.statement.entity.id)
    #expect(own == ["cn", "p", "fr", "cn", "cn", "xx", "de"], "Italy has no row")
    var listed: [(id: String, batch: Int64, at: String, retraction: String?)] = []
    try archive.eachLogged {
      listed.append(($0.statement.entity.id, $0.batch, $0.recordedAt, $0.retraction))
    }
    #expect(listed.map(\.id) == ["cn", "p", "it", "fr", "cn", "cn", "xx", "de"])
    #expect(listed.map(\.batch) == [1, 1, 2, 2, 2, 2, 2, 4])
    #expect(listed.map(\.at) == [0, 0, 1, 1, 1, 1, 1, 3].map(moment))
    #expect(listed.map { $0.retraction ?? "" } == ["", "", "", "wrong", "", "", "", ""])
  }

  @Test("counts for its source, unless it is retracted or deprecated")
  func shares() throws {
    let archive = try Self.archive()
    let counted = try archive.sourceShares().rows.map { $0.map(\.text) }
    // Of a: China's name and kind, Italy, Germany. Of b: the partnership and China's kind.
    #expect(
      counted == [
        ["a", "2018", "Work a", "4", "3"], ["b", "2019", "Work b", "2", "2"],
        ["c", "2020", "Work c", "0", "0"],
      ])
    try archive.undo(2, reason: "wrong", coder: "", at: moment(4))
    #expect(try archive.sourceShares().rows.map { $0[3].text } == ["2", "1", "0"])
  }

  @Test("is found to cite a source that is gone, packed or not")
  func dangling() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(Delivery(batch: Batch(kind: .import, file: "s.json"), sources: sources), at: moment())
    var delivery = Delivery(batch: Batch(kind: .import, file: "t.csv"), statements: [named("cn", "China")])
    delivery.sheaves = [Sheaf(Self.packed.suffix(1) + Self.packed.prefix(1), kind: .actor)]
    try archive.append(delivery, at: moment(1))
    #expect(try archive.check() == [])
    try archive.undo(1, reason: "wrong", coder: "", at: moment(2))
    let found = try archive.check().filter { $0.rule == "dangling-source" }
    #expect(Set(found.map(\.entity)) == [named("cn", "China").id.text, Self.packed[0].id.text])
    #expect(Set(found.map { $0.message.hasSuffix("cites source a, which is not recorded") }) == [true])
  }
}
