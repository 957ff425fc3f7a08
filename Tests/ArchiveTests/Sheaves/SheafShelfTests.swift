import Diplomacy
import TestSupport
import Testing

@testable import Archive

@Suite("A shelf of unpacked sheaves")
struct SheafShelfTests {
  private static func kept(_ hashes: [UInt32]) throws -> SheafShelf.Kept {
    let pack = SheafPacker(try sheaf(of: ["fr": "France", "de": "Germany"])).packs()[0]
    return SheafShelf.Kept(try PackedSheaf(pack.content, kind: .actor), hashes: hashes)
  }

  @Test("finds the rows of hashes as looking at each does, where several rows share one")
  func rows() throws {
    let hashes: [UInt32] = [7, 0, 9, 7, .max, 0, 7, 8]
    let kept = try Self.kept(hashes)
    for wanted in [[], [0], [7], [1], [.max], [7, 8], [0, 9, .max, 3]] as [Set<UInt32>] {
      #expect(kept.rows(where: wanted) == hashes.indices.filter { wanted.contains(hashes[$0]) })
    }
  }

  @Test("unpacks a sheaf once, until it is full")
  func limit() throws {
    let one = try Self.kept([1, 2])
    let shelf = SheafShelf(limit: one.size + 1)
    var unpacked: [Int64] = []
    for id in [1, 1, 2, 3, 2, 3] as [Int64] {
      let kept = shelf.sheaf(id) {
        unpacked.append(id)
        return one
      }
      #expect((kept == nil) == (id == 3))
    }
    #expect(unpacked == [1, 2])
  }

  @Test("answers as an archive without one does, and a statement retracted later is not passed over")
  func answers() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/a.entente"
    let archive = try ArchiveStore.create(at: path)
    try archive.append(
      Delivery(
        batch: Batch(kind: .import), sources: sources,
        sheaves: [try sheaf(of: ["fr": "France", "de": "Germany"])]), at: moment())
    let (one, several) = (
      try ArchiveStore.openForReading(at: path), try ArchiveStore.openForReading(at: path, readers: 2)
    )
    #expect(one.sheaves == nil && several.sheaves != nil)
    let entity = EntityReference(.actor, "fr")
    for _ in 0..<2 {
      #expect(try several.log(of: entity).map(\.statement) == one.log(of: entity).map(\.statement))
    }
    let statement = try #require(try several.log(of: entity).first?.statement)
    try archive.retract(statement.id, reason: "misread", coder: "", at: moment(1))
    #expect(try several.log(of: entity).map(\.retraction) == ["misread"])
  }
}
