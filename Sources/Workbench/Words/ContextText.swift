import Foundation
import Interchange

extension String {
  /// With white space as single blanks, and control characters made visible.
  var onOneLine: String {
    var text = ""
    var isBlank = false
    for character in self {
      if character.isWhitespace {
        isBlank = true
        continue
      }
      if isBlank, !text.isEmpty { text += " " }
      isBlank = false
      text.append(character)
    }
    return text.shown(atMost: .max)
  }

  /// As much of the end as goes into so many columns of a terminal.
  func suffix(columns: Int) -> String { String(String(onOneLine.reversed()).cut(columns).reversed()) }

  /// As much of the beginning as goes into so many columns of a terminal.
  func prefix(columns: Int) -> String { onOneLine.cut(columns) }

  private func cut(_ columns: Int) -> String {
    var left = columns
    return String(
      prefix { character in
        left -= String(character).terminalWidth
        return left >= 0
      })
  }
}

/// Figures as they are shown in tables of words.
enum WordFigures {
  static func fixed(_ number: Double, _ digits: Int = 2) -> String { String(format: "%.\(digits)f", number) }

  /// A chance, to three digits.
  static func chance(_ chance: Double?) -> String {
    guard let chance else { return "" }
    return chance < 0.001 ? "<.001" : fixed(chance, 3).replacing(/^0\./, with: ".")
  }
}
