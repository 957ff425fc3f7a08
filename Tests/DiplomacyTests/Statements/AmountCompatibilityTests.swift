import Diplomacy
import Testing

@Suite("Two amounts") struct AmountCompatibilityTests {
  /// An amount and the quarters that satisfy it, from −1 to 7: made beside the text, and without its help.
  struct Oracle {
    let text: String
    let numbers: Set<Int>

    static let range = -4...28

    init(_ text: String, _ holds: (Double) -> Bool) {
      self.text = text
      numbers = Set(Self.range.filter { holds(Double($0) / 4) })
    }
  }

  /// Every interval whose ends are whole numbers from 0 to 6, of every form.
  static var oracles: [Oracle] {
    var all: [Oracle] = []
    for low in 0...6 {
      let end = Double(low)
      all += [
        Oracle("\(low)") { $0 == end }, Oracle("\(low)+") { $0 >= end }, Oracle(">=\(low)") { $0 >= end },
        Oracle(">\(low)") { $0 > end }, Oracle("<\(low)") { $0 < end }, Oracle("<=\(low)") { $0 <= end },
      ]
      for high in low...6 { all.append(Oracle("\(low)..\(high)") { $0 >= end && $0 <= Double(high) }) }
    }
    return all
  }

  @Test("agree when some number satisfies both")
  func agree() throws {
    var pairs = 0
    for left in Self.oracles {
      for right in Self.oracles {
        let isPossible = !left.numbers.isDisjoint(with: right.numbers)
        #expect(
          try Amount(left.text).isCompatible(with: Amount(right.text)) == isPossible,
          "\(left.text) and \(right.text)")
        pairs += 1
      }
    }
    #expect(pairs == 70 * 70)
  }

  @Test("agree within a tenth when one is approximate")
  func approximate() throws {
    #expect(try Amount("~100").isCompatible(with: Amount("110")))
    #expect(try Amount("90").isCompatible(with: Amount("~100")))
    #expect(try !Amount("~100").isCompatible(with: Amount("110.5")))
    #expect(try Amount("~100").isCompatible(with: Amount("~120")))
    #expect(try !Amount("~100").isCompatible(with: Amount("~130")))
    #expect(try Amount("~-100").isCompatible(with: Amount("-108")))
    #expect(try !Amount("~0").isCompatible(with: Amount("1")))
  }
}
