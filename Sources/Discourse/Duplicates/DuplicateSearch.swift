/// Takes documents one by one, and finds which of them are one text.
///
/// Of a document its runs are kept, four bytes each, and not its text. Texts that are the same word by word are compared once.
public struct DuplicateSearch: Sendable {
  public let rule: DuplicateRule
  private var textOfDocument: [Int?] = []
  private var days: [Int?] = []
  private var textOfDigest: [UInt64: Int] = [:]
  private var hashes: [UInt32] = []
  private var starts = [0]
  private var spans: [ClosedRange<Int>?] = []

  public init(_ rule: DuplicateRule = DuplicateRule()) { self.rule = rule }

  /// Documents are numbered from 0 in the order they come. One without words is like no other.
  ///
  /// - Parameters:
  ///   - shingles: made with the rule's size.
  ///   - day: when it was published, as a number of days; nil where that is not known.
  public mutating func add(_ shingles: Shingles, day: Int?) {
    days.append(day)
    guard shingles.words > 0 else { return textOfDocument.append(nil) }
    if let text = textOfDigest[shingles.digest] {
      textOfDocument.append(text)
      spans[text] = Self.hull(spans[text], day)
      return
    }
    textOfDigest[shingles.digest] = spans.count
    textOfDocument.append(spans.count)
    spans.append(day.map { $0...$0 })
    hashes += shingles.hashes
    starts.append(hashes.count)
  }

  /// All pairs, and the clusters that they make.
  public func find() -> Duplicates {
    let counts = spans.indices.map { starts[$0 + 1] - starts[$0] }
    let join = PairJoin(
      rule: rule, shared: SharedRuns(hashes: hashes, starts: starts), counts: counts, days: spans)
    var documents = [[Int]](repeating: [], count: spans.count)
    for (document, text) in textOfDocument.enumerated() {
      if let text { documents[text].append(document) }
    }
    return Duplicates(rule: rule, days: days, documentsOfText: documents, textPairs: join.pairs())
  }

  /// What is known of the days of a text: nothing, once one of its documents has no date.
  private static func hull(_ span: ClosedRange<Int>?, _ day: Int?) -> ClosedRange<Int>? {
    guard let span, let day else { return nil }
    return min(span.lowerBound, day)...max(span.upperBound, day)
  }
}
