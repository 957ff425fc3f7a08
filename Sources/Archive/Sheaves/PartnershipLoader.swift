import Diplomacy
import GRDB

/// Writes the snapshot's rows of a sheaf of partnerships that nothing else speaks of: no more is to be resolved than what each value says.
struct PartnershipLoader: Sendable {
  /// What is left to be done for a sheaf.
  struct Rest {
    /// Rows whose partnerships have to be resolved from all their statements.
    var rows: [Int] = []
    /// Partnerships that other evidence may contradict.
    var contestable: Set<String> = []
    /// The others, as they are counted.
    var ledger = Ledger()
  }

  private let sheaf: Sheaf
  private let order: IdentifierOrder
  private let arena: TextArena
  private let parts: [PartnershipPart]
  /// The actors by their numbers.
  private let actors: [String]
  /// Each part's numbers, a row each.
  private let codes: [[Int32]]
  /// Parts that speak of one thing: a row may have a claim of one of them only.
  private let rivals: [(Int, Int)]

  /// Works out what each value comes to, and the order of the rows: no part of the archive is needed.
  init(_ sheaf: Sheaf, resolver: Resolver) {
    self.sheaf = sheaf
    order = IdentifierOrder(sheaf.entities)
    var actors: [String] = []
    var numbers: [String: Int32] = [:]
    let arena = TextArena()
    let parts = sheaf.parts.map { part in
      PartnershipPart(part, resolver: resolver, arena: arena) { actor in
        if let number = numbers[actor] { return number }
        let number = Int32(actors.count)
        numbers[actor] = number
        actors.append(actor)
        return number
      }
    }
    self.arena = arena
    self.parts = parts
    self.actors = actors
    codes = sheaf.parts.map(\.claims.codes)
    rivals = parts.indices.flatMap { index in
      (0..<index).filter { other in
        parts[other].property == parts[index].property
          && (parts[index].property.name != "party" || parts[index].side == nil || parts[other].side == nil
            || parts[index].side == parts[other].side)
      }.map { ($0, index) }
    }
  }

  /// - Parameter elsewhere: hashes of the identifiers that other statements speak of; such rows are left.
  func load(into database: Database, elsewhere: Set<UInt32>, progress: Advance.Listener?) throws -> Rest {
    let sorted = sort(elsewhere: elsewhere)
    var rest = Rest(rows: sorted.rest)
    // Lists and ledger are made on the other core while the rows are written.
    let lists = Background {
      TiesLists(sorted.loaded, parts: parts, codes: codes, actors: actors, sheaf.entities)
    }
    let ledger = Background {
      LoadedLedger(parts, actors: actors).ledger(of: sorted.loaded, sheaf.entities, codes)
    }
    try insert(sorted.loaded, into: database, &rest, progress: progress)
    try insertInventories(sorted.loaded, into: database)
    try TiesLoader(database).write(lists.value)
    rest.ledger = ledger.value
    return rest
  }

  /// The rows that can be loaded, and those that are left, in the order of their identifiers.
  private func sort(elsewhere: Set<UInt32>) -> (loaded: [Int32], rest: [Int]) {
    var loaded: [Int32] = []
    var rest: [Int] = []
    loaded.reserveCapacity(order.rows.count)
    sheaf.entities.bytes.withUnsafeBufferPointer { ids in
      var place = 0
      while place < order.rows.count {
        let row = Int(order.rows[place])
        let range = sheaf.entities.range(row)
        var next = place + 1
        while next < order.rows.count, order.isSame(next - 1, next) { next += 1 }
        let isElsewhere =
          !elsewhere.isEmpty
          && elsewhere.contains(EntityHash.of(UnsafeBufferPointer(rebasing: ids[range])))
        if next == place + 1, !isElsewhere, isPlain(row) {
          loaded.append(Int32(row))
        } else {
          rest += order.rows[place..<next].map(Int.init)
        }
        place = next
      }
    }
    return (loaded, rest)
  }

  private func insert(
    _ rows: [Int32], into database: Database, _ rest: inout Rest, progress: Advance.Listener?
  ) throws {
    let inserter = try RowInserter(
      database, "INSERT INTO partnership_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    var lists = RowLists()
    try sheaf.entities.bytes.withUnsafeBufferPointer { ids in
      for (place, row) in rows.enumerated() {
        if place % 16_384 == 0 { progress?(Advance(step: .resolving, done: place, total: rows.count)) }
        inserter.bind(UnsafeBufferPointer(rebasing: ids[sheaf.entities.range(Int(row))]), at: 1)
        try insert(Int(row), inserter, &lists, &rest)
      }
    }
  }

  /// Whether no two claims of the row speak of the same thing.
  private func isPlain(_ row: Int) -> Bool {
    guard sheaf.ranks[row] != .deprecated else { return false }
    for index in parts.indices {
      let code = codes[index][row]
      if code >= 0, !parts[index].shares[Int(code)].isPlain { return false }
    }
    return !rivals.contains {
      codes[$0.0][row] >= 0 && codes[$0.1][row] >= 0
    }
  }

  private func insert(_ row: Int, _ inserter: RowInserter, _ lists: inout RowLists, _ rest: inout Rest) throws
  {
    lists.clear()
    for index in parts.indices {
      let code = codes[index][row]
      guard code >= 0 else { continue }
      let share = parts[index].shares[Int(code)]
      bind(share.kind, inserter, 2)
      bind(share.under, inserter, 3)
      bind(share.established, inserter, 4)
      bind(share.ended, inserter, 7)
      if share.agreement >= 0 { inserter.bind(Int(share.agreement), at: 10) }
      bind(share.initiator, inserter, 11)
      if !share.parties.isNull { lists.parties.add(arena.pointer(share.parties)) }
      if !share.declared.isNull { lists.declared.add(arena.pointer(share.declared)) }
      if share.isContestable { rest.contestable.insert(sheaf.entities[row]) }
    }
    inserter.bind(lists.parties.closed(), at: 12)
    if !lists.declared.isEmpty { inserter.bind(lists.declared.closed(), at: 13) }
    try inserter.insert()
  }

  private func insertInventories(_ rows: [Int32], into database: Database) throws {
    let snapshot = SnapshotWriter(database)
    for (part, column) in zip(parts, sheaf.parts) where part.property.name == "inventory" {
      for row in rows {
        let code = column.claims.codes[Int(row)]
        guard code >= 0 else { continue }
        for source in part.inventories[Int(code)] {
          try snapshot.insert("inventory", [sheaf.entities[Int(row)], source])
        }
      }
    }
  }

  private func bind(_ date: PartnershipPart.Date, _ inserter: RowInserter, _ index: Int32) {
    bind(date.text, inserter, index)
    bind(date.earliest, inserter, index + 1)
    bind(date.latest, inserter, index + 2)
  }

  private func bind(_ reference: TextArena.Reference, _ inserter: RowInserter, _ index: Int32) {
    if !reference.isNull { inserter.bind(arena.pointer(reference), at: index) }
  }
}

/// The JSON lists of the row that is being written.
private struct RowLists {
  var parties = JSONList()
  var declared = JSONList()

  mutating func clear() {
    parties.clear()
    declared.clear()
  }
}
