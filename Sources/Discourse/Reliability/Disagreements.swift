/// Who disagrees with whom on what: the pairs of differing ratings of one unit.
public struct Disagreements: Hashable, Sendable {
  /// Two categories that were given to one unit.
  public struct Kind: Hashable, Sendable {
    /// The two, in the order of the scale.
    public let first: String
    public let second: String
    /// How many pairs of ratings.
    public let times: Int
    /// The two coders whose ratings differ so most often; nil where coders are unknown.
    public let most: Coders?
  }

  public struct Coders: Hashable, Sendable {
    public let first: String
    public let second: String
    public let times: Int
  }

  /// A coder among the others.
  public struct Coder: Hashable, Sendable {
    public let name: String
    /// All ratings of theirs.
    public let ratings: Int
    /// The pairs of one of these and another coder's rating of the same unit.
    public let compared: Int
    /// How many of those differ.
    public let differing: Int
  }

  /// Those that happened, most often first.
  public let kinds: [Kind]
  /// In the order of the table; empty where coders are unknown.
  public let coders: [Coder]

  init(_ ratings: Ratings) {
    var times: [Two: [Two: Int]] = [:]
    var own = [Int](repeating: 0, count: ratings.coders.count)
    var (compared, differing) = (own, own)
    let isKnown = !ratings.coders.isEmpty
    for unit in ratings.units.indices {
      let span = ratings.span(unit)
      for one in span {
        let (coder, value) = (ratings.givers[one], ratings.values[one])
        if isKnown { own[coder] += 1 }
        for other in span.lowerBound..<one {
          let (rival, differs) = (ratings.givers[other], ratings.values[other] != value)
          if isKnown {
            for one in [coder, rival] {
              compared[one] += 1
              differing[one] += differs ? 1 : 0
            }
          }
          if differs {
            times[Two(value, ratings.values[other]), default: [:]][Two(coder, rival), default: 0] += 1
          }
        }
      }
    }
    let (names, coders) = (ratings.scale.categories, ratings.coders)
    kinds = Two.ranked(times.mapValues { $0.values.reduce(0, +) }).map { values, count in
      let most = isKnown ? Two.ranked(times[values] ?? [:]).first : nil
      return Kind(
        first: names[values.low], second: names[values.high], times: count,
        most: most.map { Coders(first: coders[$0.0.low], second: coders[$0.0.high], times: $0.times) })
    }
    self.coders = coders.indices.map {
      Coder(name: coders[$0], ratings: own[$0], compared: compared[$0], differing: differing[$0])
    }
  }
}

/// Two places, whichever comes first.
private struct Two: Hashable {
  let low: Int
  let high: Int

  init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }

  /// Most often first; those of one number by their places.
  static func ranked(_ counts: [Two: Int]) -> [(Two, times: Int)] {
    counts.map { ($0.key, times: $0.value) }.sorted {
      ($1.times, $0.0.low, $0.0.high) < ($0.times, $1.0.low, $1.0.high)
    }
  }
}
