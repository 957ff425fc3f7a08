import Foundation
import GRDB

extension ArchiveStore {
  /// Makes a new archive and fills it. The file appears under its name only when it is complete: until then, and if the filling
  /// fails or is interrupted, there is no archive at the path (a killed one leaves `<path>.partial`, which the next try replaces).
  public static func create(at path: String, filling fill: (ArchiveStore) throws -> Void) throws {
    Interruption.enter()
    defer { Interruption.leave() }
    try making(path) { partial in
      let archive = try create(at: partial)
      do {
        try fill(archive)
        if Interruption.isPending { throw ArchiveError.interrupted }
        try archive.gather()
      } catch {
        try archive.database.close()
        throw error
      }
    }
  }

  /// Makes a file under a partial name, and gives it its own when it is complete. Never touches a file that is there.
  static func making(_ path: String, _ body: (_ partial: String) throws -> Void) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw ArchiveError.exists(path: path) }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw ArchiveError.storage(path: path, reason: "there is no folder \(folder)")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw ArchiveError.storage(path: path, reason: "you may not write to the folder \(folder)")
    }
    let partial = path + ".partial"
    try removeFiles(of: partial)
    do {
      try body(partial)
      try FileManager.default.moveItem(atPath: partial, toPath: path)
      try removeFiles(of: partial)
    } catch {
      try removeFiles(of: partial)
      if case .storage(partial, let reason) = error as? ArchiveError {
        throw ArchiveError.storage(path: path, reason: reason)
      }
      throw error
    }
  }

  /// Closes with everything in the one file: nothing is left in the write-ahead log.
  private func gather() throws {
    try Self.guarding(path) {
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try database.close()
    }
    let log = path + "-wal"
    guard FileManager.default.fileExists(atPath: log) else { return }
    guard try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int == 0 else {
      throw ArchiveError.storage(path: path, reason: "its write-ahead log could not be emptied")
    }
  }

  /// Removes an archive with its side files, those that are there.
  private static func removeFiles(of path: String) throws {
    for suffix in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + suffix)
    {
      try FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
