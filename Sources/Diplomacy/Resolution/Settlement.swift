/// A contradiction taken as settled: one of its rivals stands.
public struct Settlement: Hashable, Sendable {
  public let contradiction: Contradiction
  /// The place of the rival that stands among the contradiction's.
  public let rival: Int

  public init(_ contradiction: Contradiction, rival: Int) {
    self.contradiction = contradiction
    self.rival = rival
  }

  public var standing: Contradiction.Rival { contradiction.rivals[rival] }

  /// The statements that give only values which do not stand.
  public var fallen: [StatementID] {
    let kept = Set(standing.statements)
    return contradiction.rivals.flatMap(\.statements).unique.filter { !kept.contains($0) }
  }
}

extension Contradiction {
  /// Every way to settle it, one a rival.
  public var settlements: [Settlement] { rivals.indices.map { Settlement(self, rival: $0) } }

  /// What the parts of a stated whole add up to, or what is recorded of a stated number: the amount that begins the second
  /// rival's text ("135 recorded", "7–9 as the sum of 2 parts"); nil for the other rules.
  public var amountOfParts: Amount? {
    guard [.sum, .census].contains(rule), rivals.count == 2 else { return nil }
    let number = rivals[1].value.prefix { $0 != " " }.replacing("–", with: "..")
    return try? Amount(String(number))
  }
}
