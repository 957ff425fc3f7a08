/// Documents that are one text, nearly or word by word. Documents are numbered from 0.
public struct Duplicates: Sendable {
  /// Two documents of which the rule holds.
  public struct Pair: Hashable, Sendable {
    public let first: Int
    public let second: Int
    public let resemblance: Double
    public let containment: Double
  }

  public let rule: DuplicateRule
  /// How many documents were looked at.
  public let documents: Int
  /// Documents with the same words in the same order, wherever they are in time: two or more each, in rising order.
  public let exactGroups: [[Int]]
  /// Documents that are one text, the earliest first; those without a date last.
  public let clusters: [[Int]]

  private let days: [Int?]
  private let documentsOfText: [[Int]]
  private let textPairs: [TextPair]

  init(rule: DuplicateRule, days: [Int?], documentsOfText: [[Int]], textPairs: [TextPair]) {
    (self.rule, self.days) = (rule, days)
    (self.documentsOfText, self.textPairs) = (documentsOfText, textPairs)
    documents = days.count
    exactGroups = documentsOfText.filter { $0.count > 1 }
    let textClusters = Clustering.clusters(of: documentsOfText.count, textPairs)
    let clustered = Set(textClusters.flatMap(\.self))
    let alone = documentsOfText.indices.filter { documentsOfText[$0].count > 1 && !clustered.contains($0) }
    let together = textClusters.map { $0.flatMap { documentsOfText[$0] } } + alone.map { documentsOfText[$0] }
    clusters = together.flatMap { Self.runs(of: $0, days, window: rule.window) }.sorted { $0[0] < $1[0] }
  }

  /// What a stricter rule would find, without looking at the texts again; nil for a rule that is looser in any way, of which not all pairs are
  /// known, and for one with other runs.
  public func narrowed(to stricter: DuplicateRule) -> Duplicates? {
    guard
      stricter.shingle == rule.shingle, stricter.resemblance >= rule.resemblance,
      stricter.containment >= rule.containment, stricter.leastContained >= rule.leastContained,
      stricter.window ?? .max <= rule.window ?? .max
    else { return nil }
    let spans = documentsOfText.map { documents -> ClosedRange<Int>? in
      let known = documents.compactMap { days[$0] }
      guard known.count == documents.count, let first = known.min(), let last = known.max() else {
        return nil
      }
      return first...last
    }
    let pairs = textPairs.filter { pair in
      stricter.holds(shared: pair.shared, pair.firstCount, pair.secondCount)
        && stricter.allows(spans[pair.first], spans[pair.second])
    }
    return Duplicates(rule: stricter, days: days, documentsOfText: documentsOfText, textPairs: pairs)
  }

  /// Documents that are another one's copy: all of a cluster but the earliest.
  public var duplicates: Int { clusters.reduce(0) { $0 + $1.count - 1 } }

  /// All pairs of documents, those of one text included, in no order that matters. A text of n copies has n (n − 1) / 2.
  public func forEachPair(_ body: (Pair) throws -> Void) rethrows {
    for group in exactGroups {
      for (place, second) in group.enumerated() {
        for first in group[..<place] where allows(first, second) {
          try body(Pair(first: first, second: second, resemblance: 1, containment: 1))
        }
      }
    }
    for pair in textPairs {
      for one in documentsOfText[pair.first] {
        for other in documentsOfText[pair.second] where allows(one, other) {
          try body(
            Pair(
              first: min(one, other), second: max(one, other), resemblance: pair.resemblance,
              containment: pair.containment))
        }
      }
    }
  }

  private func allows(_ one: Int, _ other: Int) -> Bool {
    rule.allows(days[one].map { $0...$0 }, days[other].map { $0...$0 })
  }

  /// A cluster is cut wherever nothing of it was published for longer than the window; parts of one document are none.
  private static func runs(of documents: [Int], _ days: [Int?], window: Int?) -> [[Int]] {
    let sorted = documents.sorted { (days[$0] ?? .max, $0) < (days[$1] ?? .max, $1) }
    var runs: [[Int]] = []
    var last: Int?
    for document in sorted {
      let day = days[document]
      if let window, let last, let day, day - last > window {
        runs.append([document])
      } else if runs.isEmpty {
        runs.append([document])
      } else {
        runs[runs.count - 1].append(document)
      }
      last = day ?? last
    }
    return runs.filter { $0.count > 1 }
  }
}
