import Archive
import Synchronization
import TestSupport
import Testing
import Workbench

@testable import Observatory

@Suite("What is made of the record beside the answers")
struct RecordTests {
  @Test("is not kept for the version that was asked about, when the record changed meanwhile")
  func changing() throws {
    let archive = try Bundled.copy()
    let record = Record(archive: archive, name: "changing", shelf: [], home: try Project.home())
    let kept = OncePerVersion<Int>()
    let made = Mutex(0)
    func value() throws -> Int {
      try record.made(kept) {
        let time = made.withLock {
          $0 += 1
          return $0
        }
        if time == 1 {
          _ = try archive.undo(11, reason: "meanwhile", coder: "test", at: "2026-02-01T12:00:00.000Z")
        }
        return time
      }
    }
    #expect(throws: ObservatoryError.notReady) { try value() }
    #expect(try value() == 2)
    #expect(try value() == 2)
  }
}
