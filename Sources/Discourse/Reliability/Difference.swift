/// What a difference between two values weighs at a level: Krippendorff's metrics δ² (2019, chapter 12), but for a constant factor.
///
/// Ordinal differences depend on how often each value was given; given each value its mean rank, they are squared differences as those of
/// intervals are: n_c/2 + … + n_k/2 is the distance between two mean ranks.
struct Difference {
  private let level: Level
  /// The values as numbers, about their middle, which keeps sums of squares exact enough.
  private let numbers: [Double]

  init(_ scale: Scale) {
    level = scale.level
    let middle = scale.numbers.isEmpty ? 0 : (scale.numbers.min()! + scale.numbers.max()!) / 2
    numbers = level == .ratio ? scale.numbers : scale.numbers.map { $0 - middle }
  }

  var dependsOnMargins: Bool { level == .ordinal }

  /// Such that a difference is the squared difference of two of them; for ordinal values, from how often each was given.
  func positions(_ margins: [Double]) -> [Double] {
    guard level == .ordinal else { return numbers }
    var below = 0.0
    return margins.map { margin in
      below += margin
      return below - margin / 2
    }
  }

  /// The sum of the differences of all ordered pairs among values given so many times.
  func sum(_ categories: some Collection<Int>, _ counts: some Collection<Double>, at positions: [Double])
    -> Double
  {
    var (total, first, second) = (0.0, 0.0, 0.0)
    switch level {
    case .nominal:
      for count in counts {
        total += count
        second += count * count
      }
      return total * total - second
    case .ordinal, .interval:
      for (category, count) in zip(categories, counts) {
        let position = positions[category]
        total += count
        first += count * position
        second += count * position * position
      }
      return max(0, 2 * (total * second - first * first))
    case .ratio: return ratios(Array(categories), Array(counts), at: positions)
    }
  }

  private func ratios(_ categories: [Int], _ counts: [Double], at positions: [Double]) -> Double {
    var sum = 0.0
    for (place, count) in counts.enumerated() where count > 0 {
      let value = positions[categories[place]]
      for other in 0..<place where counts[other] > 0 {
        let rival = positions[categories[other]]
        let share = (value - rival) / (value + rival)
        sum += 2 * count * counts[other] * share * share
      }
    }
    return sum
  }
}
