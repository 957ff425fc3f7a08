/// How much two ratings agree, from 0 to 1: Gwet's weights (2014, chapter 3), by level.
///
/// | level | weight of categories at the places k and l, of values a and b |
/// | --- | --- |
/// | nominal | 1 where they are one category, else 0 |
/// | ordinal | 1 − C(\|k − l\| + 1, 2) / C(q, 2) |
/// | interval | 1 − (a − b)² / (highest − lowest)² |
/// | ratio | 1 − ((a − b) / (a + b))² / ((highest − lowest) / (highest + lowest))² |
struct AgreementWeight {
  private let level: Level
  private let numbers: [Double]
  private let widest: Double

  init(_ scale: Scale) {
    level = scale.level
    numbers = scale.numbers
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    widest =
      switch level {
      case .nominal: 1
      case .ordinal: Double(numbers.count * (numbers.count - 1)) / 2
      case .interval: (high - low) * (high - low)
      case .ratio: (high - low) / (high + low) * ((high - low) / (high + low))
      }
  }

  func callAsFunction(_ first: Int, _ second: Int) -> Double {
    guard first != second else { return 1 }
    let (a, b) = (numbers[first], numbers[second])
    switch level {
    case .nominal: return 0
    case .ordinal:
      let apart = abs(first - second)
      return 1 - Double(apart * (apart + 1)) / 2 / widest
    case .interval: return 1 - (a - b) * (a - b) / widest
    case .ratio:
      let share = (a - b) / (a + b)
      return 1 - share * share / widest
    }
  }

  /// The weights of all pairs of categories, either way round, added up.
  var sum: Double {
    let places = numbers.indices
    switch level {
    case .nominal: return Double(numbers.count)
    case .ordinal:
      // As many pairs are so far apart as there are places left.
      return Double(numbers.count)
        + places.dropFirst().reduce(0) { $0 + 2 * Double(numbers.count - $1) * self(0, $1) }
    case .interval, .ratio:
      return places.reduce(0) { sum, one in places.reduce(sum) { $0 + self(one, $1) } }
    }
  }
}
