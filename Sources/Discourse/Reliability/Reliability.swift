/// How far the coders of a table agree, by all coefficients, with intervals; and who disagrees with whom on what.
public struct Reliability: Sendable {
  /// Two coders beside one another.
  public struct Pair: Sendable {
    public let first: String
    public let second: String
    /// The units that both rated.
    public let units: Int
    /// How many of them alike.
    public let alike: Int
    public let kappa: Estimate
    public let holsti: Estimate

    public var agreement: Double? { units > 0 ? Double(alike) / Double(units) : nil }
  }

  /// One category against all others taken as one: how reliably that code is given.
  public struct Code: Hashable, Sendable {
    public let category: String
    /// How often it was given to units with two ratings or more.
    public let times: Int
    /// Nominal α.
    public let alpha: Estimate
  }

  /// Of how many coders at most pairs are made.
  public static let mostPairedCoders = 100
  /// Of how many pairs at most intervals are worked out.
  static let mostResampledPairs = 100
  /// Of how many categories at most intervals are worked out one by one.
  static let mostResampledCategories = 100

  public let ratings: Ratings
  public let bootstrap: Bootstrap?
  /// All but Cohen's κ, which is each pair's. AC2 is there where the values have an order.
  public let coefficients: [(coefficient: Coefficient, estimate: Estimate)]
  /// Each category by itself, in the order of the scale; empty but at nominal level.
  public let codes: [Code]
  /// All pairs of coders, in the order of the table; empty where it is not told who gave which rating.
  public let pairs: [Pair]
  /// Why there are no pairs.
  public let unpaired: Undefined?
  public let disagreements: Disagreements

  /// - Parameter bootstrap: nil for no intervals.
  public init(_ ratings: Ratings, bootstrap: Bootstrap? = nil) {
    self.ratings = ratings
    self.bootstrap = bootstrap
    let terms = AgreementTally.Terms(ratings)
    let whole = AgreementTally(terms, weights: terms.patterns.frequencies)
    unpaired =
      ratings.coders.isEmpty
      ? .coderUnknown
      : ratings.coders.count > Self.mostPairedCoders ? .tooManyCoders(Self.mostPairedCoders) : nil
    let pairTerms = unpaired == nil ? PairTally.Terms(ratings) : nil
    let wholePairs = pairTerms.map {
      PairTally($0, weights: [Double](repeating: 1, count: ratings.units.count))
    }
    let tallied = Coefficient.allCases.filter { coefficient in
      switch coefficient {
      case .cohenKappa, .holsti: false
      case .ac2: ratings.scale.level != .nominal
      default: true
      }
    }
    let isNominal = ratings.scale.level == .nominal
    var resamples = Resamples(
      tallied, of: ratings, terms, pairs: pairTerms,
      categories: isNominal ? ratings.scale.categories.count : 0)
    if let bootstrap { resamples.draw(bootstrap) }

    var coefficients = tallied.enumerated().map { place, coefficient in
      let estimate = whole.value(of: coefficient).map { Estimate.value($0, resamples.interval(of: place)) }
      return (coefficient, estimate ?? .undefined(Self.reason(whole, ratings)))
    }
    let holsti = wholePairs?.holsti.map { Estimate.value($0, resamples.holstiInterval) }
    coefficients.insert(
      (.holsti, holsti ?? .undefined(unpaired ?? Self.reason(whole, ratings))), at: coefficients.count - 1)
    self.coefficients = coefficients
    codes = isNominal ? Self.codes(whole, ratings, resamples) : []
    pairs = wholePairs.map { Self.pairs($0, ratings, resamples) } ?? []
    disagreements = Disagreements(ratings)
  }

  public subscript(coefficient: Coefficient) -> Estimate? {
    coefficients.first { $0.coefficient == coefficient }?.estimate
  }

  private static func reason(_ tally: AgreementTally, _ ratings: Ratings) -> Undefined {
    guard ratings.count > 0 else { return .noRatings }
    guard let category = tally.margins.firstIndex(where: { $0 > 0 }) else { return .noSharedUnit }
    return .oneCategory(ratings.scale.categories[category])
  }

  private static func codes(_ tally: AgreementTally, _ ratings: Ratings, _ resamples: Resamples) -> [Code] {
    ratings.scale.categories.enumerated().map { place, category in
      let estimate = tally.alpha(of: place).map {
        Estimate.value($0, resamples.interval(ofCategory: place))
      }
      let reason = tally.margins[place] > 0 ? Undefined.oneCategory(category) : .neverGiven(category)
      return Code(
        category: category, times: Int(tally.margins[place]), alpha: estimate ?? .undefined(reason))
    }
  }

  private static func pairs(_ tally: PairTally, _ ratings: Ratings, _ resamples: Resamples) -> [Pair] {
    ratings.coders.indices.flatMap { first in
      ratings.coders.indices.dropFirst(first + 1).map { second in
        let place = PairTally.place(first, second)
        let reason =
          tally.onlyCategory(first, second).map { Undefined.oneCategory(ratings.scale.categories[$0]) }
          ?? .noUnitInCommon
        return Pair(
          first: ratings.coders[first], second: ratings.coders[second], units: Int(tally.shared[place]),
          alike: Int(tally.alike[place]),
          kappa: tally.kappa(first, second).map { .value($0, resamples.kappaInterval(of: place)) }
            ?? .undefined(reason),
          holsti: tally.holsti(first, second).map { .value($0, nil) } ?? .undefined(.noUnitInCommon))
      }
    }
  }
}
