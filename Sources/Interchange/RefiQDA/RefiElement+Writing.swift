extension RefiElement {
  /// The document, in UTF-8, an element a line. What XML 1.0 has no way to write, such as NUL, becomes U+FFFD.
  var document: [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
    write(to: &bytes, depth: 0)
    return bytes
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    let indent = [UInt8](repeating: UInt8(ascii: " "), count: depth)
    bytes += indent + [UInt8(ascii: "<")] + name.utf8
    for attribute in attributes {
      bytes += " \(attribute.name)=\"".utf8
      Self.write(attribute.value, isAttribute: true, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    guard !text.isEmpty || !children.isEmpty else {
      bytes += "/>\n".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    Self.write(text, isAttribute: false, to: &bytes)
    // Beside text, white space would be text.
    if !children.isEmpty, text.isEmpty { bytes.append(10) }
    for child in children {
      child.write(to: &bytes, depth: text.isEmpty ? depth + 1 : 0)
      if !text.isEmpty { bytes.removeLast() }
    }
    if !children.isEmpty, text.isEmpty { bytes += indent }
    bytes += "</\(name)>\n".utf8
  }

  /// Line ends and tabs of an attribute, and a carriage return anywhere, would be read as something else if they stood as they are.
  private static func write(_ text: String, isAttribute: Bool, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where isAttribute: bytes += "&quot;".utf8
      case "\r": bytes += "&#13;".utf8
      case "\n" where isAttribute: bytes += "&#10;".utf8
      case "\t" where isAttribute: bytes += "&#9;".utf8
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "\u{0}"..<" ", "\u{FFFE}"..."\u{FFFF}": bytes += "\u{FFFD}".utf8
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }
}
