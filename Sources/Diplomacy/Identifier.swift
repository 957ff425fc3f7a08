/// A typed identifier: an actor's cannot be passed where a partnership's is wanted.
///
/// The text is stable and readable (`it-emilia-romagna`, `pl-lodz+cn-chengdu`); it is compared byte by byte.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
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
