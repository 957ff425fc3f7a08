import Chronology

/// How what is known of one property of an entity moved: the values that are no longer, and those that have come instead.
public struct PropertyChange: Hashable, Sendable {
  /// A value, or the several that it may be, with its bounds.
  public struct Reading: Hashable, Sendable {
    /// `12000`, `2014 or 2015`.
    public let text: String
    /// The first day or least amount it can be, and the last or most; nil where it is unbounded, or neither date nor amount.
    public let lowest: String?
    public let highest: String?
    /// False when it is one of several.
    public let isCertain: Bool
  }

  public let property: String
  public let side: String?
  public let role: Role?
  public let during: String?
  /// Empty where nothing was said before, or nothing is now.
  public let before: [Reading]
  public let after: [Reading]
}

extension Resolution {
  /// What moved from this account of an entity to another, by property, side, role and time. Nil stands for no account.
  public static func changes(from before: Resolution?, to after: Resolution?) -> [PropertyChange] {
    let names = Set(before?.properties ?? []).union(after?.properties ?? [])
    return names.sorted().flatMap { name in
      let (old, new) = (readings(before, name), readings(after, name))
      let keys = Set(old.keys).union(new.keys)
      return keys.sorted().compactMap { key -> PropertyChange? in
        let (gone, come) = (old[key] ?? [], new[key] ?? [])
        let change = PropertyChange(
          property: name, side: key.side, role: key.role, during: key.during,
          before: gone.filter { !come.contains($0) }, after: come.filter { !gone.contains($0) })
        return change.before.isEmpty && change.after.isEmpty ? nil : change
      }
    }
  }

  private struct Key: Hashable, Comparable {
    let side: String?
    let role: Role?
    let during: String?

    static func < (left: Self, right: Self) -> Bool {
      (left.side ?? "", left.role?.rawValue ?? "", left.during ?? "")
        < (right.side ?? "", right.role?.rawValue ?? "", right.during ?? "")
    }
  }

  private static func readings(_ resolution: Resolution?, _ property: String) -> [Key: [PropertyChange
    .Reading]]
  {
    (resolution?[property] ?? []).reduce(into: [:]) { readings, value in
      let claim = value.claim
      readings[Key(side: claim.side, role: claim.role, during: claim.during?.text), default: []]
        .append(PropertyChange.Reading(claim))
    }
  }
}

extension PropertyChange.Reading {
  init(_ claim: Claim) {
    text = claim.spelled
    isCertain = claim.alternatives.count == 1
    let days = claim.alternatives.compactMap { if case .date(let date) = $0 { date.range } else { nil } }
    let amounts = claim.alternatives.compactMap { if case .amount(let amount) = $0 { amount } else { nil } }
    if !days.isEmpty {
      lowest = Self.end(days.map(\.earliest)) { $0.min() }?.description
      highest = Self.end(days.map(\.latest)) { $0.max() }?.description
    } else {
      lowest = Self.end(amounts.map(\.lowest)) { $0.min() }.map(Self.brief)
      highest = Self.end(amounts.map(\.highest)) { $0.max() }.map(Self.brief)
    }
  }

  /// The outermost of the ends; nil when one of them is open.
  private static func end<T>(_ ends: [T?], _ choose: ([T]) -> T?) -> T? {
    ends.contains { $0 == nil } ? nil : choose(ends.compactMap(\.self))
  }

  private static func brief(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }
}
