import Archive
import Synchronization

/// What the actors of a ledger come to along the axes of parties, kept from one count to the next as long as the actors are the same.
public final class AxisMemory: Sendable {
  /// The readings of each actor as numbers of keys.
  struct Parties: Sendable {
    let keys: [String]
    /// The number of "not known".
    let unknown: Int32
    let readings: [[Int32]]
    /// The number where it is a single one; else -1.
    let single: [Int32]
    let isChinese: [Bool]

    init(_ dimension: Dimension, _ actors: Ledger.Actors) {
      let texts = actors.all.map { actor in
        dimension.readings(of: PartnershipUnit.Seat(slot: 0, actor: actor.id, ancestors: actor.ancestors))
      }
      let numbered = AxisKeys(texts.joined() + [Dimension.unknown])
      let unknown = numbered[Dimension.unknown]
      readings = texts.map { $0.map { numbered[$0] } }
      single = readings.map { $0.count == 1 ? $0[0] : $0.isEmpty ? unknown : -1 }
      isChinese = actors.all.map { actor in
        actor.ancestors.contains { $0.id == PartnershipUnit.Seat.china }
      }
      (keys, self.unknown) = (numbered.all, unknown)
    }
  }

  private struct Known {
    var actors: Ledger.Actors?
    var parties: [Dimension: Parties] = [:]
  }

  private let known = Mutex(Known())

  public init() {}

  /// What these actors come to along a dimension of parties.
  func parties(_ dimension: Dimension, _ actors: Ledger.Actors) -> Parties {
    let kept = known.withLock { known in known.actors === actors ? known.parties[dimension] : nil }
    if let kept { return kept }
    let parties = Parties(dimension, actors)
    known.withLock { known in
      if known.actors !== actors { known = Known(actors: actors) }
      known.parties[dimension] = parties
    }
    return parties
  }
}
