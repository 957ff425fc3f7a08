/// Reads one JSON value (RFC 8259) from bytes, and nothing after it but white space.
struct JSONParser {
  struct Fault: Error {
    let place: Int
    let message: String
  }

  /// Values within values.
  private static let deepest = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  static func value(of bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.place == bytes.count else { throw parser.fault("there is something after its end") }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func fault(_ message: String) -> Fault { Fault(place: min(place, bytes.count), message: message) }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    skipBlanks()
    guard depth < Self.deepest else { throw fault("values are nested more than \(Self.deepest) deep") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(0x2D), .some(0x30...0x39): return try number()
    case nil: throw fault("it breaks off")
    default: throw fault("a value is expected")
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    for offset in 0..<text.utf8CodeUnitCount {
      guard next == text.utf8Start[offset] else { throw fault("a value is expected") }
      place += 1
    }
    return value
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    if next == UInt8(ascii: "0") { place += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { place += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func digits() throws(Fault) {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw fault("a digit is expected") }
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      place += 1
      return .array([])
    }
    while true {
      values.append(try value(depth: depth + 1))
      if try closes(UInt8(ascii: "]")) { return .array(values) }
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      place += 1
      return .object([JSONValue.Member]())
    }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is expected") }
      let key = try string()
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw fault("a colon is expected") }
      place += 1
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      if try closes(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  /// Goes past a comma, or the bracket.
  private mutating func closes(_ bracket: UInt8) throws(Fault) -> Bool {
    skipBlanks()
    guard let byte = next, byte == bracket || byte == UInt8(ascii: ",") else {
      throw fault("a comma or a closing bracket is expected")
    }
    place += 1
    return byte == bracket
  }

  private mutating func string() throws(Fault) -> String {
    place += 1
    let start = place
    /// What stands before the last escape, and it; from there on the text is as it stands in the bytes.
    var unescaped: [UInt8] = []
    var segment = start
    while let byte = next {
      if byte == UInt8(ascii: "\"") {
        let part = bytes[segment..<place]
        let whole =
          segment == start
          ? String(validating: part, as: UTF8.self) : String(validating: unescaped + part, as: UTF8.self)
        guard let whole else {
          place = start
          throw fault("a text is not UTF-8")
        }
        place += 1
        return whole
      }
      if byte == UInt8(ascii: "\\") {
        unescaped += bytes[segment..<place]
        unescaped += try escape()
        segment = place
      } else {
        place += 1
      }
    }
    throw fault("a text never ends")
  }

  /// What an escape stands for; U+FFFD for half of a surrogate pair.
  private mutating func escape() throws(Fault) -> [UInt8] {
    place += 1
    guard let byte = next else { throw fault("it breaks off") }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"):
      let first = try hex()
      var value = first
      if (0xD800...0xDBFF).contains(first), next == UInt8(ascii: "\\"), place + 1 < bytes.count,
        bytes[place + 1] == UInt8(ascii: "u")
      {
        place += 2
        let second = try hex()
        if (0xDC00...0xDFFF).contains(second) {
          value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        } else {
          place -= 6
        }
      }
      return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    default:
      place -= 1
      throw fault("there is no such escape")
    }
  }

  private mutating func hex() throws(Fault) -> UInt32 {
    guard place + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are expected") }
    place += 4
    return value
  }
}
