/// What the coefficients come to when units are drawn anew.
struct Resamples {
  private let tallied: [Coefficient]
  private let units: Int
  private let terms: AgreementTally.Terms
  /// Nil where pairs of coders are not looked at.
  private let pairTerms: PairTally.Terms?
  private var count = 0
  private var figures: [[Double]]
  private var holsti: [Double] = []
  private var kappas: [[Double]] = []
  private var ofCategory: [[Double]]

  /// - Parameter categories: how many categories are looked at one by one.
  init(
    _ tallied: [Coefficient], of ratings: Ratings, _ terms: AgreementTally.Terms, pairs: PairTally.Terms?,
    categories: Int
  ) {
    (self.tallied, self.terms) = (tallied, terms)
    units = ratings.units.count
    let pairCount = ratings.coders.count * (ratings.coders.count - 1) / 2
    pairTerms = pairCount <= Reliability.mostResampledPairs ? pairs : nil
    figures = [[Double]](repeating: [], count: tallied.count)
    ofCategory = [[Double]](
      repeating: [], count: categories <= Reliability.mostResampledCategories ? categories : 0)
    if pairTerms != nil { kappas = [[Double]](repeating: [], count: pairCount) }
  }

  mutating func draw(_ bootstrap: Bootstrap) {
    guard units > 0 else { return }
    count = bootstrap.resamples
    var generator = SplitMix64(seed: bootstrap.seed)
    var unitWeights = [Double](repeating: 0, count: units)
    var patternWeights = [Double](repeating: 0, count: terms.patterns.count)
    for _ in 0..<count {
      for unit in unitWeights.indices { unitWeights[unit] = 0 }
      for pattern in patternWeights.indices { patternWeights[pattern] = 0 }
      for _ in 0..<units {
        let unit = generator.below(units)
        unitWeights[unit] += 1
        patternWeights[terms.patterns.ofUnit[unit]] += 1
      }
      add(AgreementTally(terms, weights: patternWeights))
      if let pairTerms { add(PairTally(pairTerms, weights: unitWeights)) }
    }
  }

  private mutating func add(_ tally: AgreementTally) {
    for (place, coefficient) in tallied.enumerated() {
      if let figure = tally.value(of: coefficient) { figures[place].append(figure) }
    }
    for category in ofCategory.indices {
      if let figure = tally.alpha(of: category) { ofCategory[category].append(figure) }
    }
  }

  private mutating func add(_ pairs: PairTally) {
    if let mean = pairs.holsti { holsti.append(mean) }
    for second in 0..<pairs.coders {
      for first in 0..<second {
        if let kappa = pairs.kappa(first, second) { kappas[PairTally.place(first, second)].append(kappa) }
      }
    }
  }

  func interval(of place: Int) -> Interval? { Interval(of: figures[place], resamples: count) }
  func interval(ofCategory category: Int) -> Interval? {
    ofCategory.isEmpty ? nil : Interval(of: ofCategory[category], resamples: count)
  }
  var holstiInterval: Interval? { Interval(of: holsti, resamples: count) }
  func kappaInterval(of pair: Int) -> Interval? {
    kappas.isEmpty ? nil : Interval(of: kappas[pair], resamples: count)
  }
}
