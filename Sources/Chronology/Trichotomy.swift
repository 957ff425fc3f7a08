/// The answer to a question asked of incomplete knowledge.
///
/// The connectives are those of Kleene's strong three-valued logic (S. C. Kleene, *Introduction
/// to Metamathematics*, 1952, §64). An answer combined from answers that depend on the same
/// unknown may be `possibly` where more thought would settle it; it is never wrong.
public enum Trichotomy: String, Hashable, Sendable, CaseIterable {
  /// It holds whatever the unknown turns out to be.
  case certainly
  /// It holds for some of what the unknown may turn out to be, and not for some.
  case possibly
  /// It holds for nothing that the unknown may turn out to be.
  case no

  /// The answer when what is certain implies what is possible.
  init(certain: Bool, possible: Bool) {
    self = certain ? .certainly : possible ? .possibly : .no
  }

  /// Both hold: `no` if either does not, `certainly` if both certainly do.
  public func and(_ other: Trichotomy) -> Trichotomy {
    if self == .no || other == .no { return .no }
    return self == .certainly ? other : self
  }

  /// At least one holds: `certainly` if either certainly does, `no` if neither does.
  public func or(_ other: Trichotomy) -> Trichotomy {
    if self == .certainly || other == .certainly { return .certainly }
    return self == .no ? other : self
  }

  /// It does not hold: `certainly` and `no` change places.
  public var not: Trichotomy {
    switch self {
    case .certainly: .no
    case .possibly: .possibly
    case .no: .certainly
    }
  }

  /// The answer when one of two cases is the true one and nothing tells which: what both say, or
  /// `possibly` when they differ.
  public func either(_ other: Trichotomy) -> Trichotomy {
    self == other ? self : .possibly
  }
}
