public import Chronology

/// Units that each stand in the cells of a table, and what can be said of the counts when it is not known where.
///
/// A unit takes one or more *places* (a partnership with a Chinese city and two foreign ones takes two columns), each of which is one
/// of several cells where the record leaves it open; and it may be outside the table altogether. A count of a set of cells is a pair:
/// a unit is certainly counted when one of its places lies in the set under every reading, possibly when one does under some.
public struct Tally<Cell: Hashable & Sendable>: Sendable {
  public struct Unit: Sendable {
    public let id: String
    /// The alternatives of each place; no place is empty.
    public let places: [[Cell]]
    /// True when it may stand nowhere: a date that only possibly lies in the period.
    public let mayBeOutside: Bool

    public init(id: String, places: [[Cell]], mayBeOutside: Bool) {
      self.id = id
      self.places = places
      self.mayBeOutside = mayBeOutside
    }

    /// Where it stands, when there is just one reading.
    var settled: [Cell]? {
      guard !mayBeOutside, places.allSatisfy({ $0.count == 1 }) else { return nil }
      return places.map { $0[0] }
    }

    /// Every way in which it may stand: the cells of each.
    var readings: [[Cell]] {
      var readings: [[Cell]] = [[]]
      for place in places { readings = readings.flatMap { reading in place.map { reading + [$0] } } }
      return mayBeOutside ? readings + [[]] : readings
    }
  }

  public let units: [Unit]

  public init(_ units: [Unit]) { self.units = units }

  /// How many units stand in the cells that satisfy the condition.
  public func count(where holds: (Cell) -> Bool) -> Count {
    Count(
      tallying: units.map { unit in
        guard unit.places.contains(where: { $0.contains(where: holds) }) else { return .no }
        return !unit.mayBeOutside && unit.places.contains { $0.allSatisfy(holds) } ? .certainly : .possibly
      })
  }
}
