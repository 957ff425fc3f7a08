import Processors

/// Finds all pairs of texts that the rule holds for, and no other: a candidate is a pair that shares one of the shorter text's rarest runs, and
/// every candidate's runs are compared.
///
/// Of the shorter text of a pair, at least a share s of its n runs is in the longer (`DuplicateRule.leastShared`). So of any n − ⌈s n⌉ + 1 of
/// its runs one is; those with the fewest holders are looked up (prefix filter; Chaudhuri, Ganti and Kaushik 2006).
struct PairJoin {
  let rule: DuplicateRule
  let shared: SharedRuns
  /// How many runs each text has, shared or not.
  let counts: [Int]
  /// When each text was published, from first to last.
  let days: [ClosedRange<Int>?]

  /// By the first text, then the second.
  func pairs() -> [TextPair] {
    Cores.shares(of: counts.count, atLeast: 512) { texts in
      var seen = [UInt32](repeating: .max, count: counts.count)
      var found: [TextPair] = []
      for text in texts { look(for: text, &seen, &found) }
      return found
    }.flatMap(\.self).sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func look(for text: Int, _ seen: inout [UInt32], _ found: inout [TextPair]) {
    let (count, span) = (counts[text], shared.span(of: text))
    let least = max(1, Int((rule.leastShared * Double(count)).rounded(.up)))
    guard span.count >= least else { return }
    let prefix = span.count - least + 1
    let rarest = shared.runs[span].sorted { shared.count(of: $0) < shared.count(of: $1) }.prefix(prefix)
    for run in rarest {
      for place in shared.holders(of: run) {
        let other = Int(shared.texts[place])
        // The shorter looks for the longer; of two as long as each other, the first.
        guard (counts[other], other) > (count, text), seen[other] != UInt32(text) else { continue }
        seen[other] = UInt32(text)
        guard rule.allows(days[text], days[other]) else { continue }
        let common = common(span, shared.span(of: other))
        guard rule.holds(shared: common, count, counts[other]) else { continue }
        let isFirst = text < other
        found.append(
          TextPair(
            first: min(text, other), second: max(text, other), shared: common,
            firstCount: isFirst ? count : counts[other], secondCount: isFirst ? counts[other] : count))
      }
    }
  }

  /// How many runs two texts share: both are in rising order.
  private func common(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    var (first, second, common) = (one.lowerBound, other.lowerBound, 0)
    while first < one.upperBound, second < other.upperBound {
      let (left, right) = (shared.runs[first], shared.runs[second])
      common += left == right ? 1 : 0
      first += left <= right ? 1 : 0
      second += right <= left ? 1 : 0
    }
    return common
  }
}
