import Diplomacy
import Foundation
import GRDB

/// Keeps `ties`: for each actor the partnerships it is, or may be, a party to, as a JSON array of identifiers in their order.
///
/// A list an actor instead of a row a party: the index of a million partnerships is some thousand rows.
struct TiesWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func add(_ partnership: String, to actor: String) throws {
    try change(actor) { list in
      let place = list.firstIndex { $0 >= partnership } ?? list.endIndex
      if place == list.endIndex || list[place] != partnership { list.insert(partnership, at: place) }
    }
  }

  /// Takes the partnership from the lists of those who are its parties as the snapshot stands.
  func remove(_ partnership: String) throws {
    let parties = try database.cachedStatement(sql: "SELECT DISTINCT actor FROM party WHERE partnership = ?")
    for actor in try String.fetchAll(parties, arguments: [partnership]) {
      try change(actor) { list in list.removeAll { $0 == partnership } }
    }
  }

  /// Adds partnerships in the order of their identifiers to an actor's list.
  func merge(_ partnerships: [String], into actor: String) throws {
    try change(actor) { list in
      list = list.isEmpty ? partnerships : Set(list).union(partnerships).sorted()
    }
  }

  private func change(_ actor: String, _ body: (inout [String]) -> Void) throws {
    let query = try database.cachedStatement(sql: "SELECT partnerships FROM ties WHERE actor = ?")
    let text = try String.fetchOne(query, arguments: [actor])
    var list = try text.map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) } ?? []
    body(&list)
    if list.isEmpty {
      try database.cachedStatement(sql: "DELETE FROM ties WHERE actor = ?").execute(arguments: [actor])
    } else {
      let json = list.jsonList
      try database.cachedStatement(
        sql:
          "INSERT INTO ties VALUES (?, ?) ON CONFLICT (actor) DO UPDATE SET partnerships = excluded.partnerships"
      ).execute(arguments: [actor, json])
    }
  }
}
