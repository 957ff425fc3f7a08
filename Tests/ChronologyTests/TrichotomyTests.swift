import Chronology
import Testing

@Suite("An answer of three values") struct TrichotomyTests {
  /// The truth values that an answer leaves open.
  private func worlds(_ answer: Trichotomy) -> [Bool] {
    switch answer {
    case .certainly: [true]
    case .possibly: [true, false]
    case .no: [false]
    }
  }

  private func answer(_ worlds: [Bool]) -> Trichotomy {
    worlds.allSatisfy { $0 } ? .certainly : worlds.contains(true) ? .possibly : .no
  }

  @Test("combines as all the truth values it may have do")
  func connectives() {
    for left in Trichotomy.allCases {
      #expect(left.not == answer(worlds(left).map { !$0 }))
      for right in Trichotomy.allCases {
        let pairs = worlds(left).flatMap { a in worlds(right).map { (a, $0) } }
        #expect(left.and(right) == answer(pairs.map { $0 && $1 }))
        #expect(left.or(right) == answer(pairs.map { $0 || $1 }))
        #expect(left.either(right) == answer(worlds(left) + worlds(right)))
      }
    }
  }

  @Test("is named by its raw value")
  func names() {
    #expect(Trichotomy.allCases.map(\.rawValue) == ["certainly", "possibly", "no"])
  }
}
