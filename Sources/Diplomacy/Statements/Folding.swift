import Foundation

extension String {
  /// The text for comparing and searching: lower case, without diacritics, compatibility forms unified; `Łódź` → `lodz`.
  ///
  /// Unicode's canonical decomposition strips the marks; letters with a stroke or a ligature, which have no
  /// decomposition (ł, đ, ø, ß, æ …), are mapped by the table below (the Latin part of CLDR's Latin-ASCII transform).
  public var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    guard unicodeScalars.allSatisfy({ $0.value < Self.latinEnd }) else { return foldedByUnicode }
    // Among letters of the Latin blocks there are no marks to be put in order: each is folded by itself.
    var result = ""
    for scalar in unicodeScalars { result += Self.latin[Int(scalar.value)] }
    return result
  }

  private var foldedByUnicode: String {
    var result = String.UnicodeScalarView()
    for scalar in decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if let plain = Self.undecomposed[scalar] {
        result.append(contentsOf: plain.unicodeScalars)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The end of Latin Extended-B; combining marks begin later.
  private static let latinEnd: UInt32 = 0x250

  /// Each scalar of the Latin blocks, folded.
  private static let latin: [String] = (0..<latinEnd).map { value in
    Unicode.Scalar(value).map { String($0).foldedByUnicode } ?? ""
  }

  private static let undecomposed: [Unicode.Scalar: String] = [
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "n", "ŧ": "t", "ĸ": "q", "ſ": "s", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɛ": "e", "ɔ": "o",
    "’": "'", "‘": "'", "–": "-", "—": "-",
  ]
}
