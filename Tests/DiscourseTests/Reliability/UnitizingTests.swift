import Testing

@testable import Discourse

@Suite("Agreement on passages")
struct UnitizingTests {
  /// The pairs of coders of Krippendorff (1995), p. 57, on 24 places: where units begin, and how long they are.
  private static let pairs: [(name: String, units: [[(Int, Int)]])] = [
    ("Bertha and Bill", [[(2, 8), (14, 6)], [(4, 4), (15, 2)]]),
    ("John and Jill", [[(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)]]),
    (
      "Gerret and Gill",
      [[(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)]]
    ),
    (
      "Heather and Hill",
      [
        [(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)],
      ]
    ),
  ]

  private static func unitizing(_ units: [[(Int, Int)]], stretched times: Int = 1) -> Unitizing {
    let passages = units.map { own in
      own.compactMap { Passage(start: $0.0 * times, end: ($0.0 + $0.1) * times) }
    }
    return Unitizing([.init(length: 24 * times, passages: passages)])
  }

  private static func close(_ one: Double?, _ other: Double, _ within: Double = 0.000_01) -> Bool {
    one.map { abs($0 - other) <= within } ?? false
  }

  @Test("disagrees as published", arguments: zip(0..<4, [0.03125, 2.26736, 0.02777, 0.38715]))
  func observed(pair: Int, published: Double) {
    #expect(Self.close(Self.unitizing(Self.pairs[pair].units).observed, published))
  }

  /// As the places become very many. The printed figures of the other two pairs come of other denominators than these two.
  @Test(
    "is as published",
    arguments: [(0, 0.06990, 0.553), (3, 0.41445, 0.066)])
  func alpha(pair: Int, expected: Double, published: Double) {
    let unitizing = Self.unitizing(Self.pairs[pair].units, stretched: 50_000)
    #expect(Self.close(unitizing.expected, expected))
    #expect(Self.close(unitizing.alpha(of: "c").value, published, 0.000_5))
  }

  /// What chance gives, by laying every unit beside every other, and within every gap, at each place there is.
  private static func laid(_ texts: [Unitizing.Text]) -> Double {
    let coders = texts[0].units.count
    let units = texts.flatMap { $0.units.joined().map(\.count) }
    let gaps = texts.flatMap { text in (0..<coders).flatMap { text.gaps(of: $0).map(\.count) } }
    var sum = 0
    for (place, unit) in units.enumerated() {
      for other in units[(place + 1)...] {
        for start in (1 - unit)..<other {
          let end = start + unit - other
          sum += start * start + end * end
        }
      }
      for gap in gaps where gap >= unit { sum += (0...(gap - unit)).count * unit * unit }
    }
    let length = texts.map(\.length).reduce(0, +)
    let all = coders * length
    return 2 * Double(sum) / Double(length) / Double(all * (all - 1) - units.reduce(0) { $0 + $1 * ($1 - 1) })
  }

  @Test("expects what laying all units everywhere gives", arguments: 0..<40)
  func expected(seed: Int) {
    var dice = SplitMix64(seed: UInt64(seed))
    let texts = (0...Int.random(in: 0...2, using: &dice)).map { _ in
      let length = Int.random(in: 1...30, using: &dice)
      return Unitizing.Text(
        length: length,
        passages: (0..<3).map { _ in
          (0..<Int.random(in: 0...3, using: &dice)).compactMap { _ in
            let start = Int.random(in: 0...length, using: &dice)
            return Passage(start: start, end: start + Int.random(in: 0...8, using: &dice))
          }
        })
    }
    #expect(Self.close(Unitizing(texts).expected, Self.laid(texts), 1e-9))
  }

  @Test("is 1 where all find the same, whatever stands in other texts")
  func same() {
    let passage = [Passage(start: 3, end: 9), Passage(start: 9, end: 12)].compactMap(\.self)
    let texts = [
      Unitizing.Text(length: 40, passages: [passage, passage, passage]),
      Unitizing.Text(length: 25, passages: [[], [], []]),
    ]
    #expect(Unitizing(texts).alpha(of: "c").value == 1)
  }

  @Test("takes passages that overlap for one, and none beyond the end")
  func joined() {
    let passages = [(0, 4), (3, 6), (6, 8), (9, 30), (30, 40)].compactMap { Passage(start: $0.0, end: $0.1) }
    let text = Unitizing.Text(length: 20, passages: [passages, []])
    #expect(text.units == [[0..<6, 6..<8, 9..<20], []])
    #expect(text.gaps(of: 0) == [8..<9] && text.gaps(of: 1) == [0..<20])
  }

  @Test("is undefined without passages, or a text that two have read")
  func undefined() {
    let none = Unitizing([.init(length: 20, passages: [[], []])])
    #expect(none.alpha(of: "aid") == .undefined(.neverGiven("aid")))
    #expect(Unitizing([]).alpha(of: "aid") == .undefined(.noSharedUnit))
    let passages = [Passage(start: 0, end: 3)].compactMap(\.self)
    #expect(
      Unitizing([.init(length: 20, passages: [passages])]).alpha(of: "aid") == .undefined(.noSharedUnit))
  }
}
