public import Chronology

extension LedgerCount {
  /// One cell that is not empty.
  public struct Cell: Hashable, Sendable {
    /// One key an axis.
    public let keys: [String]
    public let count: Count
  }

  /// The cells that are not empty, in the order of their keys. Kept as numbers; a cell's keys are looked up as it is asked for.
  public struct Cells: RandomAccessCollection, Sendable {
    /// Those of each axis, by number.
    let keys: [[String]]
    let numbering: Numbering
    let counters: [Counter]

    init(_ counters: [Counter], keys: [[String]], numbering: Numbering) {
      (self.counters, self.keys, self.numbering) = (counters, keys, numbering)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { counters.count }

    public subscript(place: Int) -> Cell {
      let counter = counters[place]
      return Cell(
        keys: keys.indices.map { keys[$0][numbering.place(counter.number, on: $0)] }, count: counter.count)
    }
  }
}

extension Counter {
  var count: Count { Count(certain: certain, possible: possible) }
}
