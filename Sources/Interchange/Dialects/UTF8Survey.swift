/// What bytes look like when they are taken for UTF-8 (Unicode Standard 16.0, table 3-7), and where zero bytes stand.
struct UTF8Survey {
  /// Characters of two to four bytes.
  private(set) var sequences = 0
  /// Bytes that belong to no character.
  private(set) var wrong = 0
  private(set) var firstWrong: Int?
  /// Zero bytes at even and at odd places.
  private(set) var zeros = (even: 0, odd: 0)

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if Self.isPlain(word) {
            index += 8
            continue
          }
        }
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == 0 { if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 } }
          index += 1
          continue
        }
        let length = Self.length(at: index, of: bytes)
        if length == 0 {
          wrong += 1
          if firstWrong == nil { firstWrong = index }
          index += 1
        } else {
          sequences += 1
          index += length
        }
      }
    }
  }

  /// Eight ASCII characters, none of them zero.
  private static func isPlain(_ word: UInt64) -> Bool {
    let tops: UInt64 = 0x8080_8080_8080_8080
    return (word | (word &- 0x0101_0101_0101_0101)) & tops == 0
  }

  /// How many bytes the character at a byte beyond ASCII has; 0 when there is none.
  private static func length(at index: Int, of bytes: UnsafeRawBufferPointer) -> Int {
    let lead = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for place in (index + 2)..<max(index + length, index + 2) where bytes[place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
