/// How often something comes in a million words, where it is not known of every document whether it counts.
public struct Rate: Hashable, Sendable {
  /// The least and the most it can be, whichever of the possible documents count.
  public let low: Double
  public let high: Double

  /// What a document adds: so many matches in so many words.
  struct Part: Hashable {
    let matches: Int
    let words: Int
  }

  /// Nil where there is no word.
  ///
  /// The least of a ratio of sums takes the documents whose own ratio is below it, one after the other from the lowest; the most is found
  /// likewise.
  init?(certain: Part, possible: [Part]) {
    let parts = possible.filter { $0.words > 0 }
    guard let low = Self.extreme(certain, parts.sorted { Self.isLower($0, $1) }, Self.isLower),
      let high = Self.extreme(certain, parts.sorted { Self.isLower($1, $0) }, { Self.isLower($1, $0) })
    else { return nil }
    self.low = 1e6 * Double(low.matches) / Double(low.words)
    self.high = 1e6 * Double(high.matches) / Double(high.words)
  }

  private static func extreme(_ certain: Part, _ sorted: [Part], _ improves: (Part, Part) -> Bool) -> Part? {
    var sum = certain
    for part in sorted {
      guard sum.words == 0 || improves(part, sum) else { break }
      sum = Part(matches: sum.matches + part.matches, words: sum.words + part.words)
    }
    return sum.words > 0 ? sum : nil
  }

  private static func isLower(_ one: Part, _ other: Part) -> Bool {
    one.matches * other.words < other.matches * one.words
  }
}
