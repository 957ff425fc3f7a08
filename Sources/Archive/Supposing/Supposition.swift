public import Diplomacy

/// Something to be supposed of a record, to see what would follow.
public enum Supposition: Hashable, Sendable {
  /// Contradicting statements decided by that policy.
  case policy(Policy)
  /// These contradictions settled; all others are left as they are.
  ///
  /// Rival statements are settled as a policy would: the rival is taken, and all statements stay on record. A stated number that
  /// what is recorded contradicts (`sum`, `census`) is corrected to it where the recorded side stands; where the stated side
  /// stands, nothing says which record is wrong or missing, and the record stays as it is. Of a gift told both ways round
  /// (`mirrored`), and of a declaration against what happened (`activity`), the statements of the fallen side are withdrawn.
  /// Contradictions between entities are not found anew.
  case settled([Settlement])
  /// The contested properties of observations and flows not known at all, for these contradictions.
  case unknown([Contradiction])
}

extension EntityReference {
  /// Whether no other row of the snapshot hangs on it.
  public var isLeaf: Bool { [.observation, .flow].contains(kind) }
}
