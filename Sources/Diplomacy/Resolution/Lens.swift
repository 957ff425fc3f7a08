public import Chronology

/// Through what the log is read: which policy, as valid on which date, as known at which moment.
public struct Lens: Hashable, Sendable {
  public let policy: Policy
  /// Dated claims (`during`) that certainly do not hold on this day are left out; nil keeps all.
  public let validOn: Day?
  /// Batches recorded later are not heard; RFC 3339 in UTC, nil hears all.
  public let knownAt: String?
  /// Batches of a higher number are not heard, which tells those of one moment apart; nil hears all.
  public let knownBatch: Int64?

  public init(
    policy: Policy = .undecided, validOn: Day? = nil, knownAt: String? = nil, knownBatch: Int64? = nil
  ) {
    self.policy = policy
    self.validOn = validOn
    self.knownAt = knownAt
    self.knownBatch = knownBatch
  }

  /// What tells the lens from every other.
  public var stamp: String {
    [policy.description, validOn?.description ?? "", knownAt ?? "", knownBatch.map(String.init) ?? ""]
      .joined(separator: "|")
  }
}
