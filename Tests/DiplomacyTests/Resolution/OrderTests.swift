import Diplomacy
import TestSupport
import Testing

@Suite("The order of statements") struct OrderTests {
  /// The months from 1994-01 to 1995-12 and the wholes around them: enough for chains that overlap only pairwise.
  static let dates = [
    "1994", "1995", "199X", "1994-05", "1994-05-01", "1995-06", "[1994..1995]", "[1994-03..1994-09]",
    "[1994-08..1995-02]", "[1995-01..1995-07]", "[..1994-04]", "[1995-11..]",
  ]
  static let amounts = [
    "3", "5", "8", "1..4", "3..6", "5..9", "8..12", "2+", "<=7", "<5", ">5", "4..8",
  ]

  private func possible(_ statements: [Statement], _ property: String) -> Set<String> {
    let resolution = Resolver().resolve(statements)
    return Set(resolution[property].flatMap(\.claim.alternatives).map(meaning))
  }

  /// What a value means, however it is spelled.
  private func meaning(_ atom: Atom) -> String {
    switch atom {
    case .date(let date):
      "\(String(describing: date.range.earliest)) \(String(describing: date.range.latest))"
    case .amount(let amount): "\(String(describing: amount.lowest)) \(String(describing: amount.highest))"
    default: atom.description
    }
  }

  @Test("does not change which values are possible", arguments: 0..<300)
  func shuffled(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    for (property, texts) in [("partnership.established", Self.dates), ("flow.quantity", Self.amounts)] {
      let chosen = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        texts.randomElement(using: &random) ?? ""
      }
      let said = try chosen.map { statement(try claim(property, $0), locator: $0) }
      let expected = possible(said, p(property).name)
      for _ in 0..<4 {
        let shuffled = said.shuffled(using: &random)
        #expect(possible(shuffled, p(property).name) == expected, "\(chosen)")
      }
    }
  }

  /// By hand: 9…12 and 11…15 meet in 11…12; 11…15 and 14…20 in 14…15; the first and the last do not.
  @Test("does not decide with which neighbour a value in the middle agrees")
  func chain() throws {
    let said = try ["9..12", "11..15", "14..20"].map {
      statement(try claim("flow.quantity", $0), locator: $0)
    }
    for order in PolicyTests.orders {
      let resolution = Resolver().resolve(order.map { said[$0] })
      #expect(Set(resolution.texts(of: "quantity")[0]) == ["11..12", "14..15"])
      #expect(resolution.contradictions.count == 1)
    }
  }
}
