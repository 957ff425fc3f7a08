import Discourse
import Testing

@Suite("The difference of two texts") struct WordDifferenceTests {
  private func difference(_ one: String, _ other: String) -> String {
    WordDifference(one, other).parts.map { part in
      switch part.side {
      case .both: part.text
      case .first: "[-\(part.text)-]"
      case .second: "{+\(part.text)+}"
      }
    }.joined(separator: " ")
  }

  @Test("is told word by word, Chinese by characters; white space does not count")
  func told() {
    #expect(difference("one two  three", "one\ntwo three") == "one two three")
    #expect(
      difference("the old trade partner", "the strategic partner")
        == "the [-old trade-] {+strategic+} partner")
    #expect(difference("贸易伙伴", "战略伙伴") == "[-贸易-] {+战略+} 伙伴")
    #expect(difference("Yes, sir", "Yes sir") == "Yes [-,-] sir")
    #expect(difference("", "a b") == "{+a b+}" && difference("", "") == "")
  }

  /// The longest common part by the textbook's table.
  private func longest(_ one: [Int], _ other: [Int]) -> Int {
    var row = [Int](repeating: 0, count: other.count + 1)
    for word in one {
      var corner = 0
      for (place, theirs) in other.enumerated() {
        let above = row[place + 1]
        row[place + 1] = word == theirs ? corner + 1 : max(above, row[place])
        corner = above
      }
    }
    return row[other.count]
  }

  @Test(
    "leads from one text to the other and is hardly ever longer than it must be",
    arguments: [1, 2, 3] as [UInt64])
  func whole(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var (shared, most) = (0, 0)
    for _ in 0..<60 {
      let one = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        Int.random(in: 0...30, using: &generator)
      }
      var other = one
      for _ in 0..<Int.random(in: 0...12, using: &generator) where !other.isEmpty {
        let place = Int.random(in: other.indices, using: &generator)
        if Bool.random(using: &generator) { other.remove(at: place) } else { other.insert(99, at: place) }
      }
      func text(_ words: [Int]) -> String { words.map { "w\($0)" }.joined(separator: " ") }
      let found = WordDifference(text(one), text(other))
      func side(_ side: WordDifference.Side) -> String {
        found.parts.filter { $0.side == .both || $0.side == side }.map(\.text).joined(separator: " ")
      }
      #expect(side(.first) == text(one) && side(.second) == text(other))
      #expect(found.shared + found.onlyFirst == one.count && found.shared + found.onlySecond == other.count)
      shared += found.shared
      most += longest(one, other)
    }
    #expect(Double(shared) >= 0.98 * Double(most))
  }

  @Test("of two long texts that have nothing in common ends soon")
  func long() {
    let one = (0..<50_000).map { "a\($0 % 100)" }.joined(separator: " ")
    let other = (0..<50_000).map { "b\($0 % 100)" }.joined(separator: " ")
    let found = WordDifference(one, other)
    #expect(found.shared == 0 && found.parts.count == 2)
  }
}
