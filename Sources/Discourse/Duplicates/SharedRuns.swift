import Processors

/// The runs that more than one text has: most runs are of one text alone, and tell nothing about pairs.
struct SharedRuns {
  /// Where each text's runs begin in `runs`, and, last, how many there are. A text's runs are in rising order.
  let starts: [Int]
  let runs: [UInt32]
  /// Where each run's texts begin in `texts`, and, last, how many there are. A run's texts are in rising order.
  let places: [Int]
  let texts: [UInt32]

  func span(of text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }
  func holders(of run: UInt32) -> Range<Int> { places[Int(run)]..<places[Int(run) + 1] }
  func count(of run: UInt32) -> Int { places[Int(run) + 1] - places[Int(run)] }

  /// - Parameters:
  ///   - hashes: each text's own, one text after the other.
  ///   - starts: where each text's begin, and, last, how many there are.
  init(hashes: [UInt32], starts: [Int]) {
    let likely = LikelyShared(hashes)
    let parts = Cores.shares(of: starts.count - 1, atLeast: 256) { texts -> [UInt64] in
      var entries: [UInt64] = []
      for text in texts {
        for place in starts[text]..<starts[text + 1] where likely.contains(hashes[place]) {
          entries.append(UInt64(hashes[place]) << 32 | UInt64(text))
        }
      }
      return entries
    }
    var entries = Array(parts.joined())
    // By run alone: the texts of a run are in order already.
    RadixSort.sort(&entries, bits: 32..<64)

    var places = [0]
    var texts: [UInt32] = []
    var counts = [Int](repeating: 0, count: starts.count - 1)
    var first = 0
    while first < entries.count {
      var end = first + 1
      while end < entries.count, entries[end] >> 32 == entries[first] >> 32 { end += 1 }
      if end - first > 1 {
        for entry in entries[first..<end] {
          let text = UInt32(truncatingIfNeeded: entry)
          texts.append(text)
          counts[Int(text)] += 1
        }
        places.append(texts.count)
      }
      first = end
    }
    var ownStarts = [0]
    for count in counts { ownStarts.append(ownStarts[ownStarts.count - 1] + count) }
    var next = ownStarts
    var runs = [UInt32](repeating: 0, count: texts.count)
    for run in 0..<(places.count - 1) {
      for place in places[run]..<places[run + 1] {
        let text = Int(texts[place])
        runs[next[text]] = UInt32(run)
        next[text] += 1
      }
    }
    (self.starts, self.runs, self.places, self.texts) = (ownStarts, runs, places, texts)
  }
}

/// Which hashes come twice, and a few more that seem to: of each two bits, whether it came, and whether it came again.
private struct LikelyShared {
  private let mask: UInt32
  /// One array for each half of the hashes, by their highest bit; 32 hashes a word.
  private let halves: [[UInt64]]

  init(_ hashes: [UInt32]) {
    var bits = 16
    while bits < 31, 1 << bits < hashes.count * 4 { bits += 1 }
    let (size, mask) = (1 << bits, UInt32(1 << bits - 1))
    self.mask = mask
    halves = Cores.shares(of: 2, atLeast: 1) { half in
      let wanted = UInt32(half.lowerBound)
      var seen = [UInt64](repeating: 0, count: size / 32)
      for hash in hashes where hash >> 31 == wanted {
        let (place, shift) = (Int((hash & mask) >> 5), UInt64(hash & 31) * 2)
        let word = seen[place]
        seen[place] = word | 1 << shift | (word >> shift & 1) << (shift + 1)
      }
      return seen
    }
  }

  func contains(_ hash: UInt32) -> Bool {
    halves[Int(hash >> 31)][Int((hash & mask) >> 5)] >> (UInt64(hash & 31) * 2 + 1) & 1 == 1
  }
}
