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

  /// Identifiers are compared byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.id.hasSameBytes(as: right.id)
  }

  public static func < (left: Self, right: Self) -> Bool {
    guard left.kind == right.kind else { return left.kind.rawValue < right.kind.rawValue }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(id)
  }
}
