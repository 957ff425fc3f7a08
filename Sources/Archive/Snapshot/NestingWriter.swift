import GRDB

/// Keeps `nesting`: for each actor all that it lies within, and whether that is certain.
///
/// An ancestor is certain when it is reached whichever alternative is true of each place: a city that is within one of two
/// provinces is certainly within the state that holds both. Actors that lie within one another do not matter.
struct NestingWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func refresh(_ actors: Set<String>) throws {
    var places: [String: [[String]]] = [:]
    for actor in actors.sorted() {
      try database.cachedStatement(sql: "DELETE FROM nesting WHERE actor = ?").execute(arguments: [actor])
      let exists = try database.cachedStatement(sql: "SELECT 1 FROM actor WHERE id = ?")
      guard try Int.fetchOne(exists, arguments: [actor]) != nil else { continue }
      let insertion = try database.cachedStatement(sql: "INSERT INTO nesting VALUES (?, ?, ?, ?)")
      let depths = try depths(above: actor, &places)
      let isOpen = depths.keys.contains { places[$0]?.contains { $0.count > 1 } == true }
      for (ancestor, depth) in depths {
        let isCertain = !isOpen || leadsSurely(from: actor, to: ancestor, among: depths.keys, places)
        try insertion.execute(arguments: [actor, ancestor, depth, isCertain ? 1 : 0])
      }
      try label(actor)
    }
  }

  /// Everything that the actor may lie within, and in how many steps at least. Reads their places.
  private func depths(above actor: String, _ places: inout [String: [[String]]]) throws -> [String: Int] {
    var depths = [actor: 0]
    var front = [actor]
    while !front.isEmpty {
      var next: [String] = []
      for lower in front {
        if places[lower] == nil { places[lower] = try placements(of: lower) }
        for upper in (places[lower] ?? []).joined() where depths[upper] == nil {
          depths[upper] = (depths[lower] ?? 0) + 1
          next.append(upper)
        }
      }
      front = next
    }
    return depths
  }

  /// Whether the ancestor is reached in every world: an actor leads there when some place of it does, with each alternative.
  private func leadsSurely(
    from actor: String, to ancestor: String, among actors: some Collection<String>,
    _ places: [String: [[String]]]
  ) -> Bool {
    var leading: Set<String> = [ancestor]
    var found = true
    while found, !leading.contains(actor) {
      found = false
      for lower in actors where !leading.contains(lower) {
        guard places[lower]?.contains(where: { $0.allSatisfy(leading.contains) }) == true else { continue }
        leading.insert(lower)
        found = true
      }
    }
    return leading.contains(actor)
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
