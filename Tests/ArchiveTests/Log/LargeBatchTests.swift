import Diplomacy
import GRDB
import Testing

@testable import Archive

@Suite("A large batch") struct LargeBatchTests {
  private static let delivery: Delivery = {
    var delivery = Delivery(batch: Batch(kind: .import, file: "t.csv"), sources: sources)
    delivery.sheaves = [Sheaf([say(.partnership, "p", ["kind": "twinning"])], kind: .partnership)]
    return delivery
  }()

  private static func settings(_ archive: ArchiveStore) throws -> [String?] {
    try archive.database.writeWithoutTransaction { database in
      try ["journal_mode", "cache_size"].map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
    }
  }

  @Test("leaves the file with its usual journal and cache, whether it comes in or not")
  func settingsStay() throws {
    try withFolder { folder in
      let archive = try ArchiveStore.create(at: folder + "/a.entente")
      let usual = try Self.settings(archive)
      #expect(usual[0] == "wal")
      try archive.append([Self.delivery], at: moment())
      #expect(try Self.settings(archive) == usual)
      var unknown = Self.delivery
      unknown.sheaves = [
        Sheaf([say(.partnership, "q", ["kind": "twinning"], by: "nobody")], kind: .partnership)
      ]
      #expect(failure(try archive.append([unknown], at: moment(1))) == .unknownSource(id: "nobody"))
      #expect(try Self.settings(archive) == usual)
    }
  }

  @Test("comes in while another program reads")
  func read() throws {
    try withFolder { folder in
      let archive = try ArchiveStore.create(at: folder + "/a.entente")
      let reader = try ArchiveStore.openForReading(at: folder + "/a.entente")
      try reader.database.unsafeRead { database in
        try database.execute(sql: "BEGIN; SELECT count(*) FROM batch")
        try archive.append([Self.delivery], at: moment())
        try database.execute(sql: "COMMIT")
      }
      #expect(try Self.settings(archive)[0] == "wal")
      #expect(try reader.rows("SELECT id FROM partnership_row") == [["p"]])
    }
  }
}
