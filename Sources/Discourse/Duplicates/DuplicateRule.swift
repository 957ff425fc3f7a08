/// When two texts are one text, nearly.
public struct DuplicateRule: Hashable, Sendable {
  /// Words a run.
  public var shingle: Int
  /// The least share of the runs of either text that both have (Broder 1997): |A ∩ B| / |A ∪ B|.
  public var resemblance: Double
  /// The least share of the runs of the shorter text that the longer has, too: |A ∩ B| / min(|A|, |B|).
  public var containment: Double
  /// How many days two texts may be apart; nil for any. Of a text without a date nothing is known that would part it from another.
  public var window: Int?
  /// A text of fewer runs is not looked for inside longer ones: every other text has such phrases.
  public var leastContained: Int

  /// - Parameter resemblance: above 0, as is `containment`; 1 at most.
  public init(
    shingle: Int = 5, resemblance: Double = 0.5, containment: Double = 0.8, window: Int? = 7,
    leastContained: Int = 20
  ) {
    self.shingle = shingle
    self.resemblance = resemblance
    self.containment = containment
    self.window = window
    self.leastContained = leastContained
  }

  func allows(_ one: ClosedRange<Int>?, _ other: ClosedRange<Int>?) -> Bool {
    guard let window, let one, let other else { return true }
    return one.lowerBound - other.upperBound <= window && other.lowerBound - one.upperBound <= window
  }

  /// The least share of the shorter text's runs that any such pair has in common: of two texts that resemble each other,
  /// |A ∩ B| ≥ r / (1 + r) · (|A| + |B|) ≥ 2r / (1 + r) · |A|.
  var leastShared: Double { min(containment, 2 * resemblance / (1 + resemblance)) }

  func holds(shared: Int, _ one: Int, _ other: Int) -> Bool {
    let (common, shorter) = (Double(shared), min(one, other))
    return common >= resemblance * Double(one + other - shared)
      || (shorter >= leastContained && common >= containment * Double(shorter))
  }
}
