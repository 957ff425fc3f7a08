import Foundation

/// What each Unicode scalar is to a word: a letter without case and accent, a mark to be passed over, or the end of a word.
///
/// Letters lose case and accent as everywhere in Entente: by compatible decomposition, and by a table for letters with a stroke and ligatures. Of
/// a ligature of more than two letters the first two are kept.
/// Digits are letters here. A Chinese character, a kana, is a word by itself, since nothing is put between words there.
enum FoldedScalars {
  static let separator: UInt32 = 0
  static let mark: UInt32 = 1

  /// Up to here the table reaches: Latin, Greek, Cyrillic, Hebrew, Arabic, Indic and further scripts; beyond, properties are asked.
  static let tableEnd: UInt32 = 0x2000

  /// Of each scalar below `tableEnd`, what `fold` says.
  static let table: [UInt32] = (0..<tableEnd).map { value in
    Unicode.Scalar(value).map(fold) ?? separator
  }

  static func isWordByItself(_ value: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(value) || (0x3041...0x30FF).contains(value)
      || (0xF900...0xFAFF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }

  /// `separator`, `mark`, or the folded letter; where one of the basic plane is two letters of it, the second is in the upper half.
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    if let pair = undecomposed[scalar] { return pair }
    // A Hangul syllable would come apart into its letters.
    if (0xAC00...0xD7A3).contains(scalar.value) { return scalar.value }
    let plain = String(scalar).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
    guard let first = plain.first else { return separator }
    if let pair = undecomposed[first] { return pair }
    if first.isOverlaid { return mark }
    guard first.isLetterOrNumber else { return separator }
    guard scalar.value <= 0xFFFF else { return first.value }
    // A character that Unicode has twice may be one beyond the basic plane.
    guard first.value <= 0xFFFF else { return scalar.value }
    guard let second = plain.dropFirst().first(where: { !$0.isOverlaid }), second.isLetterOrNumber,
      second.value <= 0xFFFF
    else { return first.value }
    return first.value | second.value << 16
  }

  private static let undecomposed: [Unicode.Scalar: UInt32] = {
    let letters: [Unicode.Scalar: String] = [
      "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i",
      "ŋ": "n", "ŧ": "t", "ĸ": "q", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɛ": "e",
      "ɔ": "o",
    ]
    return letters.mapValues { text in
      let scalars = text.unicodeScalars.map(\.value)
      return scalars[0] | (scalars.count > 1 ? scalars[1] << 16 : 0)
    }
  }()
}

extension Unicode.Scalar {
  /// Whether it stands on the letter before it.
  fileprivate var isOverlaid: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  fileprivate var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
