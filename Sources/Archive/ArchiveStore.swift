public import Diplomacy
import Foundation
import GRDB

/// The record in one SQLite file: an append-only log, and the snapshot that follows from it.
///
/// The one module that knows the tables. Writers are serialised by SQLite; a second one waits up to ten seconds.
public final class ArchiveStore: Sendable {
  let database: any DatabaseWriter
  let path: String

  private init(_ database: any DatabaseWriter, path: String) {
    self.database = database
    self.path = path
  }

  /// Makes a new, empty archive. Throws `ArchiveError.exists` rather than touch a file that is there.
  public static func create(at path: String) throws -> ArchiveStore {
    guard !FileManager.default.fileExists(atPath: path) else { throw ArchiveError.exists(path: path) }
    return try guarding(path) {
      let pool = try DatabasePool(path: path, configuration: configuration())
      try Schema.migrator.migrate(pool)
      return ArchiveStore(pool, path: path)
    }
  }

  /// Opens an archive to write to, migrating an older one forward. Nothing is changed in a file that is not an archive.
  public static func open(at path: String) throws -> ArchiveStore {
    try find(path)
    return try guarding(path) {
      _ = try recognise(path)
      let pool = try DatabasePool(path: path, configuration: configuration())
      try Schema.migrator.migrate(pool)
      return ArchiveStore(pool, path: path)
    }
  }

  /// Opens an archive to read only: not a byte of it changes, unless it is an older one, which is migrated first.
  public static func openForReading(at path: String) throws -> ArchiveStore {
    try find(path)
    return try guarding(path) {
      // What a crash left behind is mended first, which takes a connection that writes.
      let isLeft = FileManager.default.fileExists(atPath: path + "-journal")
      guard !isLeft, try recognise(path) == Schema.version else { return try open(at: path) }
      return ArchiveStore(
        try DatabaseQueue(path: path, configuration: configuration(readonly: true)), path: path)
    }
  }

  /// An archive that lives in memory: for tests, and for looking through another lens.
  public static func inMemory() throws -> ArchiveStore {
    let queue = try DatabaseQueue(configuration: configuration())
    try Schema.migrator.migrate(queue)
    return ArchiveStore(queue, path: ":memory:")
  }

  /// A copy in memory, its snapshot made anew through the lens. The archive itself is not touched.
  public func copy(through lens: Lens = Lens()) throws -> ArchiveStore {
    var configuration = Self.configuration()
    // A trial holds a transaction open while it is looked at.
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(configuration: configuration)
    try database.backup(to: queue)
    let copy = ArchiveStore(queue, path: path)
    if lens != Lens() { try copy.look(through: lens) }
    return copy
  }

  /// Sets the lens and brings the snapshot up to date with it: only the moment takes no more than what changed since.
  func look(through lens: Lens) throws {
    try database.write { database in
      let before = try LogReader(database: database).lens()
      try database.execute(
        sql: "UPDATE lens SET policy = ?, valid_on = ?, known_at = ?, known_batch = ?",
        arguments: [lens.policy.description, lens.validOn?.description, lens.knownAt, lens.knownBatch])
      if before.policy == lens.policy, before.validOn == lens.validOn {
        _ = try Hearing(database).follow()
      } else {
        try SnapshotWriter(database).rebuild()
      }
    }
  }

  private static func configuration(readonly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    return configuration
  }

  /// Throws when there is no file at the path.
  private static func find(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ArchiveError.missing(path: path)
    }
    guard !isFolder.boolValue else {
      throw ArchiveError.storage(path: path, reason: "it is a folder; an archive is a file")
    }
  }

  /// The schema's version. Throws when the file is no archive, or a newer one than this program knows.
  private static func recognise(_ path: String) throws -> Int {
    let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
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

  /// Turns SQLite's errors into ours.
  static func guarding<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw ArchiveError.busy(path: path)
      case .SQLITE_NOTADB: throw ArchiveError.foreign(path: path)
      case .SQLITE_CORRUPT:
        throw ArchiveError.storage(
          path: path, reason: "the file is damaged. Go back to a copy of it, or make it anew from its sources"
        )
      default:
        throw ArchiveError.storage(
          path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
      }
    }
  }
}

extension ArchiveStore {
  /// Makes a new archive and fills it. The file appears under its name only when it is complete: until then, and if the filling
  /// fails or is interrupted, there is no archive at the path (an interrupted one leaves `<path>.partial`, which the next try replaces).
  public static func create(at path: String, filling fill: (ArchiveStore) throws -> Void) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw ArchiveError.exists(path: path) }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw ArchiveError.storage(path: path, reason: "there is no folder \(folder)")
    }
    let partial = path + ".partial"
    try removeFiles(of: partial)
    let archive = try create(at: partial)
    do {
      try fill(archive)
      try archive.gather()
      try FileManager.default.moveItem(atPath: partial, toPath: path)
      try removeFiles(of: partial)
    } catch {
      try archive.database.close()
      try removeFiles(of: partial)
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
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
