import Discourse
import Testing

/// Articles of made-up words with copies planted among them: shortened, with a part changed, with a footer, word by word.
private struct Newsroom {
  var generator: SplitMix64
  private(set) var texts: [[String]] = []
  private(set) var days: [Int?] = []

  init(seed: UInt64, articles: Int) {
    generator = SplitMix64(seed: seed)
    for _ in 0..<articles {
      let original = words(Int.random(in: 4...120, using: &generator))
      add(original)
      for _ in 0..<Int.random(in: 0...3, using: &generator) { add(copy(of: original)) }
    }
  }

  private mutating func words(_ count: Int) -> [String] {
    (0..<count).map { _ in "w\(Int.random(in: 0...400, using: &generator))" }
  }

  private mutating func copy(of words: [String]) -> [String] {
    switch Int.random(in: 0...3, using: &generator) {
    case 0: return words
    case 1: return Array(words.prefix(words.count * Int.random(in: 3...9, using: &generator) / 10 + 1))
    case 2:
      let place = words.count / 3
      return words[..<place] + self.words(place + 1) + words[min(words.count, 2 * place)...]
    default: return words + ["read", "more", "on", "our", "site", "today"]
    }
  }

  private mutating func add(_ words: [String]) {
    texts.append(words)
    days.append(
      Int.random(in: 0...9, using: &generator) == 0 ? nil : Int.random(in: 0...20, using: &generator))
  }
}

/// All pairs of which the rule holds, by sets of texts.
private func exhaustive(_ texts: [[String]], _ days: [Int?], _ rule: DuplicateRule) -> [[Int]: [Double]] {
  let sets = texts.map { words in
    words.count < rule.shingle
      ? [words] : Set((0...(words.count - rule.shingle)).map { Array(words[$0..<($0 + rule.shingle)]) })
  }
  var pairs: [[Int]: [Double]] = [:]
  for second in sets.indices {
    for first in 0..<second {
      if let window = rule.window, let one = days[first], let other = days[second], abs(one - other) > window
      {
        continue
      }
      let common = Double(sets[first].intersection(sets[second]).count)
      let shorter = min(sets[first].count, sets[second].count)
      let resemblance = common / Double(sets[first].union(sets[second]).count)
      let containment = common / Double(shorter)
      let isContained = shorter >= rule.leastContained && containment >= rule.containment
      if resemblance >= rule.resemblance || isContained {
        pairs[[first, second]] = [resemblance, containment]
      }
    }
  }
  return pairs
}

@Suite("Near-duplicate pairs")
struct PairTests {
  @Test(
    "are those that comparing every text with every other finds, with the same figures",
    arguments: [
      DuplicateRule(),
      DuplicateRule(shingle: 3, resemblance: 0.3, containment: 0.6, window: nil, leastContained: 1),
      DuplicateRule(shingle: 1, resemblance: 0.7, containment: 0.95, window: 2, leastContained: 40),
    ], [1, 2, 3] as [UInt64])
  func complete(rule: DuplicateRule, seed: UInt64) {
    let newsroom = Newsroom(seed: seed, articles: 60)
    var search = DuplicateSearch(rule)
    for (words, day) in zip(newsroom.texts, newsroom.days) {
      search.add(Shingles(words.joined(separator: " "), size: rule.shingle), day: day)
    }
    var found: [[Int]: [Double]] = [:]
    search.find().forEachPair { pair in
      #expect(
        found.updateValue([pair.resemblance, pair.containment], forKey: [pair.first, pair.second]) == nil)
    }
    let expected = exhaustive(newsroom.texts, newsroom.days, rule)
    #expect(expected.count > 20)
    #expect(
      found == expected, "\(Set(found.keys).symmetricDifference(expected.keys).count) pairs are in one alone")
  }

  @Test("by a stricter rule are found in those of a looser one, by a looser rule not at all")
  func narrowed() throws {
    let newsroom = Newsroom(seed: 4, articles: 60)
    func find(_ rule: DuplicateRule) -> Duplicates {
      var search = DuplicateSearch(rule)
      for (words, day) in zip(newsroom.texts, newsroom.days) {
        search.add(Shingles(words.joined(separator: " "), size: rule.shingle), day: day)
      }
      return search.find()
    }
    func pairs(_ found: Duplicates) -> Set<Duplicates.Pair> {
      var pairs: Set<Duplicates.Pair> = []
      found.forEachPair { pairs.insert($0) }
      return pairs
    }
    let loose = find(DuplicateRule(resemblance: 0.3, containment: 0.6, window: nil, leastContained: 5))
    for rule in [
      DuplicateRule(), DuplicateRule(resemblance: 0.9, containment: 1), DuplicateRule(window: 1),
      DuplicateRule(resemblance: 0.3, containment: 0.9, window: nil),
    ] {
      let (narrowed, anew) = (try #require(loose.narrowed(to: rule)), find(rule))
      #expect(pairs(narrowed) == pairs(anew) && narrowed.clusters == anew.clusters, "\(rule)")
      #expect(pairs(narrowed).count < pairs(loose).count && anew.narrowed(to: loose.rule) == nil)
    }
    #expect(loose.narrowed(to: DuplicateRule(shingle: 4)) == nil)
  }

  @Test("of a short copy of a long dispatch are found, by containment")
  func contained() throws {
    let dispatch = (1...200).map { "word\($0)" }
    var search = DuplicateSearch()
    search.add(Shingles(dispatch.joined(separator: " ")), day: 1)
    search.add(Shingles(dispatch[..<40].joined(separator: " ")), day: 2)
    search.add(Shingles(dispatch[..<20].joined(separator: " ")), day: 2)
    var pairs: [[Int]] = []
    search.find().forEachPair { pairs.append([$0.first, $0.second]) }
    // The third has 16 runs, too few to be looked for inside another: less than half of the second's 36.
    #expect(pairs == [[0, 1]])
  }
}
