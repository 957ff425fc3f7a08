extension RefiElement {
  /// The most elements of a document: a million coded passages have three each.
  static let most = 5_000_000

  /// Reads a document.
  ///
  /// - Throws: `WorkbookFault` where it is no XML with one root, has a document type declaration, or is too large.
  static func read(_ bytes: [UInt8]) throws(WorkbookFault) -> RefiElement {
    var scanner = try XMLScanner(bytes)
    var open: [RefiElement] = []
    var root: RefiElement?
    var count = 0
    while true {
      switch try scanner.next() {
      case .open:
        count += 1
        guard count <= most else { throw WorkbookFault(message: "it has more than \(most) elements") }
        guard root == nil else { throw WorkbookFault(message: "it has a second root element") }
        var element = RefiElement(try name(scanner.qualified))
        for (name, value) in try scanner.written() {
          guard element[name] == nil else {
            throw WorkbookFault(message: "<\(element.name)> has the attribute '\(name)' twice")
          }
          element.attributes.append(Attribute(name: try Self.name(name), value: try legal(value)))
        }
        open.append(element)
      case .close:
        var closed = open.removeLast()
        if !closed.children.isEmpty, closed.text.allSatisfy(\.isWhitespace) { closed.text = "" }
        if open.isEmpty { root = closed } else { open[open.count - 1].children.append(closed) }
      case .text(let text):
        if !open.isEmpty {
          open[open.count - 1].text += try legal(text)
        } else if !text.allSatisfy(\.isWhitespace) {
          throw WorkbookFault(message: "it has text outside of its root element")
        }
      case .end:
        guard let root else { throw WorkbookFault(message: "it is not XML") }
        return root
      }
    }
  }

  /// Text of characters that XML 1.0 knows (2.2): what has others could not be written again.
  private static func legal(_ text: String) throws(WorkbookFault) -> String {
    let other = text.unicodeScalars.first {
      $0.value < 0x20 && ![9, 10, 13].contains($0.value) || $0.value == 0xFFFE || $0.value == 0xFFFF
    }
    guard let other else { return text }
    throw WorkbookFault(
      message:
        "it has the character U+\(String(0x10000 + other.value, radix: 16, uppercase: true).dropFirst()), which XML does not know"
    )
  }

  /// A name that can be written again (XML 1.0, 2.3; whatever is beyond ASCII is taken for a letter).
  private static func name(_ text: String) throws(WorkbookFault) -> String {
    let isName =
      text.utf8.enumerated().allSatisfy { place, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
          0x80...:
          true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
          place > 0
        default: false
        }
      }
    guard isName, !text.hasSuffix(":") else {
      throw WorkbookFault(message: "it has an element or attribute called '\(text)'")
    }
    return text
  }
}
