import GRDB

/// Keeps `nesting`: for each actor all that it lies within, and whether that is certain.
///
/// An ancestor is certain when some place the actor is said to lie in leads there in each of its alternatives: a city that is
/// within one of two provinces is certainly within the state that holds both. Cycles end where they close.
struct NestingWriter {
  private let database: Database
  private struct Reach {
    var depth: Int
    var isCertain: Bool
  }

  init(_ database: Database) { self.database = database }

  func refresh(_ actors: Set<String>) throws {
    var known: [String: [String: Reach]] = [:]
    for actor in actors.sorted() {
      try database.cachedStatement(sql: "DELETE FROM nesting WHERE actor = ?").execute(arguments: [actor])
      let exists = try database.cachedStatement(sql: "SELECT 1 FROM actor WHERE id = ?")
      guard try Int.fetchOne(exists, arguments: [actor]) != nil else { continue }
      let insertion = try database.cachedStatement(sql: "INSERT INTO nesting VALUES (?, ?, ?, ?)")
      for (ancestor, reach) in try ancestors(of: actor, path: [], known: &known) {
        try insertion.execute(arguments: [actor, ancestor, reach.depth, reach.isCertain ? 1 : 0])
      }
      try label(actor)
    }
  }

  private func ancestors(
    of actor: String, path: Set<String>, known: inout [String: [String: Reach]]
  ) throws -> [String: Reach] {
    if let reached = known[actor] { return reached }
    var result = [actor: Reach(depth: 0, isCertain: true)]
    guard !path.contains(actor) else { return result }
    for parents in try placements(of: actor) {
      var reaches: [[String: Reach]] = []
      for parent in parents {
        reaches.append(try ancestors(of: parent, path: path.union([actor]), known: &known))
      }
      for (parent, reach) in reaches.joined() {
        let isCertain = reaches.allSatisfy { $0[parent]?.isCertain == true }
        let found = Reach(depth: reach.depth + 1, isCertain: isCertain)
        if let known = result[parent] {
          result[parent] = Reach(
            depth: min(known.depth, found.depth), isCertain: known.isCertain || found.isCertain)
        } else {
          result[parent] = found
        }
      }
    }
    if path.isEmpty { known[actor] = result }
    return result
  }

  /// The alternatives of each place the actor is said to lie in.
  private func placements(of actor: String) throws -> [[String]] {
    let query = try database.cachedStatement(
      sql: "SELECT slot, parent FROM within WHERE actor = ? ORDER BY slot")
    let rows = try Row.fetchAll(query, arguments: [actor]).map {
      (slot: $0["slot"] as Int, parent: $0["parent"] as String)
    }
    return Dictionary(grouping: rows, by: \.slot).values.map { $0.map(\.parent) }
  }

  /// What an actor is called where it has no name: "unnamed region (France or Spain)".
  private func label(_ actor: String) throws {
    try database.cachedStatement(
      sql: """
        UPDATE actor SET label = coalesce(name,
          'unnamed ' || coalesce(kind, 'actor') || coalesce(
            ' (' || (SELECT group_concat(coalesce(parent.name, within.parent), ' or ')
                     FROM within LEFT JOIN actor AS parent ON parent.id = within.parent
                     WHERE within.actor = actor.id) || ')', ''))
        WHERE id = ?
        """
    ).execute(arguments: [actor])
  }
}
