import Archive
import Synchronization

/// What the actors of a ledger come to along the axes of parties, kept from one count to the next as long as the actors are the same; and where
/// the partnerships stand along them, and in which years, as long as these are.
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

  /// The years in which the partnerships of a ledger can have been established.
  struct Spans: Sendable {
    /// The different ones: the first and the last year; nil where it is not known.
    let all: [ClosedRange<Int>?]
    /// The place there of each distinct date.
    let numbers: [Int32]

    init(_ ledger: Ledger) {
      var places: [ClosedRange<Int>?: Int32] = [:]
      var all: [ClosedRange<Int>?] = []
      numbers = ledger.dates.map { date in
        let span = Years.span(date.establishedEarliest, date.establishedLatest)
        if let place = places[span] { return place }
        places[span] = Int32(all.count)
        all.append(span)
        return Int32(all.count - 1)
      }
      self.all = all
    }
  }

  private struct Known {
    var spans: (edition: Ledger.Edition, spans: Spans)?
    var actors: Ledger.Actors?
    var parties: [Dimension: Parties] = [:]
    /// Those asked for lately, the last first.
    var columns: [(edition: Ledger.Edition, axis: Axis, column: AxisColumn)] = []
  }

  /// How many columns are kept: of a million partnerships, each takes some four megabytes.
  private static let limit = 12

  private let known = Mutex(Known())

  public init() {}

  /// Where a ledger's partnerships stand along an axis of parties.
  func column(_ axis: Axis, _ ledger: Ledger) -> AxisColumn {
    let kept = known.withLock { known -> AxisColumn? in
      let place = known.columns.firstIndex { $0.edition === ledger.edition && $0.axis == axis }
      guard let place else { return nil }
      let found = known.columns.remove(at: place)
      known.columns.insert(found, at: 0)
      return found.column
    }
    if let kept { return kept }
    let column = AxisColumn(axis, ledger, parties(axis.dimension, ledger.actors))
    known.withLock { known in
      known.columns.insert((ledger.edition, axis, column), at: 0)
      if known.columns.count > Self.limit { known.columns.removeLast() }
    }
    return column
  }

  /// The years of a ledger's dates.
  func spans(_ ledger: Ledger) -> Spans {
    let kept = known.withLock { $0.spans?.edition === ledger.edition ? $0.spans?.spans : nil }
    if let kept { return kept }
    let spans = Spans(ledger)
    known.withLock { $0.spans = (ledger.edition, spans) }
    return spans
  }

  /// What these actors come to along a dimension of parties.
  private func parties(_ dimension: Dimension, _ actors: Ledger.Actors) -> Parties {
    let kept = known.withLock { known in known.actors === actors ? known.parties[dimension] : nil }
    if let kept { return kept }
    let parties = Parties(dimension, actors)
    known.withLock { known in
      if known.actors !== actors { (known.actors, known.parties) = (actors, [:]) }
      known.parties[dimension] = parties
    }
    return parties
  }
}
