/// How codes are learned and suggested.
public struct SuggestionRule: Hashable, Sendable {
  /// Parts of the examples, each of which is held out once.
  public var folds = 5
  /// LIBLINEAR's C.
  public var cost = 1.0
  /// The least probability of a code that is suggested.
  public var threshold = 0.5
  /// Of `SplitMix64`, by which the parts are dealt: the same seed and examples give the same figures.
  public var seed: UInt64 = 1

  /// With fewer documents that have a code, or that do not, nothing is learned of it.
  public static let fewest = 10

  public init() {}
}

/// Learns one code, against all others, from documents of which people said whether they have it. What it says of others is a suggestion.
public struct CodeClassifier: Sendable {
  /// What was suggested of each example by a machine that had not seen it, with probabilities to which it had not contributed either.
  public let confusion: Confusion
  /// Of each example, likewise.
  public let heldOut: [Double]
  public let rule: SuggestionRule
  private let machine: LinearClassifier
  private let scale: PlattScale

  /// - Parameters:
  ///   - examples: the documents' places among those that the features are of.
  ///   - isPositive: of each example, whether it has the code.
  /// - Throws: `SuggestionFault.tooFew`
  public init(
    _ features: DocumentFeatures, examples: [Int], isPositive: [Bool], rule: SuggestionRule
  ) throws(SuggestionFault) {
    try self.init(
      TrainingRows(features, documents: examples), isPositive, rule,
      folds: Folds.stratified(isPositive, count: rule.folds, seed: rule.seed))
  }

  /// - Parameter folds: the part of each example.
  init(_ training: TrainingRows, _ isPositive: [Bool], _ rule: SuggestionRule, folds: [Int])
    throws(SuggestionFault)
  {
    let positive = isPositive.count { $0 }
    guard min(positive, isPositive.count - positive) >= SuggestionRule.fewest else {
      throw .tooFew(positive: positive, negative: isPositive.count - positive)
    }
    func machine(_ rows: [Int]) throws(SuggestionFault) -> LinearClassifier {
      guard let machine = LinearClassifier(training, rows: rows, isPositive: isPositive, cost: rule.cost)
      else { throw .notTrained }
      return machine
    }
    func scale(_ rows: [Int], _ decisions: [Double]) -> PlattScale {
      PlattScale(rows.map { decisions[$0] }, rows.map { isPositive[$0] })
    }
    let rows = Array(isPositive.indices)
    var decisions = [Double](repeating: 0, count: rows.count)
    for fold in 0..<rule.folds {
      let trained = try machine(rows.filter { folds[$0] != fold })
      for row in rows where folds[row] == fold { decisions[row] = trained.decision(training[row]) }
    }
    var heldOut = [Double](repeating: 0, count: rows.count)
    for fold in 0..<rule.folds {
      let fitted = scale(rows.filter { folds[$0] != fold }, decisions)
      for row in rows where folds[row] == fold { heldOut[row] = fitted.probability(decisions[row]) }
    }
    confusion = Confusion(heldOut.map { $0 >= rule.threshold }, isPositive)
    (self.heldOut, self.rule) = (heldOut, rule)
    self.machine = try machine(rows)
    self.scale = scale(rows, decisions)
  }

  /// How likely a document has the code.
  public func probability(_ cells: [DocumentFeatures.Cell]) -> Double {
    scale.probability(machine.decision(cells))
  }

  /// The features of a document that speak most for the code, the strongest first.
  public func reasons(_ cells: [DocumentFeatures.Cell], most: Int) -> [Int] {
    let forIt = cells.map { (feature: $0.feature, weight: machine.weights[$0.feature] * $0.weight) }
      .filter { $0.weight > 0 }
    return forIt.sorted { ($1.weight, $0.feature) < ($0.weight, $1.feature) }.prefix(most).map(\.feature)
  }
}

/// Why nothing can be suggested.
public enum SuggestionFault: Error, Hashable, Sendable {
  case tooFew(positive: Int, negative: Int)
  /// LIBLINEAR refused the examples.
  case notTrained

  public var text: String {
    switch self {
    case .tooFew(let positive, let negative):
      "\(positive) documents have it and \(negative) do not: of each \(SuggestionRule.fewest) are needed"
    case .notTrained: "LIBLINEAR could not be trained on the examples"
    }
  }
}
