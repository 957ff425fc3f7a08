/// A value that is one of a few: usually of one. Never empty; each alternative comes once.
public struct OneOf<Value: Hashable & Sendable>: Hashable, Sendable {
  public let alternatives: [Value]

  /// Nil when there is no alternative at all.
  init?(_ alternatives: [Value]) {
    guard !alternatives.isEmpty else { return nil }
    self.alternatives = alternatives.unique
  }

  /// The first alternative: the value itself when it is certain.
  public var first: Value { alternatives[0] }

  public var isCertain: Bool { alternatives.count == 1 }
}
