public import Diplomacy
import Interchange

/// How far the cells of a study's table depend on what the record leaves undecided.
public struct TableSensitivity: Sendable {
  /// A cell, by the names of its row and column; totals are called so.
  public struct Place: Hashable, Sendable, Comparable {
    public let row: String
    public let column: String

    public static func < (left: Place, right: Place) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  typealias Reading = [Place: CrossTable.Bounds]

  /// A contradiction that moves cells.
  public struct Move: Sendable {
    public let contradiction: Contradiction
    /// The cells that come to something else under some rival, in order.
    public let places: [Place]
  }

  public let study: String
  public let table: StudyTable
  public let moves: [Move]
  /// The cells that are not the same under every policy, in order.
  public let dependingOnPolicy: [Place]

  /// The computed cells and totals of a table.
  static func reading(_ table: CrossTable) -> Reading {
    var reading: Reading = [:]
    func read(_ cell: CrossTable.Cell, _ row: String, _ column: String) {
      if let computed = cell.computed { reading[Place(row: row, column: column)] = computed }
    }
    for (row, head) in table.rows.enumerated() {
      for (column, other) in table.columns.enumerated() {
        read(table.cells[row][column], head.name, other.name)
      }
    }
    for (head, cell) in zip(table.rows, table.rowTotals) { read(cell, head.name, "total") }
    for (head, cell) in zip(table.columns, table.columnTotals) { read(cell, "total", head.name) }
    if let total = table.total { read(total, "total", "total") }
    return reading
  }

  /// Where two readings are not the same; a cell that one of them has not is nothing there.
  static func differences(_ one: Reading, _ other: Reading) -> Set<Place> {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
  }
}
