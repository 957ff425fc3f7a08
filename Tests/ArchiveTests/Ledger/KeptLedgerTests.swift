import Diplomacy
import GRDB
import TestSupport
import Testing

@testable import Archive

@Suite("The ledger kept in the file") struct KeptLedgerTests {
  /// Packed partnerships, so that a ledger is kept.
  private static func sheaf(_ count: Int) throws -> Sheaf {
    Sheaf(
      (0..<count).map {
        say(
          .partnership, "p\($0)",
          ["party": "a\($0 % 3) @one", "party": "b\($0 % 2) @two", "established": "\(1980 + $0)"])
      }, kind: .partnership)
  }

  private static func read(_ archive: ArchiveStore) throws -> Ledger {
    try archive.database.read { try LedgerReader($0).read() }
  }

  @Test("follows every edit, retraction and undo, in the process that made it and in another")
  func follows() throws {
    try withFolder { folder in
      let archive = try ArchiveStore.create(at: folder + "/x.entente")
      try archive.append(
        Delivery(batch: Batch(kind: .import), sources: sources, sheaves: [Self.sheaf(30)]), at: moment())
      func expectTrue(_ what: String, _ count: Int) throws {
        let (kept, fresh) = (try archive.ledger(), try Self.read(archive))
        #expect(kept.isSame(as: fresh), "\(what)")
        #expect(kept.count == count, "\(what)")
        let other = try ArchiveStore.openForReading(at: folder + "/x.entente")
        #expect(try other.ledger().isSame(as: fresh), "\(what), elsewhere")
      }
      try expectTrue("the import", 30)
      #expect(try archive.rows("SELECT count(*) FROM ledger") == [["1"]])
      try archive.deliver([say(.partnership, "p7", ["established": "1950"])], at: moment(1))
      try expectTrue("another date", 30)
      let receipt = try archive.deliver(
        [say(.partnership, "q", ["party": "a1 @one"]), named("a9"), say(.actor, "a1", ["within": "a9"])],
        at: moment(2))
      try expectTrue("a new partnership, and an actor that lies elsewhere", 31)
      _ = try archive.retract(receipt.statements[0].id, reason: "test", coder: "kim", at: moment(3))
      try expectTrue("a retraction", 30)
      _ = try archive.undo(try #require(receipt.batch), reason: "test", coder: "kim", at: moment(4))
      try expectTrue("an undo", 30)
      _ = try archive.undo(1, reason: "test", coder: "kim", at: moment(5))
      try expectTrue("the undo of the import", 1)
    }
  }

  @Test("is told by a check when it says other than the rows")
  func stale() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(
      Delivery(batch: Batch(kind: .import), sources: sources, sheaves: [Self.sheaf(9)]), at: moment())
    #expect(try archive.check().filter { $0.rule == "stale-snapshot" } == [])
    try archive.force("UPDATE partnership_row SET agreement = 1 WHERE id = 'p3'")
    #expect(
      try archive.check().map(\.message).contains("the packed ledger differs from the partnerships on record")
    )
  }

  @Test("is left aside when its bytes are damaged: the rows say the same")
  func damaged() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(
      Delivery(batch: Batch(kind: .import), sources: sources, sheaves: [Self.sheaf(9)]), at: moment())
    try archive.force("UPDATE ledger SET content = x'00'")
    #expect(try archive.ledger().isSame(as: try Self.read(archive)))
    #expect(try archive.ledger().count == 9)
  }
}
