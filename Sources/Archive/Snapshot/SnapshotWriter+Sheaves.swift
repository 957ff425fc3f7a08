import Diplomacy
import GRDB

extension SnapshotWriter {
  /// What the loading of sheaves leaves to be done.
  struct Rest {
    /// To be resolved from all their statements.
    var entities: Set<EntityReference> = []
    /// Partnerships whose activity other evidence may contradict.
    var contestable: Set<String> = []
    /// All partnerships as they are counted, but for those to be resolved; nil where nothing was loaded.
    var ledger: Ledger?
  }

  /// Writes the rows of delivered sheaves, before they are in the log.
  func load(_ sheaves: [Sheaf], progress: Advance.Listener? = nil) throws -> Rest {
    guard !sheaves.isEmpty else { return Rest() }
    var rest = Rest(ledger: try LedgerShelf(database).current(after: nil).ledger)
    // What needs no archive is done on the other core while actors are written.
    let resolver = try resolver()
    let loaders = sheaves.map { sheaf in
      sheaf.kind == .partnership ? Background { PartnershipLoader(sheaf, resolver: resolver) } : nil
    }
    for (number, sheaf) in sheaves.enumerated() {
      var elsewhere = try recordedHashes(sheaf.kind)
      for (other, rival) in sheaves.enumerated() where other != number && rival.kind == sheaf.kind {
        for row in 0..<rival.count {
          elsewhere.insert(EntityHash.of(rival.entities.bytes[rival.entities.range(row)]))
        }
      }
      try load(sheaf, by: loaders[number]?.value, elsewhere: elsewhere, &rest, progress: progress)
    }
    return rest
  }

  /// Writes the rows of all packed statements that count.
  func loadPacked() throws -> Rest {
    var rest = Rest()
    let log = SheafLog(database: database)
    let unheard = try Hearing(database).kept()
    let entries = try log.entries().filter { !unheard.contains($0.batch) }
    for kind in Set(entries.map(\.kind)) {
      let several = try sharedHashes(of: entries.filter { $0.kind == kind })
      let elsewhere = several.union(try recordedHashes(kind, packed: false))
      for entry in entries where entry.kind == kind {
        let sheaf = try log.content(of: entry).sheaf()
        let loader = kind == .partnership ? PartnershipLoader(sheaf, resolver: try resolver()) : nil
        try load(sheaf, by: loader, elsewhere: elsewhere, &rest, progress: nil)
      }
    }
    return rest
  }

  private func load(
    _ sheaf: Sheaf, by loader: PartnershipLoader?, elsewhere: Set<UInt32>, _ rest: inout Rest,
    progress: Advance.Listener?
  ) throws {
    if sheaf.kind == .actor {
      for row in try ActorLoader(database, sheaf).load(elsewhere: elsewhere, progress: progress) {
        rest.entities.insert(EntityReference(.actor, sheaf.entities[row]))
      }
      return
    }
    guard let loader else {
      for row in 0..<sheaf.count { rest.entities.insert(EntityReference(sheaf.kind, sheaf.entities[row])) }
      return
    }
    let isLarge = try Int.fetchOne(database, sql: "SELECT count(*) FROM partnership_row") ?? 0 < sheaf.count
    if isLarge {
      for name in Schema.partnershipIndexes.keys { try database.execute(sql: "DROP INDEX \(name)") }
    }
    let left = try loader.load(into: database, elsewhere: elsewhere, progress: progress)
    if isLarge { try makeIndexes(of: sheaf.count, progress: progress) }
    for row in left.rows { rest.entities.insert(EntityReference(.partnership, sheaf.entities[row])) }
    rest.contestable.formUnion(left.contestable)
    // None of these is on record.
    rest.ledger = (rest.ledger ?? Ledger()).merging(left.ledger)
  }

  /// Keeps the ledger that the loading of sheaves has led to.
  ///
  /// - Parameter changed: the entities that were resolved since.
  func keepLedger(_ loaded: Ledger?, changed: Set<EntityReference>) throws {
    guard let loaded else { return }
    let partnerships = Set(changed.filter { $0.kind == .partnership }.map(\.id))
    let reader = LedgerReader(database)
    let ledger = loaded.replacing(partnerships, by: try reader.read(partnerships.sorted()))
    let ancestors = try reader.ancestors(of: nil)
    try LedgerShelf(database).store(ledger.placing { ancestors[$0] ?? [] })
  }

  /// SQLite's sorter works in runs of the size of its cache, and a second thread sorts one while the first gathers the next: the runs are
  /// kept small. Pages that are not yet written stay in memory all the same.
  private func makeIndexes(of rows: Int, progress: Advance.Listener?) throws {
    let usual = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? -2000
    try database.execute(sql: "PRAGMA cache_spill = OFF; PRAGMA cache_size = -8000")
    for sql in Schema.partnershipIndexes.values.sorted() {
      progress?(Advance(step: .indexing, done: 0, total: rows))
      try database.execute(sql: sql)
    }
    try database.execute(sql: "PRAGMA cache_size = \(usual); PRAGMA cache_spill = ON")
  }

  /// The hashes of the entities of a kind that the log speaks of.
  func recordedHashes(_ kind: EntityKind, packed: Bool = true) throws -> Set<UInt32> {
    var hashes: Set<UInt32> = []
    let rows = try String.fetchCursor(
      database, sql: "SELECT DISTINCT entity FROM statement WHERE kind = ?", arguments: [kind.rawValue])
    while let id = try rows.next() { hashes.insert(EntityHash.of(id.utf8)) }
    guard packed else { return hashes }
    let log = SheafLog(database: database)
    for entry in try log.entries() where entry.kind == kind { hashes.formUnion(try log.hashes(of: entry)) }
    return hashes
  }

  /// Hashes that stand in more than one sheaf.
  private func sharedHashes(of entries: [SheafLog.Entry]) throws -> Set<UInt32> {
    let log = SheafLog(database: database)
    var seen: Set<UInt32> = []
    var shared: Set<UInt32> = []
    for entry in entries where entries.count > 1 {
      let own = Set(try log.hashes(of: entry))
      shared.formUnion(own.intersection(seen))
      seen.formUnion(own)
    }
    return shared
  }
}
