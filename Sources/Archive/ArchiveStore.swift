public import Diplomacy
import Foundation
import GRDB
import Synchronization

/// The record in one SQLite file: an append-only log, and the snapshot that follows from it.
///
/// The one module that knows the tables. Writers are serialised by SQLite; a second one waits up to ten seconds.
public final class ArchiveStore: Sendable {
  let database: any DatabaseWriter
  let path: String
  /// The ledger as it was last read; nil in copies, whose record may be taken back and told otherwise.
  let ledgers: Mutex<LedgerShelf.Kept?>?
  /// Where packed statements stay unpacked; nil where they are asked for once.
  let sheaves: SheafShelf?

  /// Whether it lives in memory.
  var isCopy: Bool { ledgers == nil }

  private init(
    _ database: any DatabaseWriter, path: String, isCopy: Bool = false, sheaves: SheafShelf? = nil
  ) {
    self.database = database
    self.path = path
    self.sheaves = sheaves
    ledgers = isCopy ? nil : Mutex(nil)
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
    try requireWriting(to: path)
    return try guarding(path) {
      _ = try recognise(path)
      let pool = try DatabasePool(path: path, configuration: configuration())
      try Schema.migrator.migrate(pool)
      return ArchiveStore(pool, path: path)
    }
  }

  /// Opens an archive to read only: not a byte of it changes, unless it is an older one, which is migrated first.
  ///
  /// - Parameter readers: how many may read at the same time; others wait their turn. Where there are several, what they look up is kept
  ///   in memory, up to 128 MiB.
  public static func openForReading(at path: String, readers: Int = 1) throws -> ArchiveStore {
    try find(path)
    return try guarding(path) {
      guard !isLeft(path), try recognise(path) == Schema.version else { return try open(at: path) }
      return ArchiveStore(
        try reading(path, readers: readers), path: path,
        sheaves: readers > 1 ? SheafShelf(limit: 128 << 20) : nil)
    }
  }

  /// An archive that lives in memory: for tests, and for looking through another lens.
  public static func inMemory() throws -> ArchiveStore {
    let queue = try DatabaseQueue(configuration: configuration())
    try Schema.migrator.migrate(queue)
    return ArchiveStore(queue, path: ":memory:", isCopy: true)
  }

  /// A copy in memory, its snapshot made anew through the lens. The archive itself is not touched.
  public func copy(through lens: Lens = Lens()) throws -> ArchiveStore {
    var configuration = Self.configuration()
    // A trial holds a transaction open while it is looked at.
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(configuration: configuration)
    try database.backup(to: queue)
    let copy = ArchiveStore(queue, path: path, isCopy: true)
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

  static func configuration(readonly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase(Relevance.register)
    if !readonly { configuration.prepareDatabase(heedInterruption) }
    return configuration
  }
}
