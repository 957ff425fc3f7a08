/// Which words of two texts are the same, in rising order of both.
struct WordAlignment {
  /// Words of both texts together between two anchors up to which the fewest changes are looked for.
  private static let longest = 4000

  private let first: [Int]
  private let second: [Int]
  private var found: [(Int, Int)] = []

  init(_ first: [Int], _ second: [Int]) { (self.first, self.second) = (first, second) }

  mutating func pairs() -> [(Int, Int)] {
    align(first.indices, second.indices, run: 4)
    return found
  }

  private mutating func align(_ whole: Range<Int>, _ other: Range<Int>, run: Int) {
    var (one, two) = (whole, other)
    while !one.isEmpty, !two.isEmpty, first[one.lowerBound] == second[two.lowerBound] {
      found.append((one.lowerBound, two.lowerBound))
      one = (one.lowerBound + 1)..<one.upperBound
      two = (two.lowerBound + 1)..<two.upperBound
    }
    var tail: [(Int, Int)] = []
    while !one.isEmpty, !two.isEmpty, first[one.upperBound - 1] == second[two.upperBound - 1] {
      one = one.lowerBound..<(one.upperBound - 1)
      two = two.lowerBound..<(two.upperBound - 1)
      tail.append((one.upperBound, two.upperBound))
    }
    if !one.isEmpty, !two.isEmpty { middle(one, two, run: run) }
    found += tail.reversed()
  }

  private mutating func middle(_ one: Range<Int>, _ two: Range<Int>, run: Int) {
    let anchors = anchors(one, two, run: run)
    if anchors.isEmpty {
      if run > 1 { return align(one, two, run: 1) }
      if one.count + two.count <= Self.longest { changes(one, two) }
      return
    }
    var place = (one.lowerBound, two.lowerBound)
    for anchor in anchors where anchor.0 >= place.0 && anchor.1 >= place.1 {
      align(place.0..<anchor.0, place.1..<anchor.1, run: run)
      var length = 0
      while length < run {
        found.append((anchor.0 + length, anchor.1 + length))
        length += 1
      }
      place = (anchor.0 + run, anchor.1 + run)
    }
    align(place.0..<one.upperBound, place.1..<two.upperBound, run: run)
  }

  /// Where runs of words begin that both texts have once, as many as stand in the same order in both.
  private func anchors(_ one: Range<Int>, _ two: Range<Int>, run: Int) -> [(Int, Int)] {
    func places(_ words: [Int], _ range: Range<Int>) -> [ArraySlice<Int>: Int?] {
      var places: [ArraySlice<Int>: Int?] = [:]
      guard range.count >= run else { return places }
      for place in range.lowerBound...(range.upperBound - run) {
        let key = words[place..<(place + run)]
        places[key] = .some(places.keys.contains(key) ? nil : place)
      }
      return places
    }
    let others = places(second, two)
    let common = places(first, one).compactMap { run, place -> (Int, Int)? in
      guard let place, let other = others[run] ?? nil else { return nil }
      return (place, other)
    }.sorted { $0.0 < $1.0 }
    return Self.rising(common)
  }

  /// The longest part of the pairs in which the second numbers rise, too (Fredman 1975).
  private static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(Int, Int)] = []
    var next = ends.last
    while let index = next {
      chain.append(pairs[index])
      next = before[index]
    }
    return chain.reversed()
  }

  /// By the fewest changes.
  private mutating func changes(_ one: Range<Int>, _ two: Range<Int>) {
    let difference = second[two].difference(from: first[one])
    let gone = Set(
      difference.removals.map { change in
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
      })
    let new = Set(
      difference.insertions.map { change in
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
      })
    let kept = one.indices.filter { !gone.contains($0 - one.lowerBound) }
    let theirs = two.indices.filter { !new.contains($0 - two.lowerBound) }
    found += zip(kept, theirs)
  }
}
