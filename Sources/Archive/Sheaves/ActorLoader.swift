import Diplomacy
import GRDB

/// Writes the snapshot's rows of a sheaf of plain actors: a name, a kind and at most one place, of which nothing else speaks.
struct ActorLoader {
  private struct Plain {
    var name = ""
    var kind: String?
    var place: String?
  }

  private let database: Database
  private let sheaf: Sheaf

  init(_ database: Database, _ sheaf: Sheaf) {
    self.database = database
    self.sheaf = sheaf
  }

  /// Writes what is plain; the rows that are left have to be resolved from all their statements.
  ///
  /// - Parameter elsewhere: hashes of the identifiers that other statements speak of; such rows are left.
  func load(elsewhere: Set<UInt32>, progress: Advance.Listener?) throws -> [Int] {
    let order = IdentifierOrder(sheaf.entities)
    let awaited = try String.fetchSet(
      database, sql: "SELECT DISTINCT ancestor FROM nesting WHERE ancestor NOT IN (SELECT id FROM actor)")
    var above = Above(database)
    let inserters = try Inserters(database)
    var rest: [Int] = []
    for (place, row) in order.rows.map(Int.init).enumerated() {
      if place % 1000 == 0 { progress?(Advance(step: .resolving, done: place, total: order.rows.count)) }
      let isRepeated =
        place > 0 && order.isSame(place - 1, place)
        || place + 1 < order.rows.count && order.isSame(place, place + 1)
      let id = sheaf.entities[row]
      guard !isRepeated, !elsewhere.contains(EntityHash.of(id.utf8)), !awaited.contains(id),
        let plain = plain(row), let ancestors = try above.ancestors(within: plain.place, of: id)
      else {
        rest.append(row)
        continue
      }
      try write(id, plain, ancestors, inserters)
    }
    return rest
  }

  private func plain(_ row: Int) -> Plain? {
    guard sheaf.ranks[row] != .deprecated else { return nil }
    var plain = Plain()
    for part in sheaf.parts {
      guard let claims = part.claims[row] else { continue }
      guard claims.count == 1, claims[0].alternatives.count == 1, claims[0].during == nil,
        claims[0].side == nil
      else { return nil }
      let value = claims[0].alternatives[0].description
      switch part.property.name {
      case "name" where plain.name.isEmpty: plain.name = value
      case "kind" where plain.kind == nil: plain.kind = value
      case "within" where plain.place == nil: plain.place = value
      default: return nil
      }
    }
    return plain.name.isEmpty ? nil : plain
  }

  private struct Inserters {
    let actor: RowInserter
    let name: RowInserter
    let within: RowInserter
    let nesting: RowInserter
    let search: RowInserter
    let searchRow: RowInserter

    init(_ database: Database) throws {
      actor = try RowInserter(
        database, "INSERT INTO actor (id, kind, name, label, unnamed) VALUES (?, ?, ?, ?, 0)")
      name = try RowInserter(database, "INSERT INTO name VALUES (?, 'name', ?, ?)")
      within = try RowInserter(
        database, "INSERT INTO within (actor, slot, parent, certain) VALUES (?, 0, ?, 1)")
      nesting = try RowInserter(database, "INSERT INTO nesting VALUES (?, ?, ?, ?)")
      search = try RowInserter(database, "INSERT INTO search (kind, entity, text) VALUES ('actor', ?, ?)")
      searchRow = try RowInserter(database, "INSERT INTO search_row VALUES (?, 'actor', ?)")
    }
  }

  private func write(_ id: String, _ plain: Plain, _ ancestors: [Above.Ancestor], _ inserters: Inserters)
    throws
  {
    try inserters.actor.insert([
      .text(id), plain.kind.map { .text($0) } ?? .null, .text(plain.name), .text(plain.name),
    ])
    try inserters.name.insert([.text(id), .text(plain.name), .text(plain.name.folded)])
    if let place = plain.place { try inserters.within.insert([.text(id), .text(place)]) }
    for ancestor in ancestors {
      try inserters.nesting.insert([
        .text(id), .text(ancestor.id), .number(ancestor.depth), .number(ancestor.isCertain ? 1 : 0),
      ])
    }
    try inserters.search.insert([.text(id), .text("\(id.searchable) \(plain.name.searchable)")])
    try inserters.searchRow.insert([.text(id), .number(Int(database.lastInsertedRowID))])
  }
}

/// What actors lie within, looked up once for each place.
private struct Above {
  struct Ancestor {
    let id: String
    let depth: Int
    let isCertain: Bool
  }

  private let database: Database
  private var known: [String: [Ancestor]] = [:]

  init(_ database: Database) { self.database = database }

  /// The actor itself and all that it lies within; nil where its place is not on record, or lies within the actor.
  mutating func ancestors(within place: String?, of actor: String) throws -> [Ancestor]? {
    let own = Ancestor(id: actor, depth: 0, isCertain: true)
    guard let place else { return [own] }
    if known[place] == nil {
      let query = try database.cachedStatement(
        sql: "SELECT ancestor, depth, certain FROM nesting WHERE actor = ?")
      known[place] = try Row.fetchAll(query, arguments: [place]).map {
        Ancestor(id: $0["ancestor"], depth: $0["depth"] + 1, isCertain: $0["certain"])
      }
    }
    guard let above = known[place], !above.isEmpty, !above.contains(where: { $0.id == actor }) else {
      return nil
    }
    return [own] + above
  }
}
