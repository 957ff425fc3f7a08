/// Where a pattern is in a text.
public struct PatternMatch: Hashable, Sendable {
  /// The pattern's place among those looked for.
  public let pattern: Int
  /// Bytes of the text, from the first word to the last.
  public let range: Range<Int>
}

/// Looks for many patterns at once: a text is gone through once, however many there are.
///
/// Every pattern counts on its own, and matches may overlap.
public struct PatternMatcher: Sendable {
  public let patterns: [WordPattern]
  public let rule: WordRule
  let set: PatternSet

  /// - Parameter patterns: made with the same folding.
  public init(_ patterns: [WordPattern], folding: WordRule.Folding = .caseAndAccents) {
    self.patterns = patterns
    rule = WordRule(folding: folding, unspaced: .character)
    set = PatternSet(patterns)
  }

  /// All matches in a text, by where they begin.
  public func matches(in text: String) -> [PatternMatch] {
    var text = text
    return text.withUTF8 { bytes in
      var matches: [PatternMatch] = []
      PatternScanner(self).forEachMatch(in: bytes) { pattern, range in
        matches.append(PatternMatch(pattern: pattern, range: range))
      }
      return matches
    }
  }

  /// How often patterns of each group are in each text of a batch: texts one after the other, of each so many numbers as there are groups.
  ///
  /// - Parameter groups: of each pattern, from 0 to below `count`.
  public func counts(in batch: TextBatch, groups: [Int], count: Int) -> [Int] {
    batch.shares { share in
      let scanner = PatternScanner(self)
      var counts = [Int](repeating: 0, count: share.texts.count * count)
      for (row, text) in share.texts.enumerated() {
        scanner.forEachMatch(in: share[text]) { pattern, _ in counts[row * count + groups[pattern]] += 1 }
      }
      return counts
    }.flatMap(\.self)
  }
}

/// Finds a matcher's patterns in texts, one after the other. One a thread.
final class PatternScanner {
  private let set: PatternSet
  private let words: WordScanner
  private let index: ElementIndex

  init(_ matcher: PatternMatcher) {
    set = matcher.set
    words = WordScanner(matcher.rule)
    index = ElementIndex(matcher.set)
  }

  /// By where they begin; of those that begin with one word, single words come before phrases.
  func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Int, Range<Int>) -> Void) {
    var kinds: [UInt32] = []
    var ranges: [Range<Int>] = []
    /// Words that are something to a pattern.
    var places: [Int] = []
    words.forEachList(of: text) { list in
      let first = kinds.count
      kinds.reserveCapacity(first + list.count)
      index.kinds(of: list) { kind in
        if kind != 0 { places.append(kinds.count) }
        kinds.append(kind)
      }
      for word in 0..<list.count where kinds[first + word] != 0 {
        ranges.append(list.starts[word]..<list.ends[word])
      }
    }
    for (number, place) in places.enumerated() {
      let kind = index[kinds[place]]
      for pattern in kind.words { body(pattern, ranges[number]) }
      for pattern in kind.phrases {
        let elements = set.patterns[pattern]
        guard place + elements.count <= kinds.count else { continue }
        // The words of a phrase are all something to it, and so are the next ones that have ranges.
        let isThere = (1..<elements.count).allSatisfy {
          index[kinds[place + $0]].elements.contains(elements[$0])
        }
        if isThere {
          body(pattern, ranges[number].lowerBound..<ranges[number + elements.count - 1].upperBound)
        }
      }
    }
  }
}
