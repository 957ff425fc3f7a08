/// What bytes beyond ASCII look like when they are taken for GB 18030, and for Windows-1252: neither can be proved, but each leaves traces.
struct LegacySurvey {
  /// Pairs that are one of the 3,755 common characters of GB 2312, level 1 (rows 16 to 55), which make up nearly all of ordinary text.
  private var common = 0
  /// Pairs and fours that are other characters of GB 18030, its punctuation aside.
  private var rare = 0
  private var isGB = true

  private var high = 0
  /// Bytes beyond ASCII in runs of three and more, which Latin words do not have.
  private var inRuns = 0
  /// Signs that Western words hardly have where Central European and Turkish ones have their letters: `¹` between two letters, `š`, `ý`, `þ`.
  private var foreign = 0
  /// `õ` and `ã`: Portuguese has the second far more often, Hungarian (`ő` in the place of `õ`) has only the first.
  private var tildes = (o: 0, a: 0)
  private var isDefined = true

  init(_ bytes: [UInt8]) {
    surveyGB(bytes)
    surveyLatin(bytes)
  }

  /// Whole, and at least two Chinese characters, four fifths of them common ones.
  var looksLikeGB18030: Bool { isGB && common >= 2 && common >= 4 * rare }

  /// No byte that Windows-1252 leaves undefined, few long runs, hardly a sign that is foreign to the languages it is made for.
  var looksLikeWindows1252: Bool {
    isDefined && inRuns * 2 <= high && (foreign + max(0, tildes.o - tildes.a)) * 20 <= high
  }

  private mutating func surveyGB(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let lead = bytes[index]
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (lead, trail) {
      case (0xB0...0xD7, 0xA1...0xFE):
        common += 1
        index += 2
      case (0xA1...0xA3, 0xA1...0xFE): index += 2
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE):
        rare += 1
        index += 2
      case (0x81...0xFE, 0x30...0x39):
        rare += 1
        index += 4
      default:
        isGB = false
        return
      }
    }
  }

  private mutating func surveyLatin(_ bytes: [UInt8]) {
    var run = 0
    for (index, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        if run >= 3 { inRuns += run }
        run = 0
        continue
      }
      run += 1
      high += 1
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { isDefined = false }
      if byte == 0xF5 || byte == 0xD5 { tildes.o += 1 }
      if byte == 0xE3 || byte == 0xC3 { tildes.a += 1 }
      let isInWord =
        index > 0 && index + 1 < bytes.count && Self.isLetter(bytes[index - 1])
        && Self.isLetter(bytes[index + 1])
      if Self.isForeign(byte) || isInWord && Self.isSymbol(byte) { foreign += 1 }
    }
    if run >= 3 { inRuns += run }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0xC0 && byte != 0xD7 && byte != 0xF7
  }

  /// `Š Ž š ž Ð Ý Þ ð ý þ`: letters of Icelandic, and of Central European or Turkish in their own encodings.
  private static func isForeign(_ byte: UInt8) -> Bool {
    [0x8A, 0x8E, 0x9A, 0x9E, 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE].contains(byte)
  }

  /// Signs that do not stand inside Latin words; the soft hyphen, `´` and `·` do.
  private static func isSymbol(_ byte: UInt8) -> Bool {
    (0xA1...0xBF).contains(byte) && ![0xAD, 0xB4, 0xB7].contains(byte)
  }
}
