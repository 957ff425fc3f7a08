/// The ASCII bytes that have a meaning in dates.
extension UInt8 {
  static let zero = UInt8(ascii: "0")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let space = UInt8(ascii: " ")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let question = UInt8(ascii: "?")
  static let tilde = UInt8(ascii: "~")
  static let percent = UInt8(ascii: "%")
  static let unspecified = UInt8(ascii: "X")
  static let year = UInt8(ascii: "Y")
  static let exponent = UInt8(ascii: "E")
  static let significant = UInt8(ascii: "S")
  static let time = UInt8(ascii: "T")
  static let utc = UInt8(ascii: "Z")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")

  /// Whether the byte is one of the digits 0–9.
  var isDigit: Bool { self &- .zero < 10 }

  /// The value, 0–9, of a byte that is a digit.
  var digit: Int { Int(self &- .zero) }
}
