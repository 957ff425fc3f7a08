import TestSupport
import Testing

@testable import Workbench

@Suite("Numbers sorted by their digits") struct RadixSortTests {
  @Test("are as the standard library sorts them", arguments: [0, 1, 2, 100, 3_000])
  func standard(_ count: Int) {
    var random = Seeded(state: 11)
    for limit in [1, 2, 2_047, 2_048, 2_049, 1 << 22, 1 << 40, UInt64.max] {
      let numbers = (0..<count).map { _ in UInt64.random(in: 0..<limit, using: &random) }
      var sorted = numbers
      RadixSort.sort(&sorted, below: limit)
      #expect(sorted == numbers.sorted(), "below \(limit)")
    }
  }
}
