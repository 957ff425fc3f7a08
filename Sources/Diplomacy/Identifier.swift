/// A typed identifier: an actor's cannot be passed where a partnership's is wanted.
///
/// The text is stable and readable (`it-emilia-romagna`, `pl-lodz+cn-chengdu`); it is compared byte by byte.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  /// Swift's strings are equal when they look alike; the bytes of identifiers are what counts in files and in the archive.
  public static func == (left: Self, right: Self) -> Bool { left.text.hasSameBytes(as: right.text) }

  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension String {
  func hasSameBytes(as other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

public typealias ActorID = Identifier<Actor>
public typealias PartnershipID = Identifier<Partnership>
public typealias EpisodeID = Identifier<Episode>
public typealias EventID = Identifier<Event>
public typealias FlowID = Identifier<Flow>
public typealias ObservationID = Identifier<Observation>
public typealias SourceID = Identifier<Source>
public typealias StatementID = Identifier<Statement>
