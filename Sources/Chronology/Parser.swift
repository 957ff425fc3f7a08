/// Reads an expression of the Extended Date/Time Format, byte by byte from left to right. The
/// grammar is spread over extensions of this type, one for each part.
struct Parser {
  let text: String
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next byte; 0, which no expression contains, at the end.
  var next: UInt8 { isAtEnd ? 0 : bytes[position] }

  /// Passes the next byte.
  mutating func advance() {
    position += 1
  }

  /// Passes the next byte if it is this one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Passes "..", if it is next.
  mutating func takeDots() -> Bool {
    guard next == .dot, position + 1 < bytes.count, bytes[position + 1] == .dot else {
      return false
    }
    position += 2
    return true
  }

  /// Passes the next byte, which must be this one.
  mutating func require(_ byte: UInt8, _ expected: String) throws(EDTFError) {
    guard take(byte) else { throw unexpected(expected) }
  }

  /// Reads so many digits, any of which may be "X".
  mutating func masked(digits: Int, _ expected: String) throws(EDTFError) -> MaskedNumber {
    var number = MaskedNumber()
    for _ in 0..<digits {
      guard next.isDigit || next == .unspecified else { throw unexpected(expected) }
      number.append(next)
      advance()
    }
    return number
  }

  /// The text from a position read before to here.
  func read(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A place in the text, for an error.
  func place(_ offset: Int, _ expected: String) -> EDTFError.Place {
    EDTFError.Place(text: text, offset: offset, expected: expected)
  }

  /// The error that the text goes on here with something else, or ends.
  func unexpected(_ expected: String) -> EDTFError {
    let place = place(position, expected)
    guard !isAtEnd else { return .unexpectedEnd(place) }
    // Everything read so far is ASCII, so that positions of bytes and scalars agree.
    let scalars = text.unicodeScalars
    let scalar = scalars[scalars.index(scalars.startIndex, offsetBy: position)]
    return .unexpectedCharacter(scalar, place)
  }
}
