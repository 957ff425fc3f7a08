import Diplomacy
import GRDB

/// Gathers each actor's partnerships while a sheaf is loaded, and writes them as one list an actor.
///
/// Rows must be added in the order of their identifiers.
struct TiesLoader {
  private let database: Database
  private let identifiers: TextColumn
  private var numbers: [String: Int32] = [:]
  private var actors: [String] = []
  /// The actors of each part's values, once they were met.
  private var known: [[[Int32]?]] = []
  /// Pairs of an actor's number and a row.
  private var pairs: [(actor: Int32, row: Int32)] = []

  init(_ database: Database, _ identifiers: TextColumn) {
    self.database = database
    self.identifiers = identifiers
  }

  mutating func add(_ row: Int, part: Int, value: Int, _ names: [String]) {
    guard !names.isEmpty else { return }
    while known.count <= part { known.append([]) }
    while known[part].count <= value { known[part].append(nil) }
    if known[part][value] == nil { known[part][value] = names.map { number($0) } }
    for actor in known[part][value] ?? [] { pairs.append((actor, Int32(row))) }
  }

  private mutating func number(_ actor: String) -> Int32 {
    if let number = numbers[actor] { return number }
    let number = Int32(actors.count)
    numbers[actor] = number
    actors.append(actor)
    return number
  }

  /// Writes the lists: joined with those on record.
  func write() throws {
    var starts = [Int](repeating: 0, count: actors.count + 1)
    for pair in pairs { starts[Int(pair.actor) + 1] += 1 }
    for actor in actors.indices { starts[actor + 1] += starts[actor] }
    var places = starts
    var rows = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      rows[places[Int(pair.actor)]] = pair.row
      places[Int(pair.actor)] += 1
    }
    let isEmpty = try Int.fetchOne(database, sql: "SELECT 1 FROM ties LIMIT 1") == nil
    let inserter = try RowInserter(database, "INSERT INTO ties VALUES (?, ?)")
    let writer = TiesWriter(database)
    let onRecord = isEmpty ? [] : Set(try String.fetchAll(database, sql: "SELECT actor FROM ties"))
    for (number, actor) in actors.enumerated() {
      let own = rows[starts[number]..<starts[number + 1]]
      if onRecord.contains(actor) {
        try writer.merge(unique(own).map { identifiers[$0] }, into: actor)
      } else {
        try insert(actor, own, inserter)
      }
    }
  }

  private func unique(_ rows: ArraySlice<Int32>) -> [Int] {
    rows.reduce(into: []) { if $0.last != Int($1) { $0.append(Int($1)) } }
  }

  private func insert(_ actor: String, _ rows: ArraySlice<Int32>, _ inserter: RowInserter) throws {
    var json: [UInt8] = [UInt8(ascii: "[")]
    var last: Int32 = -1
    for row in rows where row != last {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      Self.quote(identifiers.bytes[identifiers.range(Int(row))], into: &json)
      last = row
    }
    json.append(UInt8(ascii: "]"))
    var actor = actor
    try actor.withUTF8 { name in
      try json.withUnsafeBufferPointer { list in
        inserter.bind(name, at: 1)
        inserter.bind(list, at: 2)
        try inserter.insert()
      }
    }
  }

  /// As JSON; only plain ASCII is copied as it is.
  private static func quote(_ identifier: ArraySlice<UInt8>, into json: inout [UInt8]) {
    let isPlain = identifier.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    guard isPlain else {
      json += StatementText.quote(String(decoding: identifier, as: UTF8.self)).utf8
      return
    }
    json.append(UInt8(ascii: "\""))
    json += identifier
    json.append(UInt8(ascii: "\""))
  }
}
