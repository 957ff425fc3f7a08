/// A number of a fixed count of decimal digits, some of which may be unspecified ("X"; Library of
/// Congress EDTF specification, Level 1 and Level 2, "Unspecified digit").
struct MaskedNumber {
  /// The number with 0 for every unspecified digit.
  private(set) var base = 0
  /// A bit for every unspecified digit; bit 0 is the rightmost digit.
  private(set) var mask = 0
  private var width = 0

  /// Adds a digit, or "X", to the right.
  mutating func append(_ byte: UInt8) {
    base *= 10
    mask <<= 1
    if byte == .unspecified { mask |= 1 } else { base += byte.digit }
    width += 1
  }

  /// Whether every digit is specified.
  var isSpecified: Bool { mask == 0 }

  /// Whether no digit is specified.
  var isWhollyUnspecified: Bool { mask == 1 << width - 1 }

  /// Whether only the last digit is unspecified, or the last two.
  var isUnspecifiedAtRight: Bool { mask == 0b1 || mask == 0b11 }

  /// How many numbers it can be.
  var choices: Int {
    (0..<mask.nonzeroBitCount).reduce(1) { product, _ in product * 10 }
  }

  /// One of the numbers it can be, from the smallest, 0, to the largest, `choices - 1`.
  func choice(_ index: Int) -> Int {
    var (number, rest, weight, bits) = (base, index, 1, mask)
    while bits != 0 {
      if bits & 1 == 1 {
        number += rest % 10 * weight
        rest /= 10
      }
      weight *= 10
      bits >>= 1
    }
    return number
  }

  /// Whether it can be one of these numbers.
  func canBe(in numbers: ClosedRange<Int>) -> Bool {
    isSpecified ? numbers.contains(base) : (0..<choices).contains { numbers.contains(choice($0)) }
  }
}
