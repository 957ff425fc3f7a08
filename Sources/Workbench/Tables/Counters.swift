import Processors

/// How many partnerships stand at one combination of places, certainly and possibly.
struct Counter: Hashable, Sendable {
  let number: Int
  var certain: Int
  var possible: Int

  init(number: Int, certain: Int, possible: Int) {
    (self.number, self.certain, self.possible) = (number, certain, possible)
  }

  /// - Parameter weight: the sum of weights, of fewer than 2^32 partnerships.
  init(number: Int, weight: UInt64) {
    self.init(number: number, certain: Int(UInt32(truncatingIfNeeded: weight)), possible: Int(weight >> 32))
  }
}

/// Counters that are added to one by one: in an array where the combinations are few, else written down and sorted at the end.
///
/// For some hundred thousand combinations out of very many, sorting is several times as fast as looking up a counter for each, most of which
/// are in no cache.
struct Counters {
  /// Up to how many combinations an array is worth its while, beside how much is counted.
  static func areFew(_ total: Int, for units: Int) -> Bool { total <= min(1 << 22, max(1 << 12, units)) }

  private var sums: [UInt64]
  private var entries: [Counter] = []

  /// - Parameters:
  ///   - total: how many combinations there are.
  ///   - units: how many additions there may be, about.
  init(total: Int, units: Int) {
    sums = Self.areFew(total, for: units) ? [UInt64](repeating: 0, count: total) : []
  }

  @inline(__always) mutating func add(_ counter: Counter) {
    if sums.isEmpty { entries.append(counter) } else { sums[counter.number] &+= counter.weight }
  }

  /// Those that are not empty, in ascending order of their numbers.
  consuming func sorted() -> [Counter] {
    guard sums.isEmpty else { return Self.list(sums) }
    entries.sort { $0.number < $1.number }
    var counters: [Counter] = []
    for entry in entries {
      if let last = counters.indices.last, counters[last].number == entry.number {
        counters[last].certain += entry.certain
        counters[last].possible += entry.possible
      } else {
        counters.append(entry)
      }
    }
    return counters
  }

  /// The sums of weights that are not empty, by their places.
  static func list(_ sums: [UInt64]) -> [Counter] {
    var counters: [Counter] = []
    for (number, weight) in sums.enumerated() where weight != 0 {
      counters.append(Counter(number: number, weight: weight))
    }
    return counters
  }

  /// The numbers of single partnerships, each twice and one more where it is certain, counted.
  static func list(_ entries: consuming [UInt64], below total: Int) -> [Counter] {
    RadixSort.sort(&entries, bits: 0..<(UInt64.bitWidth - (UInt64(total) << 1).leadingZeroBitCount))
    var counters: [Counter] = []
    for entry in entries {
      let (number, certain) = (Int(entry >> 1), Int(entry & 1))
      if let last = counters.indices.last, counters[last].number == number {
        counters[last].certain += certain
        counters[last].possible += 1
      } else {
        counters.append(Counter(number: number, certain: certain, possible: 1))
      }
    }
    return counters
  }

  /// Adds two sorted lists up.
  static func sum(_ left: [Counter], _ right: [Counter]) -> [Counter] {
    guard !left.isEmpty else { return right }
    var sum: [Counter] = []
    sum.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count, other < right.count {
      let (a, b) = (left[one], right[other])
      if a.number == b.number {
        sum.append(
          Counter(number: a.number, certain: a.certain + b.certain, possible: a.possible + b.possible))
      } else {
        sum.append(a.number < b.number ? a : b)
      }
      one += a.number <= b.number ? 1 : 0
      other += b.number <= a.number ? 1 : 0
    }
    return sum + left[one...] + right[other...]
  }
}

extension Counter {
  fileprivate var weight: UInt64 { UInt64(possible) << 32 | UInt64(certain) }
}
