/// The kinds of thing that statements are about.
public enum EntityKind: String, Term {
  case actor, partnership, episode, event, flow, observation
}

/// A thing that statements are about: its kind and its identifier's text.
public struct EntityReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let kind: EntityKind
  public let id: String

  public init(_ kind: EntityKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  public var description: String { "\(kind.rawValue) \(id)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
  }
}
