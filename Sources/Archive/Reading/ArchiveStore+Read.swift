import GRDB

extension ArchiveStore {
  /// Takes all the looks at the record that the body takes on this thread at one state of it, and over one connection: what another program
  /// writes meanwhile is not seen. In an archive with one connection for all it is the body and no more, since others would have to wait.
  public func atOnce<T>(_ body: () throws -> T) throws -> T {
    guard holdsStill else { return try body() }
    return try Self.guarding(path) { try read { _ in try body() } }
  }

  /// Whether `atOnce` sees one state of the record, whatever is written meanwhile.
  public var holdsStill: Bool { database is DatabasePool }

  /// Looks at one state of the record: that of `atOnce`, or else that of now.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try database.unsafeReentrantRead { database in
      guard !database.isInsideTransaction else { return try body(database) }
      var results: [T] = []
      try database.inTransaction(.deferred) {
        results.append(try body(database))
        return .commit
      }
      return results[0]
    }
  }
}
