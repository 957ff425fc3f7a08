public import Chronology

/// What a statement says of one property once: a value, or the few it may be, and for whom or when.
public struct Claim: Hashable, Sendable {
  /// The value; several when it is *one of* them. Never empty.
  public let alternatives: [Atom]
  /// Which side of a partnership it speaks of; a property is single-valued for each side.
  public let side: String?
  /// What the participant does (`donor`, `host`).
  public let role: Role?
  /// When it held: valid time.
  public let during: EDTF?

  /// Traps on an empty list: a claim says something.
  public init(_ alternatives: [Atom], side: String? = nil, role: Role? = nil, during: EDTF? = nil) {
    precondition(!alternatives.isEmpty, "a claim has at least one value")
    self.alternatives = alternatives
    self.side = side
    self.role = role
    self.during = during
  }
}
