public import Archive
import Chronology
import Diplomacy
public import Interchange

/// A question for a table, in the words that a person gives: the command line and the observatory read them by the same rules.
public struct TableQuestion: Hashable, Sendable {
  /// What is counted; quantities are added up.
  public enum Counted: String, CaseIterable, Sendable { case partnerships, events, flows, quantities }

  public var counted: Counted
  /// Nil takes countries of partnerships, types of events, items of what moved.
  public var rows: String?
  public var columns = "all"
  /// EDTF dates or intervals; periods with commas between.
  public var established: String?
  public var happened: String?
  public var periods: String?
  /// A day.
  public var asOf: String?
  /// An actor by identifier or name.
  public var within: String?
  public var kind: String?
  /// "all", or a source with a census; nil takes the one census on record.
  public var scope: String?
  public var usesMargins = true

  public init(_ counted: Counted = .partnerships) { self.counted = counted }

  /// The answer from the archive's snapshot.
  ///
  /// - Parameter memory: what earlier counts of the archive worked out.
  /// - Throws: `WorkbenchError.badOption` for a word that cannot be read or does not belong to what is counted, named as on the
  ///   command line; `WorkbenchError.notFound` for an actor that is not on record.
  public func answer(from archive: ArchiveStore, memory: AxisMemory = AxisMemory()) throws -> CrossTable {
    counted == .partnerships
      ? try partnerships(in: archive).quickAnswer(from: archive, memory: memory)
      : try events(in: archive).answer(from: archive)
  }

  /// Which units stand in a cell; in its whole row, column or the whole table where a key is nil.
  public func members(
    row: String?, column: String?, in archive: ArchiveStore, memory: AxisMemory = AxisMemory()
  ) throws -> [CellMember] {
    counted == .partnerships
      ? try partnerships(in: archive).members(row: row, column: column, in: archive, memory: memory)
      : try events(in: archive).members(row: row, column: column, in: archive)
  }

  /// The count of all partnerships by any number of axes, with this question's conditions.
  ///
  /// - Throws: as `answer` does.
  public func count(by axes: [Axis], in archive: ArchiveStore) throws -> LedgerCount {
    var count = LedgerCount(axes)
    count.established = try established.map { try Period($0, as: "--established") }
    count.periods = try periods(needed: axes.contains { $0.dimension == .period })
    count.asOf = try day()
    count.within = try within.map(archive.actor)
    count.kind = try kind.map { try PartnershipKind($0, as: "--kind") }
    return count
  }

  func partnerships(in archive: ArchiveStore) throws -> PartnershipTable {
    try refuse("--happened", happened, "nothing: it is of events and flows; partnerships have --established")
    var table = PartnershipTable(
      rows: try dimension("--rows", rows ?? Self.standardRows(of: counted)),
      columns: try dimension("--columns", columns))
    table.established = try established.map { try Period($0, as: "--established") }
    table.periods = try periods(needed: table.rows == .period || table.columns == .period)
    table.asOf = try day()
    guard table.asOf != nil || (table.rows != .activity && table.columns != .activity) else {
      throw WorkbenchError.badOption(
        name: "--as-of", value: "", expected: "a day, which activity is asked for on, e.g. 2017-12-31")
    }
    table.within = try within.map(archive.actor)
    table.kind = try kind.map { try PartnershipKind($0, as: "--kind") }
    table.scope = scope.map { $0 == "all" ? .all : .inventory(SourceID($0)) } ?? .automatic
    table.usesMargins = usesMargins
    return table
  }

  func events(in archive: ArchiveStore) throws -> EventTable {
    for (name, value) in [
      ("--established", established), ("--as-of", asOf), ("--kind", kind), ("--scope", scope),
      ("--no-margins", usesMargins ? nil : ""),
    ] { try refuse(name, value, "nothing: it is of partnerships; events and flows have --happened") }
    let what: EventTable.Counted = counted == .events ? .events : counted == .flows ? .flows : .quantities
    var table = EventTable(
      what, rows: try dimension("--rows", rows ?? Self.standardRows(of: counted)),
      columns: try dimension("--columns", columns))
    guard counted != .quantities || table.rows == .item || table.columns == .item else {
      throw WorkbenchError.badOption(
        name: "--rows", value: table.rows.rawValue,
        expected: "item, or --columns item: quantities of unlike goods do not add up")
    }
    table.happened = try happened.map { try Period($0, as: "--happened") }
    table.periods = try periods(needed: table.rows == .period || table.columns == .period)
    table.within = try within.map(archive.actor)
    return table
  }

  private func refuse(_ name: String, _ value: String?, _ expected: String) throws {
    if let value { throw WorkbenchError.badOption(name: name, value: value, expected: expected) }
  }

  private func dimension<D: RawRepresentable & CaseIterable>(_ option: String, _ text: String) throws -> D
  where D.RawValue == String {
    guard let dimension = D(rawValue: text) else {
      throw WorkbenchError.badOption(
        name: option, value: text, expected: "one of: " + D.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return dimension
  }

  private func day() throws -> Day? {
    try asOf.map { text in
      guard let day = Day(text) else {
        throw WorkbenchError.badOption(name: "--as-of", value: text, expected: "a day such as 2017-06-30")
      }
      return day
    }
  }

  private func periods(needed: Bool) throws -> [Period] {
    let read = try (periods ?? "").split(separator: ",").map { try Period(String($0), as: "--periods") }
    guard needed != read.isEmpty else {
      throw WorkbenchError.badOption(
        name: "--periods", value: periods ?? "",
        expected: needed
          ? "intervals for the rows or columns of periods, e.g. 1982/1989,1991/1999"
          : "nothing, unless --rows or --columns is period")
    }
    return read
  }
}
