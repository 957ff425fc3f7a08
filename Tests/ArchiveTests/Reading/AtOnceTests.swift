import Diplomacy
import TestSupport
import Testing

@testable import Archive

@Suite("Looks at a record, taken at once,")
struct AtOnceTests {
  @Test("see one state of it, whatever is written meanwhile, and afterwards the next")
  func together() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/a.entente"
    let writer = try ArchiveStore.create(at: path)
    let reader = try ArchiveStore.openForReading(at: path, readers: 2)
    func count() throws -> Int { try reader.query("SELECT id FROM actor").rows.count }
    func deliver(_ id: String, _ second: Int) throws {
      try writer.append(
        Delivery(batch: Batch(kind: .edit), sources: sources, sheaves: [try sheaf(of: [id: id])]),
        at: moment(second))
    }
    try reader.atOnce {
      let before = try (count(), reader.version())
      try deliver("fr", 0)
      #expect(try (count(), reader.version()) == before)
      // Looks within looks are at the same state.
      #expect(try reader.atOnce { try count() } == before.0)
    }
    #expect(try count() == 1)
  }

  @Test("hand on what is thrown, and can be taken again")
  func failure() throws {
    let folder = try ScratchFolder()
    _ = try ArchiveStore.create(at: folder.path + "/a.entente")
    let reader = try ArchiveStore.openForReading(at: folder.path + "/a.entente", readers: 2)
    #expect(throws: ArchiveError.self) { try reader.atOnce { try reader.query("SELECT * FROM nothing") } }
    #expect(try reader.atOnce { try reader.query("SELECT 1").rows.count } == 1)
  }
}
