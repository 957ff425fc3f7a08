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
    private let keys: [[String]]
    private let counters: [CellTally.Counter]

    /// - Parameter keys: those of each axis, by number.
    init(_ counters: [CellTally.Counter], keys: [[String]]) { (self.counters, self.keys) = (counters, keys) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { counters.count }

    public subscript(place: Int) -> Cell {
      let counter = counters[place]
      var rest = counter.cell
      var names: [String] = []
      for axis in keys.indices.reversed() {
        names.append(keys[axis][rest % keys[axis].count])
        rest /= keys[axis].count
      }
      return Cell(
        keys: names.reversed(),
        count: Count(certain: Int(counter.certain), possible: Int(counter.possible)))
    }
  }
}
