/// What the statements on one entity come to.
public struct Resolution: Sendable {
  /// What one property came to once: the claim, and the statements that agree with it.
  public struct Value: Hashable, Sendable {
    public let claim: Claim
    public let statements: [StatementID]

    /// False when it is one of several values, as stated or because statements contradict each other.
    public var isCertain: Bool { claim.alternatives.count == 1 }
  }

  public let entity: EntityReference
  public let contradictions: [Contradiction]
  private let values: [String: [Value]]

  init(entity: EntityReference, values: [String: [Value]], contradictions: [Contradiction]) {
    self.entity = entity
    self.values = values
    self.contradictions = contradictions
  }

  /// The properties of which something is said, by name.
  public var properties: [String] { values.keys.sorted() }

  /// Everything said of the property, in the order it was first said; empty when nothing is.
  public subscript(property: String) -> [Value] { values[property] ?? [] }
}
