import CRmath

/// How large a share of documents has a code, of which a classifier only guesses.
///
/// Of documents that have the code it finds the share r (recall), and it suggests the share f of those that have not (false positives). Where it suggests
/// the share q of all, (q − f) / (r − f) have the code (Rogan and Gladen 1978, “Estimating prevalence from the results of a screening test”;
/// *adjusted count* of Forman 2008, “Quantifying counts and costs via classification”), kept within 0 and 1. It holds where r and f are the same
/// among the documents as among the examples: where these were drawn by lot.
public struct CorrectedShare: Hashable, Sendable {
  /// Suggested, of all: the uncorrected share.
  public let suggested: Share
  /// With the middle 95 % of what it comes to when examples of each kind, and documents, are drawn anew; nil where half of the draws give nothing.
  public let value: Double
  public let interval: Interval?

  /// - Parameter confusion: of examples that the classifier had not seen.
  /// - Throws: `CorrectedShareFault`
  public init(_ suggested: Share, _ confusion: Confusion, bootstrap: Bootstrap) throws(CorrectedShareFault) {
    guard let share = suggested.value else { throw .nothing }
    guard let recall = confusion.recall, let falsePositives = confusion.falsePositiveRate,
      let value = Self.corrected(share, recall, falsePositives)
    else { throw .noBetterThanChance }
    (self.suggested, self.value) = (suggested, value)
    var generator = SplitMix64(seed: bootstrap.seed)
    /// So many of a share, when as many are drawn with replacement: binomial.
    func drawn(_ share: Double, of count: Int) -> Double {
      let chance = (Double(generator.next() >> 11) + 0.5) / Double(1 << 53)
      return r_binomial_quantile(chance, Double(count), share) / Double(count)
    }
    var figures: [Double] = []
    for _ in 0..<bootstrap.resamples {
      let rates = (drawn(recall, of: confusion.positive), drawn(falsePositives, of: confusion.negative))
      if let figure = Self.corrected(drawn(share, of: suggested.total), rates.0, rates.1) {
        figures.append(figure)
      }
    }
    interval = Interval(of: figures, resamples: bootstrap.resamples)
  }

  private static func corrected(_ share: Double, _ recall: Double, _ falsePositives: Double) -> Double? {
    guard recall > falsePositives else { return nil }
    return min(1, max(0, (share - falsePositives) / (recall - falsePositives)))
  }
}

/// Why a share cannot be corrected.
public enum CorrectedShareFault: Error, Hashable, Sendable {
  /// Of no documents.
  case nothing
  /// It suggests the code of documents that have it no more often than of others.
  case noBetterThanChance

  public var text: String {
    switch self {
    case .nothing: "no document is left that nobody coded"
    case .noBetterThanChance: "the classifier finds the code no more often where it is than where it is not"
    }
  }
}
