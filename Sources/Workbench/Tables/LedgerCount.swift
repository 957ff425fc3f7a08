public import Archive
public import Chronology
public import Diplomacy

/// A count of all partnerships on record by any number of axes, with bounds: what `PartnershipTable` counts, of a million at once.
///
/// What a date or an actor comes to along an axis is worked out once, by the same rules (`Dimension`, `Period`); a partnership then adds
/// numbers. Printed totals narrow nothing here: they are of one census.
public struct LedgerCount: Sendable {
  public var axes: [Axis]
  public var established: Period?
  /// Where there are any, only what may be established in one of them is counted, whatever the axes.
  public var periods: [Period] = []
  public var asOf: Day?
  public var within: ActorID?
  public var kind: PartnershipKind?
  /// How many partnerships are looked at along one axis before the next: so few of them stay in the first cache.
  var run = 4_096

  public init(_ axes: [Axis]) { self.axes = axes }

  /// Whether partnerships can be counted so along a dimension: activity takes more evidence than the ledger holds.
  public static func counts(_ dimension: Dimension) -> Bool { dimension != .activity }

  /// The cells that some partnership may stand in, in the order of their keys, periods in the order given.
  ///
  /// - Parameter memory: what counts before this one worked out; hand in the same one for every count of an archive.
  /// - Throws: `WorkbenchError.badOption` for axes of so many positions that their combinations cannot be numbered.
  public func cells(of ledger: Ledger, memory: AxisMemory = AxisMemory()) throws -> Cells {
    try Standings(self, of: ledger, memory: memory).cells(along: Array(axes.indices))
  }
}
