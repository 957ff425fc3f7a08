/// Scripts that put nothing between words.
enum UnspacedScript {
  /// Thai, Lao, Burmese, Khmer, kana and Chinese characters: what ICU has dictionaries for.
  @inline(__always)
  static func contains(_ value: UInt32) -> Bool {
    guard value >= 0xE00 else { return false }
    return switch value {
    case 0x0E01...0x0E4E, 0x0E81...0x0ECD, 0x0EDC...0x0EDF, 0x1000...0x103F, 0x1050...0x108F, 0x1780...0x17D3,
      0x3005...0x3007, 0x3041...0x3096, 0x3099...0x309A, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAD9, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Nothing here has case or accents: the marks tell words apart. Compatible forms alone are one: half-width kana, and characters that Unicode
  /// has twice.
  static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    guard scalar.value >= 0xF900 else { return scalar.value }
    return FoldedScalars.fold(scalar)
  }
}
