import Chronology
import Diplomacy

/// What each value of one part of a sheaf comes to in the partnership's row.
struct PartnershipPart: Sendable {
  /// One value's share of the row. A row's parts fill different columns, or add to the lists.
  struct Share: Sendable {
    /// By the columns of `partnership_row` from `kind` to `initiator`, without `agreement`; the last two add to `parties` and `declared`.
    var kind = TextArena.Reference.null
    var under = TextArena.Reference.null
    var established = Date()
    var ended = Date()
    var initiator = TextArena.Reference.null
    var parties = TextArena.Reference.null
    var declared = TextArena.Reference.null
    /// -1 where nothing is said.
    var agreement: Int32 = -1
    /// Whether it stands by itself: one claim, of a property that the row cannot contest.
    var isPlain = true
    /// Whether it is declared inactive for some days, or counted in a census: other evidence may contradict that.
    var isContestable = false
  }

  struct Date: Sendable {
    var text = TextArena.Reference.null
    var earliest = TextArena.Reference.null
    var latest = TextArena.Reference.null
  }

  let property: Property
  /// The side that all its values speak of; nil when they differ or there is none.
  let side: String?
  let shares: [Share]
  /// A party as the ledger counts it: its side, and the numbers of the actors that it may be.
  struct Party: Sendable {
    let side: String?
    let actors: [Int32]
  }

  /// What the ledger counts of a value, besides its agreement.
  struct Counted: Sendable {
    let kind: String?
    let dates: Ledger.Dates
    let parties: [Party]
  }

  let counted: [Counted]
  /// The actors that each value names, by their numbers, each once.
  let actors: [[Int32]]
  /// The censuses that each value names.
  let inventories: [[String]]

  /// - Parameter number: an actor's number.
  init(_ part: Sheaf.Part, resolver: Resolver, arena: TextArena, number: (String) -> Int32) {
    property = part.property
    let sides = Set(part.claims.values.flatMap { $0.map(\.side) })
    side = sides.count == 1 ? sides.first ?? nil : nil
    let entity = EntityReference(.partnership, "")
    var shares: [Share] = []
    var actors: [[Int32]] = []
    var counted: [Counted] = []
    var inventories: [[String]] = []
    for claims in part.claims.values {
      let statement = Statement(
        recordedAs: "", entity: entity, says: [part.property: claims], source: "", locator: "", rank: .normal,
        certainty: .stated, coder: "", note: "")
      let partnership = Partnership(resolver.resolve(entity, [statement]))
      let columns = PartnershipColumns(partnership)
      var share = Share()
      share.kind = arena.add(columns.kind)
      share.under = arena.add(columns.under)
      share.established = Date(columns.established, arena)
      share.ended = Date(columns.ended, arena)
      share.agreement = columns.agreement.map { $0 ? 1 : 0 } ?? -1
      share.initiator = arena.add(columns.initiator)
      share.parties = arena.add(columns.parties.isEmpty ? nil : columns.parties.joined(separator: ","))
      share.declared = arena.add(columns.declared.isEmpty ? nil : columns.declared.joined(separator: ","))
      share.isPlain = claims.count == 1 && partnership.exists && part.property.name != "exists"
      share.isContestable =
        partnership.declarations.contains { !$0.isActive && $0.during != nil }
        || !partnership.inventories.isEmpty
      shares.append(share)
      actors.append(partnership.actors.map(number))
      counted.append(
        Counted(
          kind: columns.kind,
          dates: Ledger.Dates(
            establishedEarliest: columns.established.earliest.flatMap { Day($0) },
            establishedLatest: columns.established.latest.flatMap { Day($0) },
            endedEarliest: columns.ended.earliest.flatMap { Day($0) },
            endedLatest: columns.ended.latest.flatMap { Day($0) }),
          parties: partnership.parties.map { party in
            Party(side: party.side, actors: party.actor.alternatives.map { number($0.text) })
          }))
      inventories.append(partnership.inventories.map(\.text))
    }
    self.shares = shares
    self.actors = actors
    self.counted = counted
    self.inventories = inventories
  }
}

extension PartnershipPart.Date {
  fileprivate init(_ columns: DateColumns, _ arena: TextArena) {
    text = arena.add(columns.text)
    earliest = arena.add(columns.earliest)
    latest = arena.add(columns.latest)
  }
}
