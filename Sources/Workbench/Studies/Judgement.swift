import Diplomacy

/// Compares a published amount with a computed one.
enum Judgement {
  /// - Parameter tolerance: nil for half a unit of the last printed digit; a tenth for approximate amounts.
  static func status(_ published: Amount, _ computed: CheckResult.Computed, tolerance: Double?) -> CheckStatus
  {
    let slack = tolerance ?? published.printedTolerance
    let low = (published.lowest ?? -.infinity) - slack
    let high = (published.highest ?? .infinity) + slack
    let (least, most) = (computed.certain ?? -.infinity, computed.possible ?? .infinity)
    // A strict bound is no part of what was published.
    let room = published.isStrict ? -epsilon : epsilon
    if low - room <= least && most <= high + room { return .reproduced }
    if least < most, least <= high + room, most >= low - room { return .withinBounds }
    return .differs
  }

  /// The worst of several.
  static func worst(_ statuses: [CheckStatus]) -> CheckStatus {
    for status in [CheckStatus.differs, .withinBounds] where statuses.contains(status) { return status }
    return .reproduced
  }

  /// Room for the rounding of binary fractions, far below any printed digit.
  private static let epsilon = 1e-9
}

extension Amount {
  /// Half a unit of the last digit printed; for "about", a tenth of the value; for a fraction such as `1/3`, half a per cent.
  var printedTolerance: Double {
    if isApproximate { return Amount.approximation * abs(exact ?? 0) }
    if text.contains("/") { return 0.005 }
    guard exact != nil, let point = text.firstIndex(of: ".") else { return exact == nil ? 0 : 0.5 }
    return 0.5 * text[text.index(after: point)...].reduce(1.0) { unit, _ in unit / 10 }
  }
}
