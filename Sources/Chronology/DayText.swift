extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// The day as ISO 8601 text (ISO 8601-1:2019, 5.2.2.1 and 5.2.2.3): "2020-03-09", and with a
  /// sign outside the years 0000–9999: "-0044-03-15", "+12345-01-01".
  public var description: String {
    let (year, month, day) = components
    let digits = String(year.magnitude)
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(sign)\(padding)\(digits)-\(Day.pair(month))-\(Day.pair(day))"
  }

  /// The day written so, in exactly the form that ``description`` prints.
  ///
  /// - Returns: `nil` for anything else: a day that does not exist, a year of fewer than four
  ///   digits, a "+" on a year up to 9999, "-0000", needless leading zeros, spaces.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    let isSigned = bytes.first == .minus || bytes.first == .plus
    let first = isSigned ? 1 : 0
    let end = bytes.count - 6
    guard
      end - first >= 4, end - first <= 17, bytes[end] == .minus, bytes[end + 3] == .minus,
      end - first == 4 || (isSigned && bytes[first] != .zero),
      let magnitude = Day.decimal(bytes[first..<end]),
      let month = Day.decimal(bytes[end + 1..<end + 3]),
      let day = Day.decimal(bytes[end + 4..<end + 6])
    else { return nil }
    if bytes[0] == .plus && magnitude <= 9999 || bytes[0] == .minus && magnitude == 0 {
      return nil
    }
    self.init(year: bytes[0] == .minus ? -magnitude : magnitude, month: month, day: day)
  }

  /// A number from 0 to 99 as two digits.
  private static func pair(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
  }

  /// The value of decimal digits, at most 18 of them; `nil` at any other byte.
  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte.isDigit else { return nil }
      value = value * 10 + byte.digit
    }
    return value
  }
}
