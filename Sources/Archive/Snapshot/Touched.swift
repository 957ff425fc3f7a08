import Diplomacy
import GRDB

/// Which rows have to be looked at again: the entities spoken of, and those that their rows lead to.
struct Touched {
  private(set) var entities: Set<EntityReference>
  /// Actors whose nesting may differ: those spoken of and everything that lies within them.
  private(set) var actors: Set<String> = []
  /// Partnerships whose labels or evidence of activity may differ.
  private(set) var partnerships: Set<String> = []

  init(_ entities: Set<EntityReference>, partnerships: Set<String> = []) {
    self.entities = entities
    self.partnerships = partnerships
  }

  /// What the search index may say otherwise of.
  var found: Set<EntityReference> {
    entities.union(partnerships.map { EntityReference(.partnership, $0) })
  }

  /// Follows the snapshot's references as they stand: call it before the entities are written again and after.
  mutating func followReferences(in database: Database) throws {
    let below = try database.cachedStatement(sql: "SELECT actor FROM nesting WHERE ancestor = ?")
    let ofEvent = try database.cachedStatement(
      sql: "SELECT partnership FROM event_partnership WHERE event = ?")
    let ofEpisode = try database.cachedStatement(sql: "SELECT partnership FROM episode_row WHERE id = ?")
    for entity in entities {
      switch entity.kind {
      case .actor:
        actors.insert(entity.id)
        actors.formUnion(try String.fetchAll(below, arguments: [entity.id]))
      case .partnership: partnerships.insert(entity.id)
      case .event: partnerships.formUnion(try String.fetchAll(ofEvent, arguments: [entity.id]))
      case .episode:
        partnerships.formUnion(
          try Optional<String>.fetchAll(ofEpisode, arguments: [entity.id]).compactMap(\.self))
      case .flow, .observation: break
      }
    }
  }
}
