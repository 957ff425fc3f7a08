/// A codebook through time. Versions count from 1; what a version says stays.
public struct CodebookVersions: Hashable, Sendable {
  /// By number; the first is version 1.
  public let versions: [Codebook]

  public init(_ versions: [Codebook]) { self.versions = versions }

  /// The number of the version in force; 0 where there is none.
  public var latest: Int { versions.count }
  public var current: Codebook? { versions.last }

  public subscript(_ number: Int) -> Codebook? {
    number > 0 && number <= versions.count ? versions[number - 1] : nil
  }

  /// Why a code that was given under a version has to be looked at again; nil when it is to be given now as it was then.
  ///
  /// The version then is compared with the one in force: a rule that was changed and changed back is the same. A name or a place in the
  /// nesting is no rule.
  public func staleness(of code: String, givenUnder number: Int) -> Staleness? {
    guard let then = self[number]?[code], let current else { return .unknown }
    guard let now = current[code] else {
      return .removed(inVersion: first(after: number) { $0[code] == nil })
    }
    guard now.rule != then.rule || now.isGiven != then.isGiven else { return nil }
    return .ruleChanged(
      inVersion: first(after: number) { book in
        book[code].map { $0.rule != then.rule || $0.isGiven != then.isGiven } ?? true
      })
  }

  private func first(after number: Int, where holds: (Codebook) -> Bool) -> Int {
    ((number + 1)...max(latest, number + 1)).first { self[$0].map(holds) ?? false } ?? latest
  }
}

/// Why a coding is stale.
public enum Staleness: Hashable, Sendable {
  /// The rule is another one; the version that changed it first.
  case ruleChanged(inVersion: Int)
  case removed(inVersion: Int)
  /// The version has no such code, or there is no such version.
  case unknown
}
