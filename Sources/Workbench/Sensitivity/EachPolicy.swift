public import Archive
public import Diplomacy

/// What something comes to under each policy that can make a difference, side by side.
public struct EachPolicy<Result: Equatable> {
  public let results: [(policy: Policy, result: Result)]

  /// Looks at the record under each policy in turn; what the archive's own lens says of days and moments holds for all.
  public init(of archive: ArchiveStore, _ look: (ArchiveStore) throws -> Result) throws {
    let trial = try Trial(of: archive)
    results = try archive.policies().map { policy in
      (policy, try trial.suppose(.policy(policy)) { _ in try look(trial.archive) })
    }
  }

  init(_ results: [(policy: Policy, result: Result)]) { self.results = results }

  /// The plain policies, and of those that put a source first the ones that give something that no plain one gives.
  public var telling: [(policy: Policy, result: Result)] {
    var kept = results.filter { Policy.plain.contains($0.policy) }
    for one in results where !kept.contains(where: { $0.result == one.result }) { kept.append(one) }
    return kept
  }

  /// Whether all policies give the same.
  public var isSame: Bool { results.dropFirst().allSatisfy { $0.result == results[0].result } }

  /// The policies that are not told apart, for a note; nil when there are none.
  var untold: String? {
    let told = telling.map(\.policy)
    let rest = results.filter { !told.contains($0.policy) }
    guard !rest.isEmpty else { return nil }
    let twins = rest.map { one in
      telling.first { $0.result == one.result && $0.policy != .undecided }?.policy ?? .undecided
    }
    let same = twins.reduce(into: [Policy]()) { if !$0.contains($1) { $0.append($1) } }.map { twin in
      let names = zip(rest, twins).filter { $1 == twin }.map(\.0.policy.description)
      return "\(names.joined(separator: ", ")) as \(twin)"
    }
    return "The other policies give nothing else: \(same.joined(separator: "; "))."
  }
}
