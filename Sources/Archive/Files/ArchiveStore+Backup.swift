import Foundation
import GRDB

extension ArchiveStore {
  /// Pages copied between two words on how far it has come.
  private static let pages: CInt = 4096

  /// Makes a copy of an archive, of whatever version, as it is at one moment, while others may write to it. The copy appears under its name
  /// only when it is complete; a file that is there is never touched.
  ///
  /// - Throws: `ArchiveError.exists` where there is a file at the copy's path, and whatever opening the archive or writing the copy meets.
  public static func backUp(_ path: String, to copy: String, progress: Advance.Listener? = nil) throws {
    try find(path)
    let original: any DatabaseReader = try guarding(path) {
      if isLeft(path) { return try open(at: path).database }
      _ = try recognise(path)
      return try reading(path)
    }
    try making(copy) { partial in
      try guarding(copy) {
        let queue = try DatabaseQueue(path: partial, configuration: configuration())
        try queue.writeWithoutTransaction { target in
          try original.read { source in
            // The first reading settles which moment all of it is read at.
            _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
            try source.backup(to: target, pagesPerStep: pages) { step in
              progress?(
                Advance(step: .copying, done: step.completedPageCount, total: step.totalPageCount))
            }
          }
        }
        try queue.close()
      }
    }
  }
}
