import Processors

/// Which words one part of a corpus has more of than another, and which fewer.
public struct Keyness: Sendable {
  public struct Row: Hashable, Sendable {
    public let word: Int
    public let target: Int
    public let reference: Int
    /// In how many documents of each part the word stands.
    public let targetRange: Int
    public let referenceRange: Int
    /// Dunning's log-likelihood: negative where the target has fewer than expected.
    public let g2: Double
    /// Pearson's χ², uncorrected; nil where the parts have no other word.
    public let chiSquared: Double?
    public let logRatio: LogRatio
    /// The chance of a G² so large or larger, if the word were as frequent in both parts.
    public let p: Double
    /// The false discovery rate among all rows at which this one would be a finding.
    public internal(set) var q: Double
  }

  /// Why two parts cannot be compared.
  public enum Fault: Error, Hashable, Sendable {
    case emptyTarget
    case emptyReference

    public var text: String {
      switch self {
      case .emptyTarget: "the target has no words"
      case .emptyReference: "the reference has no words"
      }
    }
  }

  public let targetTokens: Int
  public let referenceTokens: Int
  /// All words that were tested: the highest G² first, words of one G² by their forms.
  public let rows: [Row]

  /// - Parameters:
  ///   - target, reference: of one vocabulary.
  ///   - leastCount: words that both parts together have fewer of are not tested.
  public init(
    _ target: WordFrequencies, against reference: WordFrequencies, of vocabulary: Vocabulary,
    leastCount: Int = 1
  ) throws(Fault) {
    guard target.tokens > 0 else { throw .emptyTarget }
    guard reference.tokens > 0 else { throw .emptyReference }
    (targetTokens, referenceTokens) = (target.tokens, reference.tokens)
    var rows = Cores.shares(of: vocabulary.count, atLeast: 1 << 12) { words in
      words.compactMap { word in Self.row(word, target, reference, max(1, leastCount)) }
    }.flatMap(\.self)
    let rates = Chance.falseDiscoveryRates(rows.map(\.p))
    for place in rows.indices { rows[place].q = rates[place] }
    self.rows = rows.sorted {
      $0.g2 != $1.g2 ? $0.g2 > $1.g2 : vocabulary.precedes($0.word, $1.word)
    }
  }

  private static func row(_ word: Int, _ target: WordFrequencies, _ reference: WordFrequencies, _ least: Int)
    -> Row?
  {
    let (a, b) = (target.counts[word], reference.counts[word])
    guard a + b >= least else { return nil }
    let table = Contingency((a, target.tokens), (b, reference.tokens))
    let g2 = table.signedG2
    return Row(
      word: word, target: a, reference: b, targetRange: target.ranges[word],
      referenceRange: reference.ranges[word], g2: g2, chiSquared: table.chiSquared,
      logRatio: LogRatio((a, target.tokens), (b, reference.tokens)), p: Chance.ofChiSquared(abs(g2)), q: 1)
  }
}
