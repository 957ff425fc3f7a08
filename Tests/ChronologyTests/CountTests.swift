import Chronology
import Testing

@Suite("A count") struct CountTests {
  /// Every count from one number to another within 0–4.
  private var counts: [Count] {
    (0...4).flatMap { low in (low...4).map { Count(certain: low, possible: $0) } }
  }

  private func span(_ numbers: [Int]) -> Count? {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return Count(certain: low, possible: high)
  }

  @Test("of answers has the bounds that all their truth values give")
  func tally() {
    for answers in sequences(of: Trichotomy.allCases, length: 5) {
      let worlds = answers.reduce([0]) { numbers, answer in
        switch answer {
        case .certainly: numbers.map { $0 + 1 }
        case .possibly: numbers.flatMap { [$0, $0 + 1] }
        case .no: numbers
        }
      }
      let count = Count(tallying: answers)
      #expect(count == span(worlds))
      #expect(count.isExact == !answers.contains(.possibly))
    }
  }

  @Test("is added and subtracted as all the numbers it can be are")
  func arithmetic() {
    for left in counts {
      for right in counts {
        let pairs = numbers(left).flatMap { a in numbers(right).map { (a, $0) } }
        #expect(left + right == span(pairs.map { $0 + $1 }))
        #expect(left - right == span(pairs.map { $0 - $1 }))
        let parts = pairs.filter { $0 <= $1 }.map(\.0)
        if let expected = span(parts) { #expect(left.subset(of: right) == expected) }
      }
    }
  }

  private func numbers(_ count: Count) -> [Int] {
    (0...4).filter(count.contains)
  }

  @Test("of a part that contradicts its whole is as near as can be")
  func contradiction() {
    #expect(Count(3).subset(of: Count(1)) == Count(1))
    #expect(Count(1).removing(subset: Count(3)) == Count(0))
  }

  @Test("prints one number, or two with an en dash")
  func text() {
    #expect(Count(12).description == "12")
    #expect(Count(certain: 12, possible: 14).description == "12–14")
    #expect((Count(1) - Count(certain: 0, possible: 3)).description == "-2–1")
    #expect(Count.zero.description == "0")
  }
}

/// All sequences of some values, of one length.
func sequences<Value>(of values: [Value], length: Int) -> [[Value]] {
  (0..<length).reduce([[]]) { shorter, _ in
    shorter.flatMap { start in values.map { start + [$0] } }
  }
}
