import Foundation

/// Writes a number of a sheet as people see it, not as the machine keeps it.
enum SheetNumber {
  /// With 15 significant digits, as many as Excel keeps and fewer than binary fractions betray themselves in: `0.1`, not `0.1000000000000001`.
  /// Without an exponent, but for numbers of more than 30 digits. Nil when the text is no number.
  static func text(_ stored: String, decimal: Dialect.Decimal) -> String? {
    let plain = stored.utf8.allSatisfy { (48...57).contains($0) }
    if plain, (1...15).contains(stored.utf8.count), stored.utf8.count == 1 || stored.utf8.first != 48 {
      return stored
    }
    guard let value = Double(stored), value.isFinite else { return nil }
    let scientific = String(format: "%.14e", value)
    guard let mark = scientific.firstIndex(of: "e"),
      let exponent = Int(scientific[scientific.index(after: mark)...])
    else { return nil }
    guard value != 0 else { return "0" }
    guard abs(exponent) <= 30 else { return String(value) }
    let sign = value < 0 ? "-" : ""
    var digits = scientific[..<mark].filter { ("0"..."9").contains($0) }
    while digits.hasSuffix("0") { digits.removeLast() }
    if exponent < 0 {
      return sign + "0" + decimal.rawValue + String(repeating: "0", count: -exponent - 1) + digits
    }
    let whole = digits.prefix(exponent + 1)
    let fraction = digits.dropFirst(exponent + 1)
    return sign + whole + String(repeating: "0", count: exponent + 1 - whole.count)
      + (fraction.isEmpty ? "" : decimal.rawValue + fraction)
  }
}
