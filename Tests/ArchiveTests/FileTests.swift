import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("An archive's file") struct FileTests {
  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// Writes a file that is no archive and checks that opening says so and leaves it as it was.
  private func refuses(_ path: String, _ expected: ArchiveError) throws {
    let before = try bytes(path)
    #expect(failure(try ArchiveStore.open(at: path)) == expected)
    #expect(try bytes(path) == before)
  }

  @Test("is made once, and opened afterwards with what it held")
  func roundTrip() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      let made = try ArchiveStore.create(at: path)
      try made.deliver([named("pl", "Poland")])
      let opened = try ArchiveStore.open(at: path)
      #expect(try opened.rows("SELECT id, name FROM actor") == [["pl", "Poland"]])
      #expect(try opened.check() == [])
      #expect(failure(try ArchiveStore.create(at: path)) == .exists(path: path))
      #expect(try opened.rows("SELECT count(*) FROM statement") == [["1"]])
    }
  }

  @Test("that is not there is missing, and is not made")
  func missing() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      #expect(failure(try ArchiveStore.open(at: path)) == .missing(path: path))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("of another kind is foreign, and stays as it is")
  func foreign() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      for content in [Data(), Data("a,b\n1,2\n".utf8), Data(repeating: 0, count: 4096)] {
        try content.write(to: URL(filePath: path))
        try refuses(path, .foreign(path: path))
      }
      let other = folder + "/other.sqlite"
      let queue = try DatabaseQueue(path: other)
      try queue.write { try $0.execute(sql: "CREATE TABLE actor (id TEXT)") }
      try queue.close()
      try refuses(other, .foreign(path: other))
    }
  }

  @Test("of a newer version is refused, and stays as it is")
  func newer() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      let archive = try ArchiveStore.create(at: path)
      try archive.force("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
      try archive.database.close()
      try refuses(path, .newer(path: path, version: 99, known: 5))
    }
  }

  @Test(
    "that a crash left half written is as it was before, whether opened to read or to write",
    arguments: [true, false])
  func halfWritten(_ isForReading: Bool) throws {
    try withFolder { folder in
      let (path, left) = (folder + "/x.entente", folder + "/left.entente")
      let archive = try ArchiveStore.create(at: path)
      try archive.deliver([named("pl", "Poland")])
      try archive.database.close()
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        // Pages go to the file before the commit when the cache is small, and what they held to the journal before that.
        try database.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 5; BEGIN IMMEDIATE")
        for number in 0..<3000 {
          try database.execute(
            sql: "INSERT INTO actor (id, kind, name, label, unnamed) VALUES (?, NULL, ?, ?, 0)",
            arguments: ["a\(number)", "name", "label"])
        }
        for ending in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: path + ending, toPath: left + ending)
        }
        try database.execute(sql: "ROLLBACK")
      }
      #expect(try bytes(left).count > bytes(path).count)
      let opened = try isForReading ? ArchiveStore.openForReading(at: left) : ArchiveStore.open(at: left)
      #expect(try opened.rows("SELECT id, name FROM actor") == [["pl", "Poland"]])
      #expect(try opened.check(isDeep: true) == [])
    }
  }

  @Test("of another kind is not touched, though a crash left it half written")
  func halfWrittenForeign() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      try Data("a,b\n1,2\n".utf8).write(to: URL(filePath: path))
      try Data(repeating: 1, count: 600).write(to: URL(filePath: path + "-journal"))
      try refuses(path, .foreign(path: path))
      #expect(try bytes(path + "-journal") == Data(repeating: 1, count: 600))
    }
  }

  @Test("that was cut short is refused with SQLite's reason")
  func truncated() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      let archive = try ArchiveStore.create(at: path)
      try archive.deliver((0..<200).map { named("actor-\($0)") })
      try archive.force("PRAGMA wal_checkpoint(TRUNCATE)")
      try archive.database.close()
      let whole = try bytes(path)
      for length in [50, 512, 4096, whole.count / 2] {
        try whole.prefix(length).write(to: URL(filePath: path))
        let error = failure(try ArchiveStore.open(at: path).check())
        switch error {
        case .storage, .foreign: break
        default: Issue.record("\(length) bytes: \(String(describing: error))")
        }
      }
    }
  }

  @Test("that is a folder, or lies in none, is refused")
  func folders() throws {
    try withFolder { folder in
      let error = failure(try ArchiveStore.open(at: folder))
      guard case .storage(folder, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(failure(try ArchiveStore.create(at: folder)) == .exists(path: folder))
      let nowhere = folder + "/none/x.entente"
      guard case .storage(nowhere, _) = failure(try ArchiveStore.create(at: nowhere)) else {
        Issue.record("made a file in no folder")
        return
      }
    }
  }

  /// What a filling gives up with.
  private struct GivenUp: Error {}

  @Test("appears under its name only once it is filled, and closes without side files")
  func filling() throws {
    try withFolder { folder in
      let path = folder + "/x.entente"
      #expect(throws: GivenUp.self) {
        try ArchiveStore.create(at: path) { archive in
          try archive.deliver([named("pl")])
          throw GivenUp()
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      try ArchiveStore.create(at: path) { archive in
        try archive.deliver([named("pl")])
        #expect(!FileManager.default.fileExists(atPath: path))
      }
      #expect(try ArchiveStore.open(at: path).rows("SELECT id FROM actor") == [["pl"]])
      let again = failure(
        try ArchiveStore.create(at: path) { _ in Issue.record("filled a file that is there") })
      #expect(again == .exists(path: path))
    }
  }
}
