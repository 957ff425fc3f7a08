/// Scalars as UTF-8, without strings.
enum UTF8Scalar {
  /// The scalar of the bytes from a place, which moves past it; U+FFFD for bytes that are no UTF-8, one at a time.
  @inline(__always)
  static func next(in text: UnsafeBufferPointer<UInt8>, at place: inout Int) -> UInt32 {
    let first = UInt32(text[place])
    if first < 0x80 {
      place += 1
      return first
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, place + length <= text.count else {
      place += 1
      return 0xFFFD
    }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = text[place + offset]
      guard byte & 0xC0 == 0x80 else {
        place += 1
        return 0xFFFD
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    place += length
    return value
  }

  /// Writes a folded scalar, or the two that a pair holds in its halves; where the next one goes.
  @inline(__always)
  static func write(_ folded: UInt32, isPair: Bool, to out: UnsafeMutablePointer<UInt8>, at place: Int) -> Int
  {
    guard isPair, folded > 0xFFFF else { return write(folded, to: out, at: place) }
    return write(folded >> 16, to: out, at: write(folded & 0xFFFF, to: out, at: place))
  }

  @inline(__always)
  private static func write(_ value: UInt32, to out: UnsafeMutablePointer<UInt8>, at place: Int) -> Int {
    switch value {
    case 0..<0x80:
      out[place] = UInt8(value)
      return place + 1
    case 0x80..<0x800:
      out[place] = UInt8(0xC0 | value >> 6)
      out[place + 1] = UInt8(0x80 | value & 0x3F)
      return place + 2
    case 0x800..<0x1_0000:
      out[place] = UInt8(0xE0 | value >> 12)
      out[place + 1] = UInt8(0x80 | value >> 6 & 0x3F)
      out[place + 2] = UInt8(0x80 | value & 0x3F)
      return place + 3
    default:
      out[place] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
      out[place + 1] = UInt8(0x80 | value >> 12 & 0x3F)
      out[place + 2] = UInt8(0x80 | value >> 6 & 0x3F)
      out[place + 3] = UInt8(0x80 | value & 0x3F)
      return place + 4
    }
  }
}
