/// Markup as a browser reads it, byte by byte: to Swift an accent hides the quote under it. Of HTML as much as pages here are written in.
struct Markup {
  private(set) var elements: [String] = []
  /// Names and values of all attributes; references are left as they are.
  private(set) var attributes: [(name: String, value: String)] = []

  /// Where the page leads, and what it loads.
  var addresses: [String] { attributes.filter { ["href", "src", "action"].contains($0.name) }.map(\.value) }

  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    while place < bytes.count {
      defer { place += 1 }
      guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count, Self.isLetter(bytes[place + 1]) else {
        continue
      }
      place += 1
      elements.append(word { Self.isLetter($0) || Self.isDigit($0) })
      readAttributes()
    }
  }

  private mutating func readAttributes() {
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      _ = word { $0 <= 32 || $0 == UInt8(ascii: "/") }
      let name = word { $0 > 32 && ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains($0) }
      guard !name.isEmpty else { continue }
      var value = ""
      if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
        place += 1
        let quote = place < bytes.count ? bytes[place] : 0
        if [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote) {
          place += 1
          value = word { $0 != quote }
          place += 1
        } else {
          value = word { $0 > 32 && $0 != UInt8(ascii: ">") }
        }
      }
      attributes.append((name.lowercased(), value))
    }
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, belongs(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
