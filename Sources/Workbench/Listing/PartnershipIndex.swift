public import Archive
public import Chronology
public import Diplomacy

/// All partnerships in lists ready made: of those within each actor and of each kind, the earliest first. A page of one among a million,
/// and their number by kind, take no search.
///
/// What is within an actor, and certainly so, is what `LedgerCount` takes for it: a partnership of which one party is, or lies within, the actor.
public struct PartnershipIndex: Sendable {
  /// A partnership in a list.
  public struct Entry: Hashable, Sendable {
    /// Its number in the ledger.
    public let number: Int
    /// Whether it stands there however the record is read.
    public let isCertain: Bool
  }

  let ledger: Ledger
  /// The partnerships' numbers by the first day that they may have been established on, the undated last; then by identifier.
  private let order: [Int32]
  private let lists: IndexLists
  /// What the ledger's actors are called.
  private let labels: [String]
  private let dates: WrittenDates

  /// Takes a second for a million partnerships.
  ///
  /// - Parameter archive: whose ledger it is, as it stands; it says what the actors are called, and how dates are written.
  public init(_ ledger: Ledger, in archive: ArchiveStore) throws {
    let labels = try archive.labels()
    self.ledger = ledger
    dates = try archive.writtenDates()
    self.labels = ledger.actors.all.map { labels[$0.id] ?? $0.id }
    order = Self.order(ledger)
    lists = IndexLists(ledger, order: order)
  }

  /// The kinds that partnerships have; nil for those of which none is said.
  public var kinds: [String?] { ledger.kinds }

  /// Whether a party is, or lies within, an actor of that identifier.
  public func knows(_ actor: ActorID) -> Bool { lists.list(actor.text, 0) != nil }

  /// How many there are of each kind, of those within an actor or of all; kinds of which there is none are left out.
  public func countsByKind(within actor: ActorID?) -> [(kind: String?, count: Count)] {
    ledger.kinds.indices.compactMap { kind in
      guard let list = lists.list(actor?.text, kind), !list.isEmpty else { return nil }
      let certain = list.count { IndexLists.isCertain($0) }
      return (ledger.kinds[kind], Count(certain: certain, possible: list.count))
    }
  }

  /// - Parameters:
  ///   - actor: that a party is, or lies within; nil for any.
  ///   - kind: nil for any.
  ///   - established: when it may have been established; nil for any time.
  public func list(within actor: ActorID?, kind: PartnershipKind?, established: Period?) -> PartnershipList {
    let wanted = ledger.kinds.indices.filter { kind == nil || ledger.kinds[$0] == kind?.rawValue }
    let found = wanted.compactMap { lists.list(actor?.text, $0) }.filter { !$0.isEmpty }
    return PartnershipList(found, order: order, ledger: ledger, established: established)
  }

  public func id(_ entry: Entry) -> String { ledger.identifiers[entry.number] }

  /// Nil where nothing is said.
  public func kind(_ entry: Entry) -> String? { ledger.kinds[Int(ledger.kindCodes[entry.number])] }

  /// When it was established, as EDTF; nil where nothing is said.
  public func established(_ entry: Entry) -> String? { dates[entry.number] }

  /// What the partnership is called, as in the view `partnership` (`Documentation/Schema.md`): its parties with a dash between, that of China
  /// last; of a party that is one of several, all of them.
  public func title(_ entry: Entry) -> String {
    var parties: [(isLast: Bool, names: String)] = []
    var slot: Int32?
    for seat in ledger.seats[ledger.seats(of: entry.number)] {
      let label = labels[Int(seat.actor)]
      if seat.slot == slot {
        parties[parties.count - 1].names += " or " + label
      } else {
        parties.append((seat.side >= 0 && ledger.sides[Int(seat.side)] == "cn", label))
        slot = seat.slot
      }
    }
    let ordered = parties.filter { !$0.isLast } + parties.filter(\.isLast)
    return ordered.isEmpty ? id(entry) : ordered.map(\.names).joined(separator: " – ")
  }

  private static func order(_ ledger: Ledger) -> [Int32] {
    let days = ledger.dates.map { ($0.establishedEarliest ?? $0.establishedLatest)?.number ?? .max }
    let ranks = Dictionary(
      uniqueKeysWithValues: Set(days).sorted().enumerated().map { ($1, $0) })
    let rankOfDate = days.map { ranks[$0] ?? 0 }
    // Those of one day stay in the order of their identifiers.
    var places = [Int](repeating: 0, count: ranks.count + 1)
    for date in ledger.dateCodes { places[rankOfDate[Int(date)] + 1] += 1 }
    for rank in places.indices.dropFirst() { places[rank] += places[rank - 1] }
    var order = [Int32](repeating: 0, count: ledger.count)
    for (number, date) in ledger.dateCodes.enumerated() {
      let rank = rankOfDate[Int(date)]
      order[places[rank]] = Int32(number)
      places[rank] += 1
    }
    return order
  }
}
