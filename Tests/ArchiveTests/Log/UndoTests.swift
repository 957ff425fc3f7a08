import Diplomacy
import Testing

@testable import Archive

@Suite("Undoing a batch") struct UndoTests {
  private let right = named("pl", "Poland")
  private let wrong = named("pl", "Polonia")

  private func delivery(_ statements: [Statement], sources: [Source] = [], ladders: [Ladder] = []) -> Delivery
  {
    Delivery(batch: Batch(kind: .edit), sources: sources, ladders: ladders, statements: statements)
  }

  private func names(_ archive: ArchiveStore) throws -> [String] {
    try archive.rows("SELECT text FROM name ORDER BY 1").map { $0[0] }
  }

  @Test("takes what it brought out of the record and leaves it in the log")
  func undoes() throws {
    let archive = try ArchiveStore.holding(right)
    try archive.deliver([wrong, named("fr", "France")], at: moment(1))
    let withdrawal = try archive.undo(2, reason: "wrong file", coder: "kim", at: moment(2))
    #expect(withdrawal == Withdrawal(batch: 3, gone: 2))
    #expect(try names(archive) == ["Poland"])
    #expect(try archive.contradictions() == [])
    #expect(try archive.log().map(\.statement) == [right])
    #expect(try archive.rows("SELECT count(*) FROM statement") == [["3"]])
    #expect(
      try archive.rows("SELECT kind, coder, reason, recorded_at FROM batch WHERE id = 3")
        == [["undo", "kim", "wrong file", moment(2)]])
    #expect(try archive.check() == [])
  }

  @Test("twice, or of a batch that is not there, or without a reason, is refused and changes nothing")
  func refused() throws {
    let archive = try ArchiveStore.holding(right)
    try archive.undo(1, reason: "wrong file", coder: "", at: moment(1))
    let before = try archive.everything()
    func refusal(_ batch: Int64, _ reason: String = "r") -> ArchiveError? {
      failure(try archive.undo(batch, reason: reason, coder: "", at: moment(2)))
    }
    #expect(refusal(1) == .alreadyUndone(1, by: 2))
    #expect(refusal(9) == .unknownBatch(9))
    #expect(refusal(2, " ") != nil)
    #expect(try archive.everything() == before)
  }

  @Test("leaves what another batch delivered, too, in the place that it has there")
  func redelivered() throws {
    let archive = try ArchiveStore.holding(right)
    let third = named("pl", "Polska")
    try archive.deliver([wrong], at: moment(1))
    try archive.deliver([third, right], at: moment(2))
    #expect(try archive.log().map(\.statement) == [right, wrong, third])
    let withdrawal = try archive.undo(1, reason: "r", coder: "", at: moment(3))
    #expect(withdrawal == Withdrawal(batch: 4, staying: 1))
    #expect(try archive.log().map(\.statement) == [wrong, third, right])
    #expect(try archive.log().map(\.batch) == [2, 3, 3])
    #expect(try archive.rows("SELECT name FROM actor") == [["Polonia or Polska or Poland"]])
    #expect(try archive.check() == [])
  }

  @Test("can itself be undone, and so can a retraction")
  func back() throws {
    let archive = try ArchiveStore.holding(right, wrong)
    try archive.retract(wrong.id, reason: "misread", coder: "", at: moment(1))
    #expect(
      try archive.undo(2, reason: "read well", coder: "", at: moment(2)) == Withdrawal(batch: 3, back: 1))
    #expect(try names(archive) == ["Poland", "Polonia"])
    try archive.retract(wrong.id, reason: "misread after all", coder: "", at: moment(3))
    #expect(try names(archive) == ["Poland"])
    try archive.undo(1, reason: "wrong file", coder: "", at: moment(4))
    #expect(try names(archive) == [])
    let withdrawal = try archive.undo(5, reason: "right file", coder: "", at: moment(5))
    #expect(withdrawal == Withdrawal(batch: 6, back: 1, sources: 3))
    #expect(try names(archive) == ["Poland"])
    #expect(
      failure(try archive.undo(5, reason: "r", coder: "", at: moment(6))) == .alreadyUndone(5, by: 6))
    try archive.undo(1, reason: "wrong after all", coder: "", at: moment(6))
    #expect(try names(archive) == [])
    #expect(try archive.check() == [])
  }

  @Test("lets the same come in anew")
  func anew() throws {
    let archive = try ArchiveStore.holding(right, wrong)
    try archive.undo(1, reason: "r", coder: "", at: moment(1))
    let receipt = try archive.deliver([wrong, right], at: moment(2))
    #expect([receipt.added, receipt.known, receipt.sources] == [2, 0, 3])
    #expect(try archive.log().map(\.statement) == [wrong, right])
    #expect(try archive.rows("SELECT count(*) FROM statement") == [["2"]])
    #expect(try archive.check() == [])
  }

  @Test("takes sources and ladders along, which may then come in with other content; but not both at once")
  func works() throws {
    let archive = try ArchiveStore.inMemory()
    let ladder = Ladder(id: "l", title: "L", source: "a", rungs: [.init(name: "one", labels: ["One"])])
    let other = Ladder(id: "l", title: "L", source: "a", rungs: [.init(name: "two", labels: ["Two"])])
    let changed = Source(id: "b", title: "Work b, mended", issued: nil, csl: #"{"id":"b","x":1}"#)
    try archive.append(delivery([], sources: [sources[0]]), at: moment())
    try archive.append(delivery([], sources: sources, ladders: [ladder]), at: moment(1))
    #expect(
      try archive.undo(2, reason: "r", coder: "", at: moment(2))
        == Withdrawal(batch: 3, sources: 2, ladders: 1))
    #expect(try archive.rows("SELECT id FROM source") == [["a"]])
    #expect(try archive.find("Work").map(\.id) == ["a"])
    for table in ["ladder", "rung", "rung_label"] {
      #expect(try archive.rows("SELECT * FROM \(table)") == [])
    }
    try archive.append(delivery([], sources: [changed], ladders: [other]), at: moment(3))
    #expect(try archive.rows("SELECT label FROM rung_label") == [["Two"]])
    #expect(try archive.find("mended").map(\.id) == ["b"])
    let before = try archive.everything()
    #expect(
      failure(try archive.undo(3, reason: "r", coder: "", at: moment(4))) == .sourceDiffers(id: "b"))
    #expect(try archive.everything() == before)
    #expect(try archive.check() == [])
  }

  @Test("of the batch that brought a source leaves the check to find who cites it")
  func cited() throws {
    let archive = try ArchiveStore.inMemory()
    try archive.append(delivery([], sources: sources), at: moment())
    try archive.append(delivery([right]), at: moment(1))
    #expect(try archive.check() == [])
    try archive.undo(1, reason: "r", coder: "", at: moment(2))
    #expect(try archive.check().map(\.rule) == ["dangling-source"])
    #expect(
      failure(try archive.append(delivery([wrong]), at: moment(3))) == .unknownSource(id: "a"))
  }

  @Test("is seen through a lens as it was known, batch by batch")
  func lens() throws {
    let archive = try ArchiveStore.holding(right)
    try archive.deliver([wrong])
    try archive.undo(1, reason: "r", coder: "", at: moment(5))
    func known(_ lens: Lens) throws -> [String] { try names(archive.copy(through: lens)) }
    #expect(try known(Lens(knownAt: moment(4))) == ["Poland", "Polonia"])
    #expect(try known(Lens(knownAt: moment(5))) == ["Polonia"])
    #expect(try known(Lens(knownBatch: 0)) == [])
    #expect(try known(Lens(knownBatch: 1)) == ["Poland"])
    #expect(try known(Lens(knownBatch: 2)) == ["Poland", "Polonia"])
    #expect(try known(Lens(knownBatch: 3)) == ["Polonia"])
    let early = try archive.copy(through: Lens(knownBatch: 0))
    #expect(try early.rows("SELECT id FROM source") == [])
    #expect(try early.find("Work") == [])
    #expect(try early.log().isEmpty)
    #expect(try early.check() == [])
  }
}
