/// What a statement may say of an entity: a name, the type of its values, and whether it has one true value.
///
/// The whole list is in `Property.all` and, for people, in `Documentation/Vocabulary.md`.
public struct Property: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let kind: EntityKind
  public let name: String
  public let type: ValueType
  /// True when two different values cannot both hold.
  public let isSingle: Bool
  /// What a contradiction on it is called; nil where there can be none.
  public let contradiction: ContradictionType?

  public var description: String { "\(kind.rawValue).\(name)" }

  public static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.name == right.name
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.kind.rawValue, left.name) < (right.kind.rawValue, right.name)
  }
}

/// What a property's values are.
public enum ValueType: Hashable, Sendable {
  case text
  /// One of a closed list of words.
  case term([String])
  case date
  case amount
  case boolean
  /// The identifier of an entity of that kind.
  case reference(EntityKind)
  /// The identifier of a source.
  case source
}

/// What sort of disagreement a contradiction is.
public enum ContradictionType: String, Term {
  case existence, date, level, amount, activity, identity
}
