/// Examples dealt into parts that have as many of each kind, but for one: each part is held out once.
enum Folds {
  /// The part of each example, from 0 to below `count`.
  static func stratified(_ isPositive: [Bool], count: Int, seed: UInt64) -> [Int] {
    var generator = SplitMix64(seed: seed)
    let positive = isPositive.indices.filter { isPositive[$0] }.shuffled(using: &generator)
    let negative = isPositive.indices.filter { !isPositive[$0] }.shuffled(using: &generator)
    var folds = [Int](repeating: 0, count: isPositive.count)
    for (place, example) in (positive + negative).enumerated() { folds[example] = place % count }
    return folds
  }
}
