/// The units of a table, those with the same ratings taken together, whoever gave them.
///
/// All coefficients but Cohen's and Holsti's look at a unit no closer than that. So what a pattern adds to them is worked out once, and a
/// resample is no more than another number of units of each pattern.
struct RatingPatterns {
  /// The pattern of each unit.
  let ofUnit: [Int]
  /// Where each pattern's entries begin in `categories` and `counts`, and, last, how many there are.
  let starts: [Int]
  let categories: [Int]
  /// How many ratings of the pattern are of the category beside.
  let counts: [Double]
  /// How many ratings each pattern has.
  let totals: [Double]
  /// How many units are of each pattern.
  let frequencies: [Double]

  var count: Int { totals.count }

  init(_ ratings: Ratings) {
    var ofUnit: [Int] = []
    var starts = [0]
    var categories: [Int] = []
    var counts: [Double] = []
    var totals: [Double] = []
    var frequencies: [Double] = []
    var known: [[Int]: Int] = [:]
    for unit in ratings.units.indices {
      let values = ratings.values[ratings.span(unit)].sorted()
      if let pattern = known[values] {
        ofUnit.append(pattern)
        frequencies[pattern] += 1
        continue
      }
      known[values] = totals.count
      ofUnit.append(totals.count)
      frequencies.append(1)
      totals.append(Double(values.count))
      for value in values {
        if categories.count > starts[starts.count - 1], categories[categories.count - 1] == value {
          counts[counts.count - 1] += 1
        } else {
          categories.append(value)
          counts.append(1)
        }
      }
      starts.append(categories.count)
    }
    (self.ofUnit, self.starts, self.categories) = (ofUnit, starts, categories)
    (self.counts, self.totals, self.frequencies) = (counts, totals, frequencies)
  }

  func span(_ pattern: Int) -> Range<Int> { starts[pattern]..<starts[pattern + 1] }
}
