import Glibc

/// Turns bytes of any encoding into UTF-8, by the C library's iconv: strictly, so that nothing is replaced or left out.
enum TextDecoder {
  /// Bytes that mean no character: the first of them, and the line it stands on (1 is the first).
  struct Fault: Error, Equatable {
    let byte: UInt8
    let line: Int
  }

  /// The bytes in UTF-8, without a byte order mark.
  static func utf8(_ bytes: [UInt8], from encoding: TextEncoding) throws(Fault) -> [UInt8] {
    if encoding == .latin1, let control = bytes.firstIndex(where: { (0x80...0x9F).contains($0) }) {
      throw Fault(byte: bytes[control], line: bytes[..<control].count { $0 == 10 } + 1)
    }
    let (text, stop) = convert(bytes[...], from: encoding.iconvName)
    if let stop { throw Fault(byte: bytes[stop], line: text.count { $0 == 10 } + 1) }
    return text.starts(with: TextMark.utf8) ? Array(text.dropFirst(3)) : text
  }

  /// What was converted, and where the first byte that means nothing stands.
  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> ([UInt8], stop: Int?) {
    let converter = iconv_open("UTF-8", name)
    guard converter != iconv_t(bitPattern: -1) else { return ([], bytes.startIndex) }
    defer { iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var source = bytes.map { CChar(bitPattern: $0) }
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var left = source.count
    var stopped = false
    source.withUnsafeMutableBufferPointer { source in
      var input = source.baseAddress
      while left > 0, !stopped {
        buffer.withUnsafeMutableBufferPointer { buffer in
          var output = buffer.baseAddress
          var room = buffer.count
          let result = iconv(converter, &input, &left, &output, &room)
          // A full buffer is no fault: the next round goes on.
          stopped = result == -1 && errno != E2BIG
          for index in 0..<(buffer.count - room) { text.append(UInt8(bitPattern: buffer[index])) }
        }
      }
    }
    return (text, left > 0 ? bytes.endIndex - left : nil)
  }
}

/// Byte order marks (Unicode Standard 16.0, 23.8).
enum TextMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let utf16LE: [UInt8] = [0xFF, 0xFE]
  static let utf16BE: [UInt8] = [0xFE, 0xFF]
}
