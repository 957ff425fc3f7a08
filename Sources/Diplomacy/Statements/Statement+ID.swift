import Crypto

extension Identifier where Subject == Statement {
  /// `s-` and the first 60 bits of the SHA-256 of the parts, as 12 characters of Crockford's base 32.
  ///
  /// A million statements collide with a probability below one in a million (birthday bound 2^40 / 2^61).
  ///
  /// - Parameter parts: kind, entity, what is said as `StatementText` writes it, source, locator, rank, certainty, coder, note.
  public init(digestOf parts: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(parts.count) { $0 + $1.utf8.count })
    for part in parts { Self.append(part, to: &bytes) }
    let hash = SHA256.hash(data: bytes)
    var bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var text = "s-"
    for _ in 0..<12 {
      text.append(alphabet[Int(bits >> 59)])
      bits <<= 5
    }
    self.init(text)
  }

  /// The part and U+001F to end it; where it holds that itself, it is escaped with U+0010, so that no two lists of parts are alike.
  private static func append(_ part: String, to bytes: inout [UInt8]) {
    if part.utf8.contains(where: { $0 == 0x1F || $0 == 0x10 }) {
      for byte in part.utf8 {
        switch byte {
        case 0x1F: bytes += [0x10, UInt8(ascii: "S")]
        case 0x10: bytes += [0x10, UInt8(ascii: "D")]
        default: bytes.append(byte)
        }
      }
    } else {
      bytes += part.utf8
    }
    bytes.append(0x1F)
  }
}
