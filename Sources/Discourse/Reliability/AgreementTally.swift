/// Sums over units, from which the coefficients that do not ask who gave a rating are worked out.
///
/// With missing ratings as Gwet (2014, chapters 2 to 5) and his irrCAC treat them: the share of agreeing pairs is the mean over units with two
/// ratings or more; the share of a category is the mean over all rated units. α takes units with two ratings or more alone (Krippendorff 2011).
struct AgreementTally {
  /// What every pattern adds, found once.
  struct Terms {
    let patterns: RatingPatterns
    let difference: Difference
    let categories: Int
    /// The share of a pattern's pairs that agree, and their mean weight; 0 where it has no pair.
    let agreement: [Double]
    let weighted: [Double]
    /// The sum of differences within a pattern, over one less than its ratings; 0 where it has no pair, and where it depends on margins.
    let disagreement: [Double]
    /// All weights of pairs of categories, added up.
    let weightSum: Double
  }

  private let terms: Terms
  private(set) var units = 0.0
  private(set) var sharedUnits = 0.0
  private var agreement = 0.0
  private var weighted = 0.0
  private var disagreement = 0.0
  /// How often each category was given in units with two ratings or more.
  private(set) var margins: [Double]
  /// For each category, the pairs of a rating of it with one of another of the same unit, over one less than the unit's ratings.
  private var parted: [Double]
  /// Each category's share of a unit's ratings, summed over all units.
  private var shares: [Double]

  /// - Parameter weights: how many units of each pattern there are.
  init(_ terms: Terms, weights: [Double]) {
    self.terms = terms
    margins = [Double](repeating: 0, count: terms.categories)
    (shares, parted) = (margins, margins)
    let patterns = terms.patterns
    for pattern in 0..<patterns.count where weights[pattern] > 0 {
      let (weight, total) = (weights[pattern], patterns.totals[pattern])
      units += weight
      let share = weight / total
      let isShared = total > 1
      let partedShare = isShared ? weight / (total - 1) : 0
      for entry in patterns.span(pattern) {
        let (category, count) = (patterns.categories[entry], patterns.counts[entry])
        shares[category] += share * count
        if isShared { margins[category] += weight * count }
        parted[category] += partedShare * count * (total - count)
      }
      guard isShared else { continue }
      sharedUnits += weight
      agreement += weight * terms.agreement[pattern]
      weighted += weight * terms.weighted[pattern]
      disagreement += weight * terms.disagreement[pattern]
    }
    if terms.difference.dependsOnMargins { addDisagreement(weights) }
  }

  private mutating func addDisagreement(_ weights: [Double]) {
    let positions = terms.difference.positions(margins)
    let patterns = terms.patterns
    for pattern in 0..<patterns.count where weights[pattern] > 0 && patterns.totals[pattern] > 1 {
      let span = patterns.span(pattern)
      disagreement +=
        weights[pattern]
        * terms.difference.sum(patterns.categories[span], patterns.counts[span], at: positions)
        / (patterns.totals[pattern] - 1)
    }
  }

  /// Whether units with two ratings or more were given more than one category.
  var hasVariation: Bool { margins.count { $0 > 0 } > 1 }

  /// Nil where it is undefined; `percent` needs a unit rated twice, the others two categories as well.
  func value(of coefficient: Coefficient) -> Double? {
    guard sharedUnits > 0 else { return nil }
    if coefficient == .percent { return agreement / sharedUnits }
    guard hasVariation else { return nil }
    switch coefficient {
    case .alpha: return alpha
    case .fleissKappa, .scottPi: return beyond(chance: shares.reduce(0) { $0 + $1 * $1 } / (units * units))
    case .ac1: return beyond(chance: uncertainty)
    case .ac2: return beyond(chance: terms.weightSum / categories * uncertainty, of: weighted)
    case .brennanPrediger: return beyond(chance: 1 / categories)
    case .cohenKappa, .holsti, .percent: return nil
    }
  }

  /// Nominal α of one category against all others taken as one; nil where units rated twice have it never or always.
  func alpha(of category: Int) -> Double? {
    let (own, all) = (margins[category], margins.reduce(0, +))
    guard own > 0, own < all else { return nil }
    return 1 - (all - 1) * parted[category] / (own * (all - own))
  }

  private var categories: Double { Double(terms.categories) }

  /// Gwet's chance: that a rating is made at random, and agrees.
  private var uncertainty: Double {
    shares.reduce(0) { $0 + $1 / units * (1 - $1 / units) } / (categories - 1)
  }

  private func beyond(chance: Double, of sum: Double? = nil) -> Double {
    ((sum ?? agreement) / sharedUnits - chance) / (1 - chance)
  }

  /// 1 − observed over expected disagreement: (n − 1) Σ o δ² / Σ n n δ², in coincidences.
  private var alpha: Double {
    let expected = terms.difference.sum(margins.indices, margins, at: terms.difference.positions(margins))
    return 1 - (margins.reduce(0, +) - 1) * disagreement / expected
  }
}

extension AgreementTally.Terms {
  init(_ ratings: Ratings) {
    let patterns = RatingPatterns(ratings)
    let difference = Difference(ratings.scale)
    let weight = AgreementWeight(ratings.scale)
    let positions = difference.positions([])
    var agreement = [Double](repeating: 0, count: patterns.count)
    var (weighted, disagreement) = (agreement, agreement)
    for pattern in 0..<patterns.count where patterns.totals[pattern] > 1 {
      let (span, total) = (patterns.span(pattern), patterns.totals[pattern])
      var (same, near) = (0.0, 0.0)
      for one in span {
        let count = patterns.counts[one]
        same += count * (count - 1)
        for other in span where other != one {
          near +=
            count * patterns.counts[other] * weight(patterns.categories[one], patterns.categories[other])
        }
      }
      agreement[pattern] = same / (total * (total - 1))
      weighted[pattern] = (same + near) / (total * (total - 1))
      if !difference.dependsOnMargins {
        disagreement[pattern] =
          difference.sum(patterns.categories[span], patterns.counts[span], at: positions) / (total - 1)
      }
    }
    self.init(
      patterns: patterns, difference: difference, categories: ratings.scale.categories.count,
      agreement: agreement, weighted: weighted, disagreement: disagreement, weightSum: weight.sum)
  }
}
