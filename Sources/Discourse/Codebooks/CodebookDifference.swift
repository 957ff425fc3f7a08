/// What differs between two versions of a codebook, code by code: codes are told by their identifiers.
public struct CodebookDifference: Hashable, Sendable {
  public struct Renamed: Hashable, Sendable {
    public let id: String
    public let before: String
    public let after: String
  }

  /// A code that is nested elsewhere; nil is the top.
  public struct Moved: Hashable, Sendable {
    public let id: String
    public let before: String?
    public let after: String?
  }

  /// A code that is to be given otherwise.
  public struct RuleChange: Hashable, Sendable {
    public let id: String
    /// What of it changed, in this order.
    public let parts: [RulePart]
  }

  public enum RulePart: String, CaseIterable, Hashable, Sendable {
    case definition, rules, examples
    /// Whether it may be given at all.
    case given
  }

  public let added: [Code]
  public let removed: [Code]
  public let renamed: [Renamed]
  public let moved: [Moved]
  public let ruleChanged: [RuleChange]

  /// Nothing of these differs. The order and the colours may.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && renamed.isEmpty && moved.isEmpty && ruleChanged.isEmpty
  }

  public init(from before: Codebook, to after: Codebook) {
    added = after.codes.filter { before[$0.id] == nil }
    removed = before.codes.filter { after[$0.id] == nil }
    let kept = after.codes.compactMap { code in before[code.id].map { (old: $0, new: code) } }
    renamed = kept.filter { $0.old.name != $0.new.name }.map {
      Renamed(id: $0.new.id, before: $0.old.name, after: $0.new.name)
    }
    moved = kept.filter { $0.old.parent != $0.new.parent }.map {
      Moved(id: $0.new.id, before: $0.old.parent, after: $0.new.parent)
    }
    ruleChanged = kept.compactMap { old, new in
      let parts = RulePart.allCases.filter { $0.differs(old, new) }
      return parts.isEmpty ? nil : RuleChange(id: new.id, parts: parts)
    }
  }
}

extension CodebookDifference.RulePart {
  fileprivate func differs(_ old: Code, _ new: Code) -> Bool {
    switch self {
    case .definition: old.rule.definition != new.rule.definition
    case .rules: old.rule.rules != new.rule.rules
    case .examples: old.rule.examples != new.rule.examples
    case .given: old.isGiven != new.isGiven
    }
  }
}
