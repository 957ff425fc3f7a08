import Diplomacy
import GRDB

/// Writes each actor's partnerships of a sheaf as one list an actor.
struct TiesLoader {
  private let database: Database
  private let identifiers: TextColumn
  private let actors: [String]

  init(_ database: Database, _ identifiers: TextColumn, _ actors: [String]) {
    self.database = database
    self.identifiers = identifiers
    self.actors = actors
  }

  /// Writes the lists, joined with those on record.
  ///
  /// - Parameters:
  ///   - rows: in the order of their identifiers.
  ///   - each: tells the numbers of a row's actors.
  func write(_ rows: [Int32], each: (_ row: Int32, _ tell: (Int32) -> Void) -> Void) throws {
    var starts = [Int](repeating: 0, count: actors.count + 1)
    for row in rows { each(row) { starts[Int($0) + 1] += 1 } }
    for actor in actors.indices { starts[actor + 1] += starts[actor] }
    var places = starts
    var grouped = [Int32](repeating: 0, count: starts[actors.count])
    for row in rows {
      each(row) { actor in
        grouped[places[Int(actor)]] = row
        places[Int(actor)] += 1
      }
    }
    let onRecord = Set(try String.fetchAll(database, sql: "SELECT actor FROM ties"))
    let inserter = try RowInserter(database, "INSERT INTO ties VALUES (?, ?)")
    let list = JSONList()
    for (number, actor) in actors.enumerated() where starts[number] < starts[number + 1] {
      let own = grouped[starts[number]..<starts[number + 1]]
      if onRecord.contains(actor) {
        var names = own.map { identifiers[Int($0)] }
        names = names.indices.filter { $0 == 0 || names[$0] != names[$0 - 1] }.map { names[$0] }
        try TiesWriter(database).merge(names, into: actor)
      } else {
        try insert(actor, own, inserter, list)
      }
    }
  }

  private func insert(_ actor: String, _ rows: ArraySlice<Int32>, _ inserter: RowInserter, _ list: JSONList)
    throws
  {
    list.clear()
    identifiers.bytes.withUnsafeBufferPointer { bytes in
      var last: Int32 = -1
      for row in rows where row != last {
        list.add(
          text: UnsafeBufferPointer(rebasing: bytes[identifiers.range(Int(row))]), quote: StatementText.quote)
        last = row
      }
    }
    var actor = actor
    try actor.withUTF8 { name in
      inserter.bind(name, at: 1)
      inserter.bind(list.closed(), at: 2)
      try inserter.insert()
    }
  }
}
