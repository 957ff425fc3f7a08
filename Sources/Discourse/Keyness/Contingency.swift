import CRmath
import Foundation

/// Two by two counts: of one kind and of all others, in one part and in another.
struct Contingency {
  /// Of the kind in the first part; of the kind in the second; of others in the first; of others in the second.
  let counts: (Double, Double, Double, Double)

  /// - Parameters:
  ///   - first: how many of the kind are in the first part, of how many.
  ///   - second: and in the second.
  init(_ first: (count: Int, of: Int), _ second: (count: Int, of: Int)) {
    counts = (
      Double(first.count), Double(second.count), Double(first.of - first.count),
      Double(second.of - second.count)
    )
  }

  private var kind: Double { counts.0 + counts.1 }
  private var others: Double { counts.2 + counts.3 }
  private var first: Double { counts.0 + counts.2 }
  private var second: Double { counts.1 + counts.3 }
  private var all: Double { kind + others }

  /// How many of the kind the first part would have, were it spread over both alike.
  var expected: Double { kind * first / all }

  /// 2 Σ O ln(O / E) over the four cells (Dunning 1993): negative where the first part has fewer of the kind than expected.
  var signedG2: Double {
    let sum =
      Self.term(counts.0, kind, first, all) + Self.term(counts.1, kind, second, all)
      + Self.term(counts.2, others, first, all) + Self.term(counts.3, others, second, all)
    let g2 = max(0, 2 * sum)
    return counts.0 * all < kind * first ? -g2 : g2
  }

  /// Σ (O − E)² / E (Pearson 1900), without a correction for continuity; nil where all or none is of the kind.
  var chiSquared: Double? {
    let product = kind * others * first * second
    guard product > 0 else { return nil }
    let difference = counts.0 * counts.3 - counts.1 * counts.2
    return all * (difference / product) * difference
  }

  private static func term(_ observed: Double, _ row: Double, _ column: Double, _ all: Double) -> Double {
    observed > 0 ? observed * log(observed * all / (row * column)) : 0
  }
}

enum Chance {
  /// Of a value of χ² with one degree of freedom that is as large or larger, if nothing is there.
  static func ofChiSquared(_ value: Double) -> Double { r_chi_squared_above(value, 1) }

  /// What a standard normal variable is below in 97.5 of 100 cases.
  static let normal975 = r_normal_quantile(0.975)

  /// The false discovery rate at which each of these chances would be called a finding (Benjamini and Hochberg 1995), in their order.
  static func falseDiscoveryRates(_ chances: [Double]) -> [Double] {
    let order = chances.indices.sorted { chances[$0] > chances[$1] }
    var rates = chances
    var least = 1.0
    for (place, index) in order.enumerated() {
      least = min(least, chances[index] * Double(chances.count) / Double(chances.count - place))
      rates[index] = least
    }
    return rates
  }
}
