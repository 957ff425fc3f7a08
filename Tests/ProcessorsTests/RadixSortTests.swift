import Processors
import TestSupport
import Testing

@Suite("Numbers sorted by their digits") struct RadixSortTests {
  @Test("are as the standard library sorts them", arguments: [0, 1, 2, 100, 3_000])
  func standard(_ count: Int) {
    var random = Seeded(state: 11)
    for bits in [0, 1, 10, 11, 12, 22, 40, 63] {
      let numbers = (0..<count).map { _ in UInt64.random(in: 0..<(1 << UInt64(bits)), using: &random) }
      var sorted = numbers
      RadixSort.sort(&sorted, bits: 0..<bits)
      #expect(sorted == numbers.sorted(), "\(bits) bits")
    }
    let numbers = (0..<count).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    var sorted = numbers
    RadixSort.sort(&sorted, bits: 0..<64)
    #expect(sorted == numbers.sorted())
  }

  @Test("by some of their bits stay as they were where those are alike", arguments: [32..<64, 3..<4, 5..<17])
  func stable(_ bits: Range<Int>) {
    var random = Seeded(state: 12)
    let numbers = (0..<3_000).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    func key(_ number: UInt64) -> UInt64 {
      number >> UInt64(bits.lowerBound) & (UInt64(1) << UInt64(bits.count) - 1)
    }
    var sorted = numbers
    RadixSort.sort(&sorted, bits: bits)
    let expected = numbers.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
    #expect(sorted == expected.map(\.element))
  }
}
