import Diplomacy
import TestSupport
import Testing

@Suite("Numbers of texts") struct TextCodesTests {
  @Test("are those of a dictionary that numbers them as they are met", arguments: 0..<4)
  func dictionary(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    var codes = TextCodes()
    var numbers: [[UInt8]: Int32] = [:]
    for _ in 0..<6000 {
      // Some alike but for their length or their last byte, around the eight bytes that are hashed at once.
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x62, using: &random)
      }
      let expected = numbers[text] ?? Int32(numbers.count)
      numbers[text] = expected
      let code = text.withUnsafeBufferPointer { codes.code($0) }
      guard code == expected else {
        Issue.record("\(text) is \(code), not \(expected)")
        return
      }
    }
    #expect(codes.count == numbers.count)
    #expect(numbers.allSatisfy { Array(codes.text(Int($0.value)).utf8) == $0.key })
  }
}
