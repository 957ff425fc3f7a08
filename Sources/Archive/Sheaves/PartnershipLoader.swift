import Diplomacy
import GRDB

/// Writes the snapshot's rows of a sheaf of partnerships that nothing else speaks of: no more is to be resolved than what each value says.
struct PartnershipLoader {
  /// What is left to be done for a sheaf.
  struct Rest {
    /// Rows whose partnerships have to be resolved from all their statements.
    var rows: [Int] = []
    /// Partnerships that other evidence may contradict.
    var contestable: Set<String> = []
  }

  private let database: Database
  private let sheaf: Sheaf
  private let arena = TextArena()
  private let parts: [PartnershipPart]

  init(_ database: Database, _ sheaf: Sheaf, resolver: Resolver) {
    self.database = database
    self.sheaf = sheaf
    let arena = arena
    parts = sheaf.parts.map { PartnershipPart($0, resolver: resolver, arena: arena) }
  }

  /// - Parameters:
  ///   - elsewhere: hashes of the identifiers that other statements speak of; such rows are left.
  ///   - isHeard: whether a row counts at all.
  func load(
    elsewhere: Set<UInt32>, isHeard: (Int) -> Bool = { _ in true }, progress: Advance.Listener?
  ) throws -> Rest {
    var rest = Rest()
    let order = IdentifierOrder(sheaf.entities)
    var ties = TiesLoader(database, sheaf.entities)
    let inserter = try RowInserter(
      database, "INSERT INTO partnership_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    var scratch = Scratch()
    try sheaf.entities.bytes.withUnsafeBufferPointer { ids in
      var place = 0
      while place < order.rows.count {
        if place % 16_384 == 0 {
          progress?(Advance(step: .resolving, done: place, total: order.rows.count))
        }
        let row = Int(order.rows[place])
        let range = sheaf.entities.range(row)
        var next = place + 1
        while next < order.rows.count, order.isSame(next - 1, next) { next += 1 }
        defer { place = next }
        let isAlone = next == place + 1 && !elsewhere.contains(EntityHash.of(ids[range]))
        guard isAlone, isPlain(row) else {
          rest.rows += order.rows[place..<next].map(Int.init).filter(isHeard)
          continue
        }
        guard isHeard(row) else { continue }
        inserter.bind(UnsafeBufferPointer(rebasing: ids[range]), at: 1)
        try insert(row, inserter, &scratch, &ties, &rest)
      }
    }
    try ties.write()
    return rest
  }

  private struct Scratch {
    var parties: [UInt8] = []
    var declared: [UInt8] = []
  }

  /// Whether no two claims of the row speak of the same thing.
  private func isPlain(_ row: Int) -> Bool {
    guard sheaf.ranks[row] != .deprecated else { return false }
    for (index, part) in parts.enumerated() {
      let code = sheaf.parts[index].claims.codes[row]
      guard code >= 0 else { continue }
      guard part.shares[Int(code)].isPlain else { return false }
      for other in 0..<index where parts[other].property == part.property {
        guard sheaf.parts[other].claims.codes[row] >= 0 else { continue }
        guard let side = part.side, let rival = parts[other].side, side != rival else { return false }
      }
    }
    return true
  }

  private func insert(
    _ row: Int, _ inserter: RowInserter, _ scratch: inout Scratch, _ ties: inout TiesLoader, _ rest: inout Rest
  ) throws {
    scratch.parties.removeAll(keepingCapacity: true)
    scratch.declared.removeAll(keepingCapacity: true)
    for index in parts.indices {
      let code = Int(sheaf.parts[index].claims.codes[row])
      guard code >= 0 else { continue }
      parts[index].shares.withUnsafeBufferPointer { shares in
        let share = shares[code]
        bind(share.kind, inserter, 2)
        bind(share.under, inserter, 3)
        for place in 0..<3 {
          bind(share.established[place], inserter, 4 + Int32(place))
          bind(share.ended[place], inserter, 7 + Int32(place))
        }
        if let agreement = share.agreement { inserter.bind(agreement ? 1 : 0, at: 10) }
        bind(share.initiator, inserter, 11)
        add(share.parties, to: &scratch.parties)
        add(share.declared, to: &scratch.declared)
        ties.add(row, part: index, value: code, share.actors)
      }
      let share = parts[index].shares[code]
      if share.isContestable { rest.contestable.insert(sheaf.entities[row]) }
    }
    scratch.parties.append(UInt8(ascii: "]"))
    if scratch.parties.count == 1 { scratch.parties.insert(UInt8(ascii: "["), at: 0) }
    if !scratch.declared.isEmpty { scratch.declared.append(UInt8(ascii: "]")) }
    try scratch.parties.withUnsafeBufferPointer { parties in
      try scratch.declared.withUnsafeBufferPointer { declared in
        inserter.bind(parties, at: 12)
        if !declared.isEmpty { inserter.bind(declared, at: 13) }
        try inserter.insert()
      }
    }
    try insertInventories(row)
  }

  private func insertInventories(_ row: Int) throws {
    for index in parts.indices where parts[index].property.name == "inventory" {
      let code = Int(sheaf.parts[index].claims.codes[row])
      guard code >= 0 else { continue }
      for source in parts[index].shares[code].inventories {
        try SnapshotWriter(database).insert("inventory", [sheaf.entities[row], source])
      }
    }
  }

  private func bind(_ reference: TextArena.Reference, _ inserter: RowInserter, _ index: Int32) {
    if !reference.isNull { inserter.bind(arena.pointer(reference), at: index) }
  }

  private func add(_ reference: TextArena.Reference, to list: inout [UInt8]) {
    guard !reference.isNull else { return }
    list.append(UInt8(ascii: list.isEmpty ? "[" : ","))
    list.append(contentsOf: arena.pointer(reference))
  }
}
