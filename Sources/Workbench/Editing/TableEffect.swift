import Archive
public import Diplomacy
import Interchange

/// A table that somebody is looking at: what is counted, and under which policy.
public struct OpenTable: Hashable, Sendable {
  public let question: TableQuestion
  /// Nil takes the archive's own.
  public let policy: Policy?
  /// Where it is.
  public let address: String

  public init(_ question: TableQuestion, policy: Policy?, address: String) {
    (self.question, self.policy, self.address) = (question, policy, address)
  }

  /// Nil where the record has no answer to such a question.
  func answer(from archive: ArchiveStore) throws -> CrossTable? {
    do {
      guard let policy, try archive.lens().policy != policy else { return try question.answer(from: archive) }
      return try question.answer(from: archive.copy(through: Lens(policy: policy)))
    } catch is WorkbenchError {
      return nil
    }
  }
}

/// The cells of a table that move.
public struct TableEffect: Sendable {
  /// A cell, or a total, before and after; empty where the table has no such row or column there.
  public struct Move: Hashable, Sendable {
    public let row: String
    public let column: String
    public let before: String
    public let after: String
  }

  public let table: OpenTable
  public let title: String
  public let cells: [Move]

  init(_ table: OpenTable, from before: CrossTable, to after: CrossTable) {
    self.table = table
    title = after.title
    let (old, new) = (Self.cells(of: before), Self.cells(of: after))
    let was = Dictionary(old.map { ($0.place, $0) }) { first, _ in first }
    let now = Dictionary(new.map { ($0.place, $0) }) { first, _ in first }
    let places = old.map(\.place) + new.map(\.place).filter { was[$0] == nil }
    cells = places.compactMap { place in
      let (first, last) = (was[place], now[place])
      guard first?.text != last?.text, let either = last ?? first else { return nil }
      return Move(row: either.row, column: either.column, before: first?.text ?? "", after: last?.text ?? "")
    }
  }

  private struct Place: Hashable {
    let row: String?
    let column: String?
  }

  private struct Cell {
    let place: Place
    let row: String
    let column: String
    let text: String
  }

  /// The cells and totals of a table. A column of nothing but totals says the same again, and is left out.
  private static func cells(of table: CrossTable) -> [Cell] {
    func cell(_ row: CrossTable.Head?, _ column: CrossTable.Head?, _ cell: CrossTable.Cell) -> Cell {
      Cell(
        place: Place(row: row?.key, column: column?.key), row: row?.name ?? "Total",
        column: column?.name ?? "Total", text: cell.computed?.text ?? cell.publishedText ?? "")
    }
    let inner = zip(table.rows, table.cells).flatMap { row, cells in
      zip(table.columns, cells).map { cell(row, $0, $1) }
    }
    let below = zip(table.columns, table.columnTotals).map { cell(nil, $0, $1) }
    guard table.columns.count > 1 else { return inner + below }
    return inner + zip(table.rows, table.rowTotals).map { cell($0, nil, $1) } + below
      + (table.total.map { [cell(nil, nil, $0)] } ?? [])
  }
}
