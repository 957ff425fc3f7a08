/// Which encoding a file is taken to be in where its mapping declares none.
///
/// UTF-8 and byte order marks are certain. Beyond them nothing is, so the rules are narrow, the choice is told on import, and what fits
/// none is refused (`Documentation/Decisions/2026-11-23-how-tables-are-recognised.md`).
enum EncodingGuess: Equatable {
  case certain(TextEncoding)
  case likely(TextEncoding)
  /// Nearly all of it is UTF-8: a damaged file, not another encoding. Where the first wrong byte stands.
  case damagedUTF8(at: Int)
  /// Zero bytes that are no UTF-16.
  case binary
  /// Not UTF-8, and nothing else fits; where the first byte stands that is not UTF-8.
  case unknown(at: Int)

  init(_ bytes: [UInt8]) {
    if let encoding = Self.marked(bytes) {
      self = .certain(encoding)
      return
    }
    let survey = UTF8Survey(bytes)
    if let encoding = Self.utf16(bytes, survey) {
      self = .likely(encoding)
      return
    }
    guard let wrong = survey.firstWrong else {
      self = .certain(.utf8)
      return
    }
    if survey.sequences >= survey.wrong {
      self = .damagedUTF8(at: wrong)
      return
    }
    guard survey.zeros == (0, 0) else {
      self = .binary
      return
    }
    let legacy = LegacySurvey(bytes)
    self =
      if legacy.looksLikeGB18030 { .likely(.gb18030) } else if legacy.looksLikeWindows1252 {
        .likely(.windows1252)
      } else { .unknown(at: wrong) }
  }

  /// The encoding that a byte order mark tells.
  static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: TextMark.utf16LE) { return .utf16LE }
    if bytes.starts(with: TextMark.utf16BE) { return .utf16BE }
    return nil
  }

  /// ASCII characters have a zero byte in UTF-16, at odd places in little endian: half of a Latin text's bytes. Chinese text
  /// has few, those of its digits, delimiters and line ends, but it is hardly ever UTF-8 besides.
  static func utf16(_ bytes: [UInt8], _ survey: UTF8Survey) -> TextEncoding? {
    let (even, odd) = survey.zeros
    guard even + odd > 0, bytes.count.isMultiple(of: 2), max(even, odd) >= 4 * min(even, odd) else {
      return nil
    }
    guard (even + odd) * (survey.wrong > 0 ? 50 : 4) >= bytes.count else { return nil }
    return odd > even ? .utf16LE : .utf16BE
  }
}
