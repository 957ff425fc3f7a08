import Foundation
import GRDB

extension ArchiveStore {
  /// Throws when there is no file at the path, or one that may not be read.
  static func find(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ArchiveError.missing(path: path)
    }
    guard !isFolder.boolValue else {
      throw ArchiveError.storage(path: path, reason: "it is a folder; an archive is a file")
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw ArchiveError.storage(path: path, reason: "you may not read it")
    }
  }

  /// Throws where the file, or the folder that its side files go to, may not be written to.
  static func requireWriting(to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    for place in [path, folder] where !FileManager.default.isWritableFile(atPath: place) {
      throw ArchiveError.storage(
        path: path,
        reason:
          "you may not write to \(place == path ? "it" : "its folder, \(folder)"). Copy it to a folder of your own"
      )
    }
  }

  /// Whether a crash left something behind, which is mended by a connection that writes.
  static func isLeft(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path + "-journal") }

  /// The schema's version. Throws when the file is no archive, or a newer one than this program knows.
  static func recognise(_ path: String) throws -> Int {
    let queue = try isLeft(path) ? mending(path) : reading(path)
    let (application, version) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard application == Schema.applicationID else { throw ArchiveError.foreign(path: path) }
    guard version <= Schema.version else {
      throw ArchiveError.newer(path: path, version: version, known: Schema.version)
    }
    return version
  }

  /// A connection that takes back what a crash left half written, which one that only reads may not. Not before the file says that it is one
  /// of ours: at byte 68, as SQLite's file format has it (1.3.17, application ID), which no import changes.
  private static func mending(_ path: String) throws -> any DatabaseWriter {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    let mark = withUnsafeBytes(of: UInt32(Schema.applicationID).bigEndian) { Data($0) }
    guard try file.read(upToCount: 72)?.dropFirst(68) == mark else { throw ArchiveError.foreign(path: path) }
    return try DatabaseQueue(path: path, configuration: configuration())
  }

  /// A connection that reads only.
  ///
  /// SQLite needs side files even to read. Where none can be made the file is read by itself, taken for one that does not change; unless
  /// what belongs to it still stands in a side file.
  static func reading(_ path: String, readers: Int = 1) throws -> any DatabaseWriter {
    let place = placeForReading(path)
    var configuration = configuration(readonly: true)
    guard readers > 1, place == path else {
      return try DatabaseQueue(path: place, configuration: configuration)
    }
    configuration.maximumReaderCount = readers
    return try DatabasePool(path: place, configuration: configuration)
  }

  /// What SQLite opens to read the file.
  static func placeForReading(_ path: String) -> String {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let isAlone = ["-wal", "-shm", "-journal"].allSatisfy {
      !FileManager.default.fileExists(atPath: path + $0)
    }
    guard isAlone, !FileManager.default.isWritableFile(atPath: folder) else { return path }
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return "file:\(escaped)?immutable=1"
  }

  /// Turns SQLite's errors into ours.
  static func guarding<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw ArchiveError.busy(path: path, holder: Holder.of(path))
      case .SQLITE_INTERRUPT: throw ArchiveError.interrupted
      case .SQLITE_NOTADB: throw ArchiveError.foreign(path: path)
      case .SQLITE_CORRUPT:
        throw ArchiveError.storage(
          path: path, reason: "the file is damaged. Go back to a copy of it, or make it anew from its sources"
        )
      case .SQLITE_FULL: throw ArchiveError.storage(path: path, reason: "the disk is full")
      case .SQLITE_IOERR:
        throw ArchiveError.storage(
          path: path,
          reason: "reading or writing failed (\(error.message ?? "")): the disk may be full, or failing")
      case .SQLITE_READONLY: throw ArchiveError.storage(path: path, reason: "you may not write to it")
      case .SQLITE_CANTOPEN:
        throw ArchiveError.storage(
          path: path,
          reason:
            "it, or a file beside it, cannot be opened. Look at the permissions of the file and its folder")
      default:
        throw ArchiveError.storage(
          path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
      }
    }
  }
}
