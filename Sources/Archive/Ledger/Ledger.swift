import Algorithms
public import Chronology
public import Diplomacy

/// All partnerships in columns, as they are counted: a million of them in some fifty megabytes, read once and asked many times.
public struct Ledger: Sendable {
  /// When a partnership may have been established and ended; nil where that is open.
  public struct Dates: Hashable, Sendable {
    public var establishedEarliest: Day?
    public var establishedLatest: Day?
    public var endedEarliest: Day?
    public var endedLatest: Day?
  }

  /// One actor that may be one of the parties.
  public struct Seat: Hashable, Sendable {
    /// The party's place among the partnership's parties.
    public let slot: Int32
    /// The number of its side in `sides`; -1 where none is said.
    public let side: Int32
    /// The number of the actor in `actors`.
    public let actor: Int32
  }

  /// An actor with all that it lies within.
  public struct Actor: Hashable, Sendable {
    public let id: String
    public let ancestors: [PartnershipUnit.Ancestor]
  }

  /// The parties of a ledger. The same object as long as none of them changes, so that what was worked out of them can be kept.
  public final class Actors: Sendable {
    public let all: [Actor]

    init(_ all: [Actor]) { self.all = all }
  }

  /// What tells a ledger from every other. The same object as long as nothing of it changes, so that what was worked out of it can be kept.
  public final class Edition: Sendable {}

  public internal(set) var edition = Edition()
  /// In ascending order, byte by byte; each once.
  public internal(set) var identifiers = TextColumn()
  public internal(set) var dates: [Dates] = []
  public internal(set) var kinds: [String?] = []
  public internal(set) var sides: [String] = []
  public internal(set) var actors = Actors([])
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

  /// The place of the first partnership whose identifier does not come before this one; `count` when all do.
  public func place(of identifier: String) -> Int {
    var text = identifier
    return text.withUTF8 { wanted in
      (0..<count).partitioningIndex { place in
        !identifiers.bytes[identifiers.range(place)].lexicographicallyPrecedes(wanted)
      }
    }
  }
}
