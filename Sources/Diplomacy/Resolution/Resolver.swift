public import Chronology

/// Turns the statements on an entity into one account of it, under a lens. Pure: the same statements give the same account.
public struct Resolver: Sendable {
  public let lens: Lens
  /// When a source was issued, for the policies that go by it; nil sorts last.
  private let issued: @Sendable (SourceID) -> Day?

  public init(lens: Lens, issued: @escaping @Sendable (SourceID) -> Day?) {
    self.lens = lens
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
        let key = GroupKey(claim: one.claim, property: property)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(one)
      }
      for key in order {
        let rivals = rivals(groups[key] ?? [])
        values[property.name, default: []].append(choose(among: rivals))
        if rivals.count > 1, let type = property.contradiction {
          contradictions.append(
            Contradiction(
              entity: entity, property: property.name, side: key.side, type: type, rule: .statements,
              rivals: rivals.map {
                Contradiction.Rival(value: $0.claim.spelled, statements: $0.statements.map(\.id))
              }))
        }
      }
    }
    return Resolution(entity: entity, values: values, contradictions: contradictions)
  }

  /// Claims of the best rank present that may hold on the lens's day.
  private func heard(_ statements: [Statement], on property: Property) -> [Heard] {
    let speaking = statements.filter { $0.rank != .deprecated && $0.says[property] != nil }
    let best: Rank = speaking.contains { $0.rank == .preferred } ? .preferred : .normal
    return speaking.filter { $0.rank == best }.flatMap { statement in
      (statement.says[property] ?? []).filter(holds).map { Heard(claim: $0, statement: statement) }
    }
  }

  private func holds(_ claim: Claim) -> Bool {
    guard let day = lens.validOn, let during = claim.during else { return true }
    return during.range.contains(day)
  }

  /// Statements that can all be true together make one rival, with the narrowest value they allow.
  private func rivals(_ heard: [Heard]) -> [Rival] {
    var rivals: [Rival] = []
    for one in heard {
      if let (index, meet) = rivals.indices.lazy.compactMap({ index in
        rivals[index].claim.meet(one.claim).map { (index, $0) }
      }).first {
        rivals[index] = Rival(claim: meet, statements: rivals[index].statements + [one.statement])
      } else {
        rivals.append(Rival(claim: one.claim, statements: [one.statement]))
      }
    }
    return rivals
  }

  private func choose(among rivals: [Rival]) -> Resolution.Value {
    let chosen: Rival
    switch lens.policy {
    case _ where rivals.count == 1: chosen = rivals[0]
    case .undecided:
      var alternatives: [Atom] = []
      for atom in rivals.flatMap(\.claim.alternatives) where !alternatives.contains(atom) {
        alternatives.append(atom)
      }
      let first = rivals[0].claim
      return Resolution.Value(
        claim: Claim(alternatives, side: first.side, role: first.role, during: first.during),
        statements: rivals.flatMap(\.statements).map(\.id))
    case .earliestSource: chosen = earliest(rivals)
    case .latestSource: chosen = rivals.max { latestIssue($0) < latestIssue($1) } ?? rivals[0]
    case .lowest: chosen = ordered(rivals)?.min { $0.0 < $1.0 }?.1 ?? earliest(rivals)
    case .highest: chosen = ordered(rivals)?.max { $0.0 < $1.0 }?.1 ?? earliest(rivals)
    case .sourcesFirst(let sources):
      let speaking = sources.lazy.compactMap { source in
        rivals.first { $0.statements.contains { $0.source == source } }
      }
      chosen = speaking.first ?? earliest(rivals)
    }
    return Resolution.Value(claim: chosen.claim, statements: chosen.statements.map(\.id))
  }

  private func earliest(_ rivals: [Rival]) -> Rival {
    rivals.min { earliestIssue($0) < earliestIssue($1) } ?? rivals[0]
  }

  private func earliestIssue(_ rival: Rival) -> Int {
    rival.statements.compactMap { issued($0.source)?.number }.min() ?? .max
  }

  private func latestIssue(_ rival: Rival) -> Int {
    rival.statements.compactMap { issued($0.source)?.number }.max() ?? .min
  }

  /// The rivals with their place in the order of numbers or days; nil when a value has none.
  private func ordered(_ rivals: [Rival]) -> [(Double, Rival)]? {
    var placed: [(Double, Rival)] = []
    for rival in rivals {
      switch rival.claim.alternatives[0] {
      case .amount(let amount): placed.append((amount.lowest ?? amount.highest ?? 0, rival))
      case .date(let date): placed.append((Double(date.range.earliest?.number ?? .min), rival))
      default: return nil
      }
    }
    return placed
  }
}

/// A claim and who makes it.
private struct Heard {
  let claim: Claim
  let statement: Statement
}

/// Compatible claims together.
private struct Rival {
  let claim: Claim
  let statements: [Statement]
}

/// Claims with the same key speak of the same thing: for a single-valued property the side and the time; for the others each
/// value is a thing of its own, unless a side is named.
private struct GroupKey: Hashable {
  let side: String?
  let during: String?
  let role: Role?
  let values: [Atom]?

  init(claim: Claim, property: Property) {
    let isSingle = property.isSingle || claim.side != nil
    side = claim.side
    during = claim.during?.text
    role = isSingle ? nil : claim.role
    values = isSingle ? nil : claim.alternatives
  }
}

extension Claim {
  /// The value for people: alternatives joined by "or".
  var spelled: String { alternatives.map(\.description).joined(separator: " or ") }
}
