import Foundation

/// Which words stand near a word or phrase more often than chance would put them there.
public struct Collocations: Sendable {
  public struct Row: Hashable, Sendable {
    public let word: String
    /// How often the word stands near: within the window of some match, each time once.
    public let near: Int
    /// Of these, how often to the left of a match and to the right; one between two matches is both.
    public let left: Int
    public let right: Int
    /// How often the word stands anywhere, matches aside.
    public let total: Int
    /// How often chance would put it near: total × words near / all words, matches aside.
    public let expected: Double
    /// 14 + log₂ (2 near / (matches + total)): 14 at most; one less is half as typical (Rychlý 2008).
    public let logDice: Double
    /// Pointwise mutual information, log₂ (near / expected) (Church and Hanks 1990): rare words come out high.
    public let pmi: Double
    /// (near − expected) / √near (Church and others 1991): frequent words come out high.
    public let t: Double
    /// Dunning's log-likelihood, negative where the word is rarer near than elsewhere; nil where every word is near.
    public let g2: Double?
    /// The chance of such a G², if the word were as frequent near as elsewhere; nil where there is no G².
    public let p: Double?
    /// The false discovery rate among all rows at which this one would be a finding.
    public internal(set) var q: Double?
  }

  /// How often the query matched.
  public let matches: Int
  /// Documents with a match.
  public let ranges: Int
  /// Words within a window, each once.
  public let wordsNear: Int
  /// All words but those of matches.
  public let words: Int
  /// The most typical first, by logDice.
  public let rows: [Row]

  init(_ tally: CollocationTally, vocabulary: Vocabulary, leastNear: Int) {
    (matches, ranges, wordsNear, words) = (tally.matches, tally.ranges, tally.wordsNear, tally.words)
    var rows = (0..<vocabulary.count).compactMap { word in
      tally.near[word] >= max(1, leastNear) ? Self.row(word, tally, vocabulary) : nil
    }
    let tested = rows.indices.filter { rows[$0].p != nil }
    for (row, rate) in zip(tested, Chance.falseDiscoveryRates(tested.map { rows[$0].p! })) {
      rows[row].q = rate
    }
    self.rows = rows.sorted { ($1.logDice, $0.word) < ($0.logDice, $1.word) }
  }

  private static func row(_ word: Int, _ tally: CollocationTally, _ vocabulary: Vocabulary) -> Row {
    let (near, total) = (tally.near[word], tally.totals[word])
    let expected = Double(total) * Double(tally.wordsNear) / Double(tally.words)
    let far = (count: total - near, of: tally.words - tally.wordsNear)
    let g2 = far.of > 0 ? Contingency((near, tally.wordsNear), far).signedG2 : nil
    return Row(
      word: vocabulary[word], near: near, left: tally.left[word], right: tally.right[word], total: total,
      expected: expected, logDice: 14 + log2(2 * Double(near) / Double(tally.matches + total)),
      pmi: log2(Double(near) / expected), t: (Double(near) - expected) / Double(near).squareRoot(), g2: g2,
      p: g2.map { Chance.ofChiSquared(abs($0)) }, q: nil)
  }
}
