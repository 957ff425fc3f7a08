public import Chronology

/// Turns the statements on an entity into one account of it, under a lens. Pure: the same statements give the same account.
public struct Resolver: Sendable {
  public let lens: Lens
  /// When a source was issued, for the policies that go by it; nil sorts last.
  private let issued: @Sendable (SourceID) -> Day?
  /// The place of the rival that stands, by contradiction; the lens's policy decides the others.
  private let settled: [Contradiction.ID: Int]

  public init(
    lens: Lens, settled: [Contradiction.ID: Int] = [:], issued: @escaping @Sendable (SourceID) -> Day?
  ) {
    self.lens = lens
    self.settled = settled
    self.issued = issued
  }

  /// Resolves statements that are live (not retracted) and in the order they were recorded.
  public func resolve(_ entity: EntityReference, _ statements: [Statement]) -> Resolution {
    var values: [String: [Resolution.Value]] = [:]
    var contradictions: [Contradiction] = []
    for property in Set(statements.flatMap(\.says.keys)).sorted() {
      let heard = heard(statements, on: property)
      var groups: [GroupKey: [Heard]] = [:]
      var order: [GroupKey] = []
      for one in heard {
        let key = GroupKey(one, property: property)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(one)
      }
      for key in order {
        let rivals = rivals(best(groups[key] ?? []))
        let contradiction = contradiction(
          of: entity, property, key.side, rivals,
          number: 1 + contradictions.count { $0.property == property.name && $0.side == key.side })
        let standing = contradiction.flatMap { settled[$0.id] }
        values[property.name, default: []].append(choose(among: rivals, standing: standing))
        if let contradiction { contradictions.append(contradiction) }
      }
    }
    return Resolution(entity: entity, values: values, contradictions: contradictions)
  }

  /// Claims that may hold on the lens's day.
  private func heard(_ statements: [Statement], on property: Property) -> [Heard] {
    statements.filter { $0.rank != .deprecated }.flatMap { statement in
      var seats: [String: Int] = [:]
      return (statement.says[property] ?? []).map { claim -> Heard in
        let seat = claim.side.map { seats[$0, default: 0] } ?? 0
        if let side = claim.side { seats[side] = seat + 1 }
        return Heard(claim: claim, seat: seat, statement: statement)
      }.filter { holds($0.claim) }
    }
  }

  /// Those of the best rank present, of claims on the same thing.
  private func best(_ heard: [Heard]) -> [Heard] {
    let preferred = heard.filter { $0.statement.rank == .preferred }
    return preferred.isEmpty ? heard : preferred
  }

  private func holds(_ claim: Claim) -> Bool {
    guard let day = lens.validOn, let during = claim.during else { return true }
    return during.range.contains(day)
  }

  /// Statements that can all be true together make one rival, with the narrowest value they allow.
  private func rivals(_ heard: [Heard]) -> [Rival] {
    ConsistentSets(heard.map(\.claim)).members.map { member in
      Rival(claim: member.claim, statements: member.numbers.map { heard[$0].statement })
    }
  }

  private func contradiction(
    of entity: EntityReference, _ property: Property, _ side: String?, _ rivals: [Rival], number: Int
  ) -> Contradiction? {
    guard rivals.count > 1, let type = property.contradiction else { return nil }
    return Contradiction(
      entity: entity, property: property.name, side: side, type: type, rule: .statements,
      rivals: rivals.map {
        Contradiction.Rival(value: $0.claim.spelled, statements: $0.statements.map(\.id))
      }, number: number)
  }

  /// The rival that is settled or that the policy takes. Rivals that the policy cannot tell apart, such as two values of one source
  /// under one that goes by sources, all stay possible.
  private func choose(among rivals: [Rival], standing: Int?) -> Resolution.Value {
    let kept: [Rival]
    switch lens.policy {
    case _ where rivals.count == 1: kept = rivals
    case _ where standing.map(rivals.indices.contains) == true: kept = [rivals[standing ?? 0]]
    case .undecided: kept = rivals
    case .earliestSource: kept = earliest(rivals)
    case .latestSource: kept = first(rivals) { -(issued($0.source)?.number ?? -.max) }
    case .lowest: kept = ordered(rivals, by: <).map(Self.least) ?? earliest(rivals)
    case .highest:
      kept = ordered(rivals, by: >).map { Self.least($0.map { (-$0.0, $0.1) }) } ?? earliest(rivals)
    case .sourcesFirst(let sources):
      let speaks = rivals.contains { $0.statements.contains { sources.contains($0.source) } }
      kept = speaks ? first(rivals) { sources.firstIndex(of: $0.source) ?? .max } : earliest(rivals)
    }
    let claim = kept[0].claim
    return Resolution.Value(
      claim: Claim(
        kept.flatMap(\.claim.alternatives).unique, side: claim.side, role: claim.role, during: claim.during),
      statements: kept.flatMap(\.statements).map(\.id).unique)
  }

  private func earliest(_ rivals: [Rival]) -> [Rival] { first(rivals) { issued($0.source)?.number ?? .max } }

  /// The rivals of which some statement comes first by a place in some order.
  private func first(_ rivals: [Rival], by place: (Statement) -> Int) -> [Rival] {
    Self.least(rivals.map { (Double($0.statements.map(place).min() ?? .max), $0) })
  }

  private static func least(_ placed: [(Double, Rival)]) -> [Rival] {
    let least = placed.map(\.0).min()
    return placed.filter { $0.0 == least }.map(\.1)
  }

  /// The rivals with their place in the order of numbers or days, where one of several goes by the first of them in that order;
  /// nil when a value has none.
  private func ordered(_ rivals: [Rival], by precedes: (Double, Double) -> Bool) -> [(Double, Rival)]? {
    var placed: [(Double, Rival)] = []
    for rival in rivals {
      var places: [Double] = []
      for atom in rival.claim.alternatives {
        switch atom {
        case .amount(let amount): places.append(amount.lowest ?? amount.highest ?? 0)
        case .date(let date): places.append(Double(date.range.earliest?.number ?? .min))
        default: return nil
        }
      }
      guard let place = places.min(by: precedes) else { return nil }
      placed.append((place, rival))
    }
    return placed
  }
}

/// A claim and who makes it.
private struct Heard {
  let claim: Claim
  /// Its place among the statement's claims of one side: two parties of a side in one statement are two parties.
  let seat: Int
  let statement: Statement
}

/// Compatible claims together.
private struct Rival {
  let claim: Claim
  let statements: [Statement]
}

/// Claims with the same key speak of the same thing: for a single-valued property the side and the time; for the others each
/// value is a thing of its own, unless a side is named: then the first party of that side in each statement is one thing, the
/// second another.
private struct GroupKey: Hashable {
  let side: String?
  let seat: Int
  let during: String?
  let role: Role?
  let values: Set<Atom>?

  init(_ heard: Heard, property: Property) {
    let claim = heard.claim
    seat = property.isSingle ? 0 : heard.seat
    let isSingle = property.isSingle || claim.side != nil
    side = claim.side
    during = claim.during?.text
    role = isSingle ? nil : claim.role
    values = isSingle ? nil : Set(claim.alternatives)
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of its first occurrence.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Claim {
  /// The value for people: alternatives joined by "or".
  var spelled: String { alternatives.map(\.description).joined(separator: " or ") }
}
