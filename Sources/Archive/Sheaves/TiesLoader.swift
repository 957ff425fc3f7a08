import Diplomacy
import GRDB

/// Writes each actor's partnerships of a sheaf as one list an actor.
struct TiesLoader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Writes the lists, joined with those on record.
  func write(_ lists: TiesLists) throws {
    let onRecord = Set(try String.fetchAll(database, sql: "SELECT actor FROM ties"))
    let inserter = try RowInserter(database, "INSERT INTO ties VALUES (?, ?)")
    for number in lists.actors.indices {
      let list = lists.list(number)
      guard !list.isEmpty else { continue }
      if onRecord.contains(lists.actors[number]) {
        try TiesWriter(database).merge(lists.partnerships(number), into: lists.actors[number])
      } else {
        var actor = lists.actors[number]
        try actor.withUTF8 { name in
          try list.withUnsafeBufferPointer { list in
            inserter.bind(name, at: 1)
            inserter.bind(list, at: 2)
            try inserter.insert()
          }
        }
      }
    }
  }
}
