/// What each scalar of the basic plane is to a word under a folding, as in `FoldedScalars`: 0 ends it, 1 is passed over, else the folded letter, with
/// a second one in the upper half.
struct LetterTable {
  static let separator = FoldedScalars.separator
  static let mark = FoldedScalars.mark

  let letters: [UInt32]
  /// Of ASCII, which folds to ASCII; 0 ends a word.
  let ascii: [UInt8]

  static func of(_ folding: WordRule.Folding) -> LetterTable {
    switch folding {
    case .letterCase: lowered
    case .caseAndAccents: plain
    }
  }

  private static let lowered = LetterTable { lower($0) }
  private static let plain = LetterTable { $0 == "_" ? $0.value : FoldedScalars.fold($0) }

  private init(_ fold: (Unicode.Scalar) -> UInt32) {
    letters = (0..<0x1_0000).map { value in
      guard let scalar = Unicode.Scalar(UInt32(value)) else { return Self.separator }
      if (0xAC00...0xD7A3).contains(value) { return UInt32(value) }
      return UnspacedScript.contains(UInt32(value)) ? UnspacedScript.folded(scalar) : fold(scalar)
    }
    ascii = letters[..<0x80].map { UInt8($0) }
  }

  /// Beyond the basic plane: letters there have no accents.
  static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    UnspacedScript.contains(scalar.value) ? scalar.value : lower(scalar)
  }

  private static func lower(_ scalar: Unicode.Scalar) -> UInt32 {
    guard scalar.isOfWord else { return separator }
    let lowered = scalar.properties.lowercaseMapping.unicodeScalars.prefix(2).map(\.value)
    return lowered.count == 2 ? lowered[0] | lowered[1] << 16 : lowered[0]
  }
}

extension Unicode.Scalar {
  /// `\w`.
  var isOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
      true
    default: false
    }
  }

  var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
