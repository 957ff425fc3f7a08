/// So many of so many.
public struct Share: Hashable, Sendable {
  public let count: Int
  public let total: Int

  /// - Precondition: 0 ≤ count ≤ total.
  public init(_ count: Int, of total: Int) {
    precondition(count >= 0 && count <= total, "\(count) of \(total) is no share")
    (self.count, self.total) = (count, total)
  }

  /// Nil of nothing.
  public var value: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The 95 % score interval of Wilson (1927), without correction for continuity: it holds near 0 and 1 and for few units, where the textbook's
  /// does not (Brown, Cai and DasGupta 2001). It takes the units for a sample. Nil of nothing.
  public var interval: ClosedRange<Double>? {
    guard let value else { return nil }
    let (n, square) = (Double(total), Self.normal * Self.normal)
    let middle = (value + square / (2 * n)) / (1 + square / n)
    let spread = (value * (1 - value) / n + square / (4 * n * n)).squareRoot()
    let half = Self.normal / (1 + square / n) * spread
    // At the ends the formula gives them exactly, but for rounding.
    return (count == 0 ? 0 : middle - half)...(count == total ? 1 : middle + half)
  }

  /// The standard normal distribution's 97.5 % point.
  static let normal = 1.959963984540054
}
