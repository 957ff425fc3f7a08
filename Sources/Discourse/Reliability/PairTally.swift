/// Sums over units for each pair of coders.
///
/// Agreement is seen on the units that both rated. What chance would do is worked out from all ratings of each of the two, as Gwet (2014,
/// chapter 2) and irrCAC's Conger coefficient of two raters do; without missing ratings that is Cohen (1960).
struct PairTally {
  /// The ratings by pair of coders, laid out once.
  struct Terms {
    let coders: Int
    let categories: Int
    /// Where each unit's ratings begin, and its pairs of ratings; last, how many there are.
    fileprivate var ratings = [0]
    fileprivate var pairs = [0]
    /// Coder × category of each rating.
    fileprivate var cells: [Int] = []
    /// The coders of each pair of ratings, and what the two are: a category, or -2 where they differ.
    fileprivate var places: [Int] = []
    fileprivate var values: [Int] = []

    init(_ table: Ratings) {
      coders = table.coders.count
      categories = table.scale.categories.count
      for unit in table.units.indices {
        let span = table.span(unit)
        for one in span {
          cells.append(table.givers[one] * categories + table.values[one])
          for other in span.lowerBound..<one {
            places.append(PairTally.place(table.givers[one], table.givers[other]))
            values.append(table.values[one] == table.values[other] ? table.values[one] : -2)
          }
        }
        ratings.append(cells.count)
        pairs.append(places.count)
      }
    }
  }

  let coders: Int
  let categories: Int
  /// The units that both coders of a pair rated, and how many of them alike.
  private(set) var shared: [Double]
  private(set) var alike: [Double]
  /// How often each coder gave each category, and any.
  private var given: [Double]
  private var decisions: [Double]
  /// The one category of all ratings that a pair gave to units of both; -1 where there are none yet, -2 where there are several.
  private var only: [Int]

  /// - Parameter weights: how many times each unit counts.
  init(_ terms: Terms, weights: [Double]) {
    (coders, categories) = (terms.coders, terms.categories)
    let pairs = coders * (coders - 1) / 2
    shared = [Double](repeating: 0, count: pairs)
    alike = shared
    only = [Int](repeating: -1, count: pairs)
    given = [Double](repeating: 0, count: coders * categories)
    for unit in weights.indices where weights[unit] > 0 {
      let weight = weights[unit]
      for rating in terms.ratings[unit]..<terms.ratings[unit + 1] { given[terms.cells[rating]] += weight }
      for entry in terms.pairs[unit]..<terms.pairs[unit + 1] {
        let (pair, value) = (terms.places[entry], terms.values[entry])
        shared[pair] += weight
        alike[pair] += value >= 0 ? weight : 0
        only[pair] = only[pair] == -1 || only[pair] == value ? value : -2
      }
    }
    decisions = [Double](repeating: 0, count: coders)
    for cell in given.indices { decisions[cell / categories] += given[cell] }
  }

  /// Where a pair is: pairs with the second coder before those with the third, and so on.
  static func place(_ first: Int, _ second: Int) -> Int {
    let (low, high) = (min(first, second), max(first, second))
    return high * (high - 1) / 2 + low
  }

  /// The category of all ratings that the two gave to units of both, where it is one.
  func onlyCategory(_ first: Int, _ second: Int) -> Int? {
    let category = only[Self.place(first, second)]
    return category >= 0 ? category : nil
  }

  /// The share of common units rated alike; nil where there is none.
  func agreement(_ first: Int, _ second: Int) -> Double? {
    let pair = Self.place(first, second)
    return shared[pair] > 0 ? alike[pair] / shared[pair] : nil
  }

  /// Cohen's κ; nil where there is no common unit, or but one category on them.
  func kappa(_ first: Int, _ second: Int) -> Double? {
    guard let agreement = agreement(first, second), only[Self.place(first, second)] == -2 else { return nil }
    var chance = 0.0
    for category in 0..<categories {
      chance += given[first * categories + category] * given[second * categories + category]
    }
    chance /= decisions[first] * decisions[second]
    return (agreement - chance) / (1 - chance)
  }

  /// Twice the decisions alike over all decisions of the two (Holsti 1969); nil where there is no common unit.
  func holsti(_ first: Int, _ second: Int) -> Double? {
    let pair = Self.place(first, second)
    guard shared[pair] > 0 else { return nil }
    return 2 * alike[pair] / (decisions[first] + decisions[second])
  }

  /// The mean of Holsti's coefficient over the pairs that have common units; nil where none has.
  var holsti: Double? {
    var (sum, count) = (0.0, 0.0)
    for second in 0..<coders {
      for first in 0..<second {
        guard let value = holsti(first, second) else { continue }
        sum += value
        count += 1
      }
    }
    return count > 0 ? sum / count : nil
  }
}
