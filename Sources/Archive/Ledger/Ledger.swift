/// All partnerships in columns, as they are counted: a million of them in some thirty megabytes, read once and asked many times.
public struct Ledger: Sendable {
  /// When a partnership may have been established and ended: days as text, nil where that is open.
  public struct Dates: Hashable, Sendable {
    public let establishedEarliest: String?
    public let establishedLatest: String?
    public let endedEarliest: String?
    public let endedLatest: String?
  }

  /// One actor that may be one of the parties.
  public struct Seat: Sendable {
    /// The party's place among the partnership's parties.
    public let slot: Int32
    /// The number of its side in `sides`; -1 where none is said.
    public let side: Int32
    /// The number of the actor in `actors`.
    public let actor: Int32
  }

  /// An actor with all that it lies within.
  public struct Actor: Sendable {
    public let id: String
    public let ancestors: [PartnershipUnit.Ancestor]
  }

  public internal(set) var dates: [Dates] = []
  public internal(set) var kinds: [String?] = []
  public internal(set) var sides: [String] = []
  public internal(set) var actors: [Actor] = []
  /// One a partnership: the numbers of its dates and its kind, and 1, 0 or -1 for agreement, none and unknown.
  public internal(set) var dateCodes: [Int32] = []
  public internal(set) var kindCodes: [Int32] = []
  public internal(set) var agreements: [Int8] = []
  /// The seats of all partnerships, end to end; and where each partnership's end.
  public internal(set) var seats: [Seat] = []
  public internal(set) var seatEnds: [Int32] = []

  public var count: Int { dateCodes.count }

  public func seats(of partnership: Int) -> Range<Int> {
    (partnership == 0 ? 0 : Int(seatEnds[partnership - 1]))..<Int(seatEnds[partnership])
  }
}
