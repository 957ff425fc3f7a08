/// Two or more statements of a rank that cannot all be true of one property.
public struct Contradiction: Hashable, Sendable, Identifiable {
  /// One of the values in contention and the statements that give it.
  public struct Rival: Hashable, Sendable {
    public let value: String
    public let statements: [StatementID]

    public init(value: String, statements: [StatementID]) {
      self.value = value
      self.statements = statements
    }
  }

  /// How it was found.
  public enum Rule: String, Term {
    /// Statements on one single-valued property.
    case statements
    /// A stated whole against the sum of its stated parts.
    case sum
    /// A stated number of partnerships against those recorded in the same inventory.
    case census
    /// The same goods in the same quantity, in both directions between the same two parties.
    case mirrored
    /// A partnership declared inactive, and an event in the window before that says otherwise.
    case activity
  }

  public let entity: EntityReference
  public let property: String
  public let side: String?
  public let type: ContradictionType
  public let rule: Rule
  public let rivals: [Rival]
  /// Counts those of one property, side and rule: of the second party of a side, or of another time.
  public let number: Int

  public init(
    entity: EntityReference, property: String, side: String? = nil, type: ContradictionType, rule: Rule,
    rivals: [Rival], number: Int = 1
  ) {
    self.entity = entity
    self.property = property
    self.side = side
    self.type = type
    self.rule = rule
    self.rivals = rivals
    self.number = number
  }

  /// Stable while the same property of the same entity stays contested: `flow ev-083/masks quantity`.
  public var id: String {
    "\(entity.kind.rawValue) \(entity.id) \(property)" + (side.map { "@\($0)" } ?? "")
      + (rule == .statements ? "" : " (\(rule.rawValue))") + (number == 1 ? "" : " (\(number))")
  }
}
