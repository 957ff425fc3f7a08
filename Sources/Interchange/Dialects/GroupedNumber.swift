import Diplomacy

/// Reads numbers as people write them in a table whose decimal mark is declared, and writes them plainly: `1.234,5` becomes `1234.5`.
///
/// Thousands are set apart by the other mark, a blank or an apostrophe, one kind in a number, in groups of three. Anything else is refused,
/// because it could mean another number: `1.23` with a decimal comma.
enum GroupedNumber {
  private static let blanks: Set<Character> = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]

  /// An amount in any of its forms (`~1.200`, `1,5..2,5`, `>=1 000`), with plain numbers. Nil when a number in it cannot be told.
  static func plain(_ amount: String, decimal: Dialect.Decimal) -> String? {
    let ends = amount.split(separator: "..", omittingEmptySubsequences: false).map { end -> String? in
      let start = end.firstIndex { !"~<>= ".contains($0) } ?? end.endIndex
      let stop = end[start...].hasSuffix("+") ? end.index(before: end.endIndex) : end.endIndex
      let parts = end[start..<stop].split(separator: "/", omittingEmptySubsequences: false).map {
        number($0.trimmingSpaces(), decimal)
      }
      guard parts.allSatisfy({ $0 != nil }) else { return nil }
      let prefix = end[..<start].filter { $0 != " " }
      return prefix + parts.compactMap(\.self).joined(separator: "/") + end[stop...]
    }
    return ends.allSatisfy { $0 != nil } ? ends.compactMap(\.self).joined(separator: "..") : nil
  }

  private static func number(_ text: String, _ decimal: Dialect.Decimal) -> String? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let halves = text.dropFirst(sign.count).split(
      separator: Character(decimal.rawValue), omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2, let digits = ungrouped(whole, decimal) else {
      return nil
    }
    guard halves.count == 2 else { return sign + digits }
    guard !halves[1].isEmpty, halves[1].allSatisfy(isDigit) else { return nil }
    return sign + digits + "." + halves[1]
  }

  private static func ungrouped(_ whole: Substring, _ decimal: Dialect.Decimal) -> String? {
    guard let mark = whole.first(where: { !isDigit($0) }) else { return whole.isEmpty ? nil : String(whole) }
    let other: Character = decimal == .comma ? "." : ","
    guard mark == other || mark == "'" || mark == "’" || blanks.contains(mark) else { return nil }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

extension ClaimMapping {
  /// A value as amounts are written here: with a point, and without thousands set apart. Only amounts are changed, and constants of the mapping
  /// are not. Nil when the decimal mark is declared and the amount cannot be told.
  func plain(_ text: String, of property: Property, _ dialect: Dialect) -> String? {
    guard property.type == .amount, let decimal = dialect.decimal else { return text }
    if case .constant = expression.origin { return text }
    return GroupedNumber.plain(text, decimal: decimal)
  }
}

extension Dialect {
  /// What an amount looks like in a table whose decimal mark is declared.
  var expectedAmount: String {
    let (number, group) = decimal == .comma ? ("4,5 or 12.000", "points") : ("4.5 or 12,000", "commas")
    return
      "an amount such as \(number), as the mapping declares 'decimal': thousands are set apart by \(group), blanks or "
      + "apostrophes, in groups of three digits"
  }
}
