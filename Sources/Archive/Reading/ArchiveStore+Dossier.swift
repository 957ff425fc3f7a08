public import Diplomacy

extension ArchiveStore {
  /// What is on record of an actor, a partnership, an event or an observation; nil when there is no such entity.
  ///
  /// - Parameters:
  ///   - first: how many of an actor's partnerships are passed over, the earliest first.
  ///   - most: how many of an actor's partnerships are gathered then, and how many events, the latest of them; nil for all.
  public func dossier(
    of entity: EntityReference, from first: Int = 0, atMost most: Int? = nil
  ) throws -> Dossier? {
    let reader = DossierReader(archive: self)
    guard let title = try reader.title(of: entity) else { return nil }
    let (ties, tieCount) = try reader.ties(of: entity, called: title, from: first, atMost: most)
    let (happenings, happeningCount) = try reader.happenings(of: entity, atMost: most)
    let flows = try reader.flows(of: happenings.map(\.id))
    let episodes = try reader.episodes(of: ties.map(\.id))
    let about =
      [entity] + ties.map { EntityReference(.partnership, $0.id) }
      + episodes.map { EntityReference(.episode, $0) }
      + happenings.map { EntityReference(.event, $0.id) } + flows.map { EntityReference(.flow, $0) }
    // A partnership is the first of its own ties.
    let own = entity.kind == .partnership ? ties.first?.facts : nil
    return Dossier(
      entity: entity, title: title, facts: try own ?? reader.facts(of: entity),
      nestings: try reader.nestings(of: entity), ties: ties, tieCount: tieCount,
      happenings: happenings, happeningCount: happeningCount, contradictions: try contradictions(of: about),
      statements: try log(of: about))
  }

  /// Whether there is such an entity on record.
  public func holds(_ entity: EntityReference) throws -> Bool {
    try !query("SELECT 1 FROM \(Schema.table(of: entity.kind)) WHERE id = :id", ["id": entity.id]).rows
      .isEmpty
  }

  /// The entity that a person means: an identifier of any kind, that of a statement on it, or a name, code or alias of an actor.
  public func entity(named text: String) throws -> EntityReference? {
    if text.hasPrefix("s-"), let logged = try log(ids: [StatementID(text)]).first {
      return logged.statement.entity
    }
    for kind in EntityKind.allCases {
      if try holds(EntityReference(kind, text)) { return EntityReference(kind, text) }
    }
    for sort in ["code", "name", "alias"] {
      let found = try query(
        "SELECT DISTINCT actor FROM name WHERE folded = :folded AND sort = :sort LIMIT 2",
        ["folded": text.folded, "sort": sort]
      ).rows
      if !found.isEmpty { return found.count == 1 ? EntityReference(.actor, found[0][0].text) : nil }
    }
    return nil
  }
}
