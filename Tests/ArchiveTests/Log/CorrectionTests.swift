import Diplomacy
import Testing

@testable import Archive

@Suite("A correction") struct CorrectionTests {
  private let wrong = say(.flow, "f", ["quantity": "12000"])
  private let right = say(.flow, "f", ["quantity": "11700"])

  private func correction(_ old: Statement, _ new: Statement, _ reason: String = "misread") -> Delivery {
    Delivery(
      batch: Batch(kind: .edit, coder: "kim", reason: reason), statements: [new], retracting: [old.id])
  }

  private func snapshot(_ archive: ArchiveStore) throws -> [[String]] {
    try ArchiveStore.snapshotTables.map { try archive.contents(of: $0) }
  }

  @Test("puts a statement in the place of another in one batch, and keeps both in the log")
  func corrects() throws {
    let archive = try ArchiveStore.holding(wrong)
    let receipt = try archive.append(correction(wrong, right), at: moment(1))
    #expect(receipt.batch == 2 && receipt.added == 1 && receipt.withdrawn == 1)
    #expect(try archive.rows("SELECT quantity FROM flow") == [["11700"]])
    #expect(try archive.contradictions() == [])
    #expect(try archive.log().map(\.statement) == [wrong, right])
    #expect(try archive.log().map(\.retraction) == ["misread", nil])
    #expect(
      try archive.rows("SELECT kind, coder, reason FROM batch WHERE id = 2") == [["edit", "kim", "misread"]])
    #expect(try archive.batch(2).retracted == [wrong.id])
    #expect(try archive.check(isDeep: true) == [])
  }

  @Test(
    "undone, brings the old statement back and takes the new one, and the undoing undone the other way round")
  func undone() throws {
    let archive = try ArchiveStore.holding(wrong)
    let before = try snapshot(archive)
    try archive.append(correction(wrong, right), at: moment(1))
    let after = try snapshot(archive)
    #expect(before != after)
    let withdrawal = try archive.undo(2, reason: "it was right", coder: "", at: moment(2))
    #expect(withdrawal == Withdrawal(batch: 3, gone: 1, back: 1))
    #expect(try snapshot(archive) == before)
    try archive.undo(3, reason: "it was not", coder: "", at: moment(3))
    #expect(try snapshot(archive) == after)
    #expect(try archive.check(isDeep: true) == [])
  }

  @Test("of a packed statement gives that a row of its own first")
  func packed() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(
      Delivery(
        batch: Batch(kind: .import), sources: sources, sheaves: [sheaf(of: ["a1": "One", "a2": "Two"])]),
      at: moment())
    let before = try snapshot(archive)
    var packed: [LoggedStatement] = []
    try archive.eachLogged { packed.append($0) }
    let old = try #require(packed.first?.statement)
    #expect(try archive.log().isEmpty)
    #expect(try archive.logged(old.id)?.statement == old)
    let new = Statement(entity: old.entity, says: old.says, source: old.source, locator: "elsewhere")
    try archive.append(correction(old, new), at: moment(1))
    #expect(try archive.log(of: old.entity).map(\.statement) == [old, new])
    #expect(try archive.log(of: old.entity).map(\.retraction) == ["misread", nil])
    #expect(try archive.check(isDeep: true) == [])
    try archive.undo(2, reason: "r", coder: "", at: moment(2))
    #expect(try snapshot(archive) == before)
    #expect(try archive.check(isDeep: true) == [])
  }

  @Test("is not of a statement that does not stand, nor without a reason; then nothing has changed")
  func refused() throws {
    let archive = try ArchiveStore.holding(wrong)
    let unknown = say(.flow, "f", ["quantity": "1"])
    let before = try archive.everything()
    #expect(
      failure(try archive.append(correction(unknown, right), at: moment(1)))
        == .unknownStatement(unknown.id.text))
    #expect(failure(try archive.append(correction(wrong, right, " "), at: moment(1))) != nil)
    #expect(failure(try archive.append(correction(wrong, right, ""), at: moment(1))) != nil)
    #expect(try archive.everything() == before)
    try archive.append(correction(wrong, right), at: moment(1))
    let kept = try archive.everything()
    #expect(
      failure(try archive.append(correction(wrong, right), at: moment(2))) == .alreadyRetracted(wrong.id.text)
    )
    #expect(try archive.everything() == kept)
  }

  @Test("replayed from its delivery, makes the same record")
  func replayed() throws {
    let archive = try ArchiveStore.holding(wrong)
    try archive.append(correction(wrong, right), at: moment(1))
    let other = try ArchiveStore.inMemory()
    for batch in try archive.batches() { try other.append(archive.delivery(of: batch.number), at: moment()) }
    #expect(try snapshot(other) == snapshot(archive))
  }
}
