import Diplomacy

/// What each value of one part of a sheaf comes to in the partnership's row.
struct PartnershipPart {
  /// One value's share of the row. A row's parts fill different columns, or add to the lists.
  struct Share {
    var kind = TextArena.Reference.null
    var under = TextArena.Reference.null
    var established = [TextArena.Reference](repeating: .null, count: 3)
    var ended = [TextArena.Reference](repeating: .null, count: 3)
    var agreement: Bool?
    var initiator = TextArena.Reference.null
    var parties = TextArena.Reference.null
    var declared = TextArena.Reference.null
    var actors: [String] = []
    var inventories: [String] = []
    /// Whether it stands by itself: one claim, of a property that the row cannot contest.
    var isPlain = true
    /// Whether it is declared inactive for some days, which other evidence may contradict.
    var isContestable = false
  }

  let property: Property
  /// The side that all its values speak of; nil when they differ or there is none.
  let side: String?
  let shares: [Share]

  init(_ part: Sheaf.Part, resolver: Resolver, arena: TextArena) {
    property = part.property
    let sides = Set(part.claims.values.flatMap { $0.map(\.side) })
    side = sides.count == 1 ? sides.first ?? nil : nil
    let entity = EntityReference(.partnership, "")
    shares = part.claims.values.map { claims in
      let statement = Statement(
        recordedAs: "", entity: entity, says: [part.property: claims], source: "", locator: "", rank: .normal,
        certainty: .stated, coder: "", note: "")
      let partnership = Partnership(resolver.resolve(entity, [statement]))
      let columns = PartnershipColumns(partnership)
      var share = Share()
      share.kind = arena.add(columns.kind)
      share.under = arena.add(columns.under)
      share.established = columns.established.references(arena)
      share.ended = columns.ended.references(arena)
      share.agreement = columns.agreement
      share.initiator = arena.add(columns.initiator)
      share.parties = arena.add(columns.parties.isEmpty ? nil : columns.parties.joined(separator: ","))
      share.declared = arena.add(columns.declared.isEmpty ? nil : columns.declared.joined(separator: ","))
      share.actors = partnership.actors
      share.inventories = partnership.inventories.map(\.text)
      share.isPlain = claims.count == 1 && partnership.exists && part.property.name != "exists"
      share.isContestable = partnership.declarations.contains { !$0.isActive && $0.during != nil }
      return share
    }
  }
}

extension DateColumns {
  fileprivate func references(_ arena: TextArena) -> [TextArena.Reference] {
    [text, earliest, latest].map(arena.add)
  }
}
