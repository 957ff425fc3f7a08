public import Archive
import Chronology
public import Diplomacy
public import Interchange

/// A question about the number of events or flows, or about how much moved, and its answer as a table with bounds.
public struct EventTable: Sendable {
  public enum Counted: Sendable {
    case events, flows
    /// The flows' quantities, added up: only where all are of one item can the sum mean anything, so give rows or columns of items.
    case quantities
  }

  public var counted: Counted
  public var rows: EventDimension
  public var columns: EventDimension
  /// Happened within this period.
  public var happened: Period?
  public var periods: [Period] = []
  /// Only those with a participant that is, or lies within, this actor.
  public var within: ActorID?

  public init(_ counted: Counted, rows: EventDimension, columns: EventDimension) {
    self.counted = counted
    self.rows = rows
    self.columns = columns
  }

  /// Answers from the archive's snapshot.
  public func answer(from archive: ArchiveStore) throws -> CrossTable {
    let found = try archive.eventUnits(flows: counted != .events).compactMap { unit in
      tallied(unit).map { (unit, $0) }
    }
    let measured =
      counted == .quantities
      ? found.filter { $0.0.goods?.lowest != nil || $0.0.goods?.highest != nil } : found
    let names = try archive.labels()
    let cells = measured.flatMap { $0.1.places.joined() }
    let rowHeads = heads(cells.map(\.row), names)
    let columnHeads = heads(cells.map(\.column), names)
    func cell(_ holds: (TableCell) -> Bool) -> CrossTable.Cell {
      CrossTable.Cell(computed: bounds(measured, holds))
    }
    var table = CrossTable(
      title: title(names), unit: counted == .events ? "events" : counted == .flows ? "flows" : "",
      rowCaption: rows.caption,
      columnCaption: columns.caption, rows: rowHeads, columns: columnHeads,
      cells: rowHeads.map { row in
        columnHeads.map { column in cell { $0.row == row.key && $0.column == column.key } }
      })
    // Masks and ventilators do not add up: no total of quantities goes across items.
    let addsUnlike = counted == .quantities
    if !(addsUnlike && columns == .item) {
      table.rowTotals = rowHeads.map { row in cell { $0.row == row.key } }
    }
    if !(addsUnlike && rows == .item) {
      table.columnTotals = columnHeads.map { column in cell { $0.column == column.key } }
    }
    if !addsUnlike { table.total = cell { _ in true } }
    let unmeasured = found.count - measured.count
    if unmeasured > 0 {
      table.notes.append(
        "\(unmeasured.of("flow")) of unknown quantity are in no sum: unknown is not zero."
      )
    }
    if measured.contains(where: { $0.1.places.count > 1 }) {
      table.notes.append(
        "What has several places (two channels, three countries) counts in each, and once in the totals.")
    }
    table.notes.append(try PolicyNote.text(for: archive))
    return table
  }

  /// Which events or flows stand in a cell, by identifier; in its row, column or the whole table where a key is nil. Of quantities, those that
  /// are measured.
  func members(row: String?, column: String?, in archive: ArchiveStore) throws -> [CellMember] {
    try archive.eventUnits(flows: counted != .events).filter { unit in
      counted != .quantities || unit.goods?.lowest != nil || unit.goods?.highest != nil
    }.compactMap(tallied).members {
      (row == nil || $0.row == row) && (column == nil || $0.column == column)
    }
  }

  private func tallied(_ unit: EventUnit) -> Tally<TableCell>.Unit? {
    let answers = [belongs(unit), periodAnswer(unit), happened?.answer(unit.earliest, unit.latest)]
      .compactMap(\.self)
    let answer = answers.reduce(Trichotomy.certainly) { $0.and($1) }
    guard answer != .no else { return nil }
    let columnPlaces = columns.places(of: unit, periods: periods, within: happened)
    let places = rows.places(of: unit, periods: periods, within: happened).flatMap { row in
      columnPlaces.map { column in row.flatMap { row in column.map { TableCell(row: row, column: $0) } } }
    }
    return Tally.Unit(id: unit.id, places: places, mayBeOutside: answer == .possibly)
  }

  private func belongs(_ unit: EventUnit) -> Trichotomy? {
    guard let within else { return nil }
    let answers = unit.seats.map { seat -> Trichotomy in
      guard seat.ancestors.contains(within.text) else { return .no }
      return seat.certainAncestors.contains(within.text) ? .certainly : .possibly
    }
    return answers.reduce(Trichotomy.no) { $0.or($1) }
  }

  private func periodAnswer(_ unit: EventUnit) -> Trichotomy? {
    guard rows == .period || columns == .period else { return nil }
    return periods.answer(unit.earliest, unit.latest)
  }

  /// A count, or the sum of the least quantities of those certainly in and of the greatest of those possibly in.
  private func bounds(
    _ units: [(EventUnit, Tally<TableCell>.Unit)], _ holds: (TableCell) -> Bool
  ) -> CrossTable.Bounds {
    guard counted == .quantities else { return CrossTable.Bounds(Tally(units.map(\.1)).count(where: holds)) }
    var least = 0.0
    var most: Double? = 0
    for (unit, place) in units {
      let count = Tally([place]).count(where: holds)
      least += count.certain == 1 ? unit.goods?.lowest ?? 0 : 0
      guard count.possible == 1 else { continue }
      most = most.flatMap { sum in unit.goods?.highest.map { sum + $0 } }
    }
    return CrossTable.Bounds(certain: least, possible: most)
  }

  private func title(_ names: [String: String]) -> String {
    let what = counted == .events ? "Events" : counted == .flows ? "Flows" : "Quantities that moved"
    return what + (happened.map { " in \($0.name)" } ?? "")
      + (within.map { " of \(names[$0.text] ?? $0.text)" } ?? "")
  }

  private func heads(_ keys: [String], _ names: [String: String]) -> [CrossTable.Head] {
    Set(keys).map { CrossTable.Head(key: $0, name: names[$0] ?? $0) }.sorted { left, right in
      (left.key == Dimension.unknown ? 1 : 0, left.name.folded, left.key)
        < (right.key == Dimension.unknown ? 1 : 0, right.name.folded, right.key)
    }
  }
}
