import Archive
import Diplomacy

extension Record {
  /// The page on which a statement can be seen: of what it speaks, or of what that belongs to; else of its source.
  func home(of statement: Diplomacy.Statement) throws -> String {
    try page(of: statement.entity) ?? Address.source(statement.source.text)
  }

  /// The page on which a thing is shown; nil where there is none.
  func page(of entity: EntityReference) throws -> String? {
    switch entity.kind {
    case .actor, .partnership:
      return try archive.holds(entity) ? Address.page(of: entity.kind.rawValue, entity.id) : nil
    case .episode:
      let partnership = try related(entity, "SELECT partnership FROM episode WHERE id = :id")
      return partnership.map(Address.partnership)
    case .event:
      let partnership = try related(
        entity,
        "SELECT partnership FROM event_partnership WHERE event = :id ORDER BY partnership LIMIT 1")
      if let partnership { return Address.partnership(partnership) }
      let actor = try related(
        entity, "SELECT actor FROM participant WHERE event = :id ORDER BY role, actor LIMIT 1")
      return actor.map(Address.actor)
    case .flow:
      let event = try related(entity, "SELECT event FROM flow WHERE id = :id")
      return try event.flatMap { try page(of: EntityReference(.event, $0)) }
    case .observation: return nil
    }
  }

  /// What a query gives first of a thing.
  private func related(_ entity: EntityReference, _ sql: String) throws -> String? {
    let rows = try archive.query(sql, ["id": entity.id]).rows
    guard let cell = rows.first?.first, cell != .null else { return nil }
    return cell.text
  }
}
