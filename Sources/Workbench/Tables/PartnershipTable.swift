public import Archive
public import Chronology
public import Diplomacy
public import Interchange

/// A question about the number of partnerships, and its answer as a table with bounds.
public struct PartnershipTable: Sendable {
  /// Which partnerships are counted.
  public enum Scope: Hashable, Sendable {
    /// The one census on record, if there is just one; otherwise all.
    case automatic
    case all
    /// Those counted in the census of that source.
    case inventory(SourceID)
  }

  public var rows: Dimension
  public var columns: Dimension
  public var established: Period?
  public var periods: [Period] = []
  /// In being on that day: established by then and not ended.
  public var asOf: Day?
  /// Only those with a party that is, or lies within, this actor.
  public var within: ActorID?
  public var kind: PartnershipKind?
  public var scope = Scope.automatic
  /// Whether printed totals narrow the cells.
  public var usesMargins = true

  public init(rows: Dimension, columns: Dimension) {
    self.rows = rows
    self.columns = columns
  }

  /// Answers from the archive's snapshot.
  public func answer(from archive: ArchiveStore) throws -> CrossTable {
    let inventory = try inventory(in: archive)
    let members = try archive.partnershipUnits(inventory: inventory?.text)
    let stated = try inventory.map { try archive.statedCounts(inventory: $0.text) } ?? []
    let units = members.compactMap(unit)
    let tally = Tally(units)
    let margins = usesMargins ? Margins(self, stated: stated, members: members).all : []
    let layout = Layout(tally: tally, margins: margins)
    let names = try archive.labels()
    let rowHeads = heads(tally.units.flatMap { $0.places.joined().map(\.row) }, rows, names)
    let columnHeads = heads(
      tally.units.flatMap { $0.places.joined().map(\.column) }, columns, names)
    let published = PublishedTotals(self, stated: stated)
    var table = CrossTable(
      title: title(inventory, names), unit: "partnerships", rowCaption: rows.caption,
      columnCaption: columns.caption,
      rows: rowHeads, columns: columnHeads,
      cells: rowHeads.map { row in
        columnHeads.map { column in
          CrossTable.Cell(computed: layout.bounds { $0 == TableCell(row: row.key, column: column.key) })
        }
      })
    table.rowTotals = rowHeads.map { row in
      published.cell(layout.bounds { $0.row == row.key }, area: row.key, of: rows)
    }
    table.columnTotals = columnHeads.map { column in
      published.cell(layout.bounds { $0.column == column.key }, area: column.key, of: columns)
    }
    table.total = published.cell(layout.bounds { _ in true }, area: nil, of: .all)
    table.notes = try TableNotes(
      self, archive: archive, inventory: inventory, stated: stated,
      heads: Set((rowHeads + columnHeads).map(\.key)), names: names
    ).all(
      counted: members.count, narrowed: layout.isNarrowed, failure: layout.failure)
    return table
  }

  func inventory(in archive: ArchiveStore) throws -> SourceID? {
    let known = try archive.inventories()
    switch scope {
    case .all: return nil
    case .inventory(let source):
      guard known.contains(source) else {
        throw WorkbenchError.badOption(
          name: "--scope", value: source.text,
          expected: "all, or a source with a census: \(known.map(\.text).joined(separator: ", "))")
      }
      return source
    case .automatic: return known.count == 1 ? known[0] : nil
    }
  }

  /// The partnership's place in the table; nil when the question certainly leaves it out.
  func unit(_ unit: PartnershipUnit) -> Tally<TableCell>.Unit? {
    let answers = [belongs(unit), periodAnswer(unit)].compactMap(\.self)
    let answer = answers.reduce(dateAnswer(unit.dates)) { $0.and($1) }
    guard answer != .no, kind == nil || unit.kind == kind?.rawValue else { return nil }
    let rowPlaces = rows.places(of: unit, periods: periods, within: established, asOf: asOf)
    let columnPlaces = columns.places(of: unit, periods: periods, within: established, asOf: asOf)
    let places = rowPlaces.flatMap { row in
      columnPlaces.map { column in row.flatMap { row in column.map { TableCell(row: row, column: $0) } } }
    }
    return Tally.Unit(id: unit.id, places: places, mayBeOutside: answer == .possibly)
  }

  /// Whether it was established in the period asked about, and is in being on the day asked about.
  func dateAnswer(_ dates: Ledger.Dates) -> Trichotomy {
    let answer = established?.answer(dates.establishedEarliest, dates.establishedLatest) ?? .certainly
    return asOf.map { answer.and(Self.being(dates, on: $0)) } ?? answer
  }

  private func periodAnswer(_ unit: PartnershipUnit) -> Trichotomy? {
    guard rows == .period || columns == .period else { return nil }
    return periods.answer(unit.dates.establishedEarliest, unit.dates.establishedLatest)
  }

  private static func being(_ dates: Ledger.Dates, on day: Day) -> Trichotomy {
    if let earliest = dates.establishedEarliest, earliest > day { return .no }
    if let latest = dates.endedLatest, latest < day { return .no }
    let begun = dates.establishedLatest.map { $0 <= day } ?? false
    let lasting = dates.endedEarliest.map { $0 > day } ?? (dates.endedLatest == nil)
    return begun && lasting ? .certainly : .possibly
  }

  private func belongs(_ unit: PartnershipUnit) -> Trichotomy? {
    guard let within else { return nil }
    let answers = unit.slots.map { slot -> Trichotomy in
      let inside = slot.compactMap { $0.ancestors.first { $0.id == within.text } }
      return inside.isEmpty
        ? .no : inside.count == slot.count && inside.allSatisfy(\.isCertain) ? .certainly : .possibly
    }
    return answers.reduce(.no) { $0.or($1) }
  }

  func title(_ inventory: SourceID?, _ names: [String: String]) -> String {
    var title = "Partnerships"
    if let established { title += " established \(established.name)" }
    if let asOf { title += " in being on \(asOf)" }
    if let within { title += " of \(names[within.text] ?? within.text)" }
    if let kind { title += ", \(kind.rawValue)" }
    return title + (inventory.map { " (census of \($0))" } ?? "")
  }

  func heads(
    _ keys: [String], _ dimension: Dimension, _ names: [String: String]
  ) -> [CrossTable.Head] {
    if dimension == .period { return periods.map { CrossTable.Head(key: $0.name, name: $0.name) } }
    // Folding is dear: once a name, not once a comparison.
    let sorted = Set(keys).map { key in
      let name = names[key] ?? key
      return (order: (key == Dimension.unknown ? 1 : 0, name.folded, key), name: name)
    }.sorted { $0.order < $1.order }
    return sorted.map { CrossTable.Head(key: $0.order.2, name: $0.name) }
  }
}

/// A cell of a table of partnerships: the keys of its row and column.
struct TableCell: Hashable, Sendable {
  let row: String
  let column: String
}
