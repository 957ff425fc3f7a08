/// Sorts numbers by their digits, the last first (Knuth, The Art of Computer Programming 3, 5.2.5, algorithm R): a pass for each eleven bits,
/// so that the counters of a pass stay in the first cache.
public enum RadixSort {
  private static let digit = 11

  /// - Parameter bits: by which to sort, the lowest is 0; numbers alike in these stay in the order they have.
  public static func sort(_ numbers: inout [UInt64], bits: Range<Int>) {
    var sorted = [UInt64](repeating: 0, count: numbers.count)
    for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: digit) {
      let mask = UInt64(1 << min(digit, bits.upperBound - shift) - 1)
      var places = [Int](repeating: 0, count: Int(mask) + 1)
      for number in numbers { places[Int(number >> UInt64(shift) & mask)] += 1 }
      var before = 0
      for place in places.indices { (places[place], before) = (before, before + places[place]) }
      for number in numbers {
        let digit = Int(number >> UInt64(shift) & mask)
        sorted[places[digit]] = number
        places[digit] += 1
      }
      swap(&numbers, &sorted)
    }
  }
}
