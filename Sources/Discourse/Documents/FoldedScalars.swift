import Foundation

/// What each Unicode scalar is to a word: a letter without case and accent, a mark to be passed over, or the end of a word.
///
/// Letters lose case and accent as everywhere in Entente: by canonical decomposition, and by a table for letters with a stroke and ligatures.
/// Digits are letters here. A Chinese character, a kana, is a word by itself, since nothing is put between words there.
enum FoldedScalars {
  static let separator: UInt32 = 0
  static let mark: UInt32 = 1

  /// Up to here the table reaches: Latin, Greek, Cyrillic, Hebrew, Arabic, Indic and further scripts; beyond, properties are asked.
  static let tableEnd: UInt32 = 0x2000

  /// Of each scalar below `tableEnd`: `separator`, `mark`, or the folded letter; where that is two letters, the second is in the upper half.
  static let table: [UInt32] = (0..<tableEnd).map { value in
    Unicode.Scalar(value).map(fold) ?? separator
  }

  static func isWordByItself(_ value: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(value) || (0x3041...0x30FF).contains(value)
      || (0xF900...0xFAFF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }

  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    if let pair = undecomposed[scalar] { return pair }
    // A Hangul syllable would come apart into letters, of which only the first is kept below.
    if (0xAC00...0xD7A3).contains(scalar.value) { return scalar.value }
    let plain =
      String(scalar).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.first ?? scalar
    if let pair = undecomposed[plain] { return pair }
    switch plain.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber, .otherNumber:
      return plain.value
    default: return separator
    }
  }

  private static let undecomposed: [Unicode.Scalar: UInt32] = {
    let letters: [Unicode.Scalar: String] = [
      "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i",
      "ŋ": "n", "ŧ": "t", "ĸ": "q", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɛ": "e",
    ]
    return letters.mapValues { text in
      let scalars = text.unicodeScalars.map(\.value)
      return scalars[0] | (scalars.count > 1 ? scalars[1] << 16 : 0)
    }
  }()
}
