/// How a file's bytes stand for characters; the raw value is the word of a mapping's `encoding`.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// With a byte order mark; where there is none, the zero bytes of ASCII characters tell.
  case utf16 = "utf-16"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  /// ISO 8859-1, whose bytes 80 to 9F are control characters that no table means: a file that has them is refused.
  case latin1 = "latin-1"
  case windows1252 = "windows-1252"
  /// Central European: Polish, Czech, Hungarian.
  case windows1250 = "windows-1250"
  case latin2 = "iso-8859-2"
  /// Chinese; GBK and GB 2312 are parts of it (GB 18030-2005).
  case gb18030
  case big5

  public static let words = allCases.map(\.rawValue)

  /// Reads a mapping's word, in any case; other common names of the same encodings are understood.
  public init?(word: String) {
    let word = word.lowercased()
    let others: [String: TextEncoding] = [
      "utf8": .utf8, "utf16": .utf16, "latin1": .latin1, "iso-8859-1": .latin1, "cp1252": .windows1252,
      "cp1250": .windows1250, "latin-2": .latin2, "latin2": .latin2, "gbk": .gb18030, "gb2312": .gb18030,
    ]
    guard let encoding = Self(rawValue: word) ?? others[word] else { return nil }
    self = encoding
  }

  /// What iconv calls it (GNU C Library, iconv(3)).
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16, .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    case .latin1: "ISO-8859-1"
    case .windows1252: "CP1252"
    case .windows1250: "CP1250"
    case .latin2: "ISO-8859-2"
    case .gb18030: "GB18030"
    case .big5: "BIG5"
    }
  }
}
