/// What a number format shows of a date (ECMA-376 part 1, 18.8.30 and 18.8.31): the year, the month, the day, the time.
struct NumberFormat: Hashable {
  var showsYear = false
  var showsMonth = false
  var showsDay = false
  var showsTime = false
  /// Whether hours go on counting beyond a day.
  var showsElapsed = false

  var isDate: Bool { showsYear || showsMonth || showsDay || showsTime }

  private init() {}

  /// A format of the workbook's own, such as `yyyy\-mm\-dd;@`. Only its first section counts.
  init(code: String) {
    let letters = Self.letters(code)
    // `0.00E+00` is a number, while an `e` of its own is a year of an era.
    let isNumeric = letters.contains { "0#?".contains($0) } && !letters.contains { "yd".contains($0) }
    for (index, letter) in letters.enumerated() {
      switch letter {
      case "y": showsYear = true
      case "e" where !isNumeric: showsYear = true
      case "d": showsDay = true
      case "h", "s": showsTime = true
      case "H": (showsTime, showsElapsed) = (true, true)
      case "m":
        let before = letters[..<index].last { "yedhsH".contains($0) }
        let after = letters[index...].first { "yedhsH".contains($0) }
        if before == "h" || before == "H" || after == "s" { showsTime = true } else { showsMonth = true }
      default: continue
      }
    }
  }

  /// A format that a workbook does not spell out: those of all languages, and of those that depend on it the Chinese ones.
  init(builtIn id: Int) {
    switch id {
    case 14, 15, 30, 31: (showsYear, showsMonth, showsDay) = (true, true, true)
    case 22: (showsYear, showsMonth, showsDay, showsTime) = (true, true, true, true)
    case 17, 27, 36, 50, 52, 57: (showsYear, showsMonth) = (true, true)
    case 16, 28, 29, 51, 53, 54, 58: (showsMonth, showsDay) = (true, true)
    case 46: (showsTime, showsElapsed) = (true, true)
    case 18...21, 32...35, 45, 47, 55, 56: showsTime = true
    default: break
    }
  }

  static let general = NumberFormat()

  /// The signs of the first section, in lower case, without quoted text, escaped signs, and brackets; for `[h]`, `[m]` and `[s]` an `H`.
  private static func letters(_ code: String) -> [Character] {
    var letters: [Character] = []
    var signs = Array(code.lowercased().replacing("general", with: ""))[...]
    while let sign = signs.popFirst() {
      switch sign {
      case ";": return letters
      case "\"": signs = signs.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": signs = signs.dropFirst()
      case "[":
        let inside = signs.prefix { $0 != "]" }
        signs = signs.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          letters.append("H")
        }
      default: letters.append(sign)
      }
    }
    return letters
  }
}
