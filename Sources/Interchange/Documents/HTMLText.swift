/// The text of an HTML page, as a reader sees it: without markup, scripts and styles, a line a block.
///
/// Nothing in the page is run or fetched, and no entity is defined in it: those of HTML 4 and numbers are known, others stay as they are written.
public struct HTMLText: Sendable {
  public private(set) var text = ""
  /// The contents of `<title>`; nil where there is none.
  public private(set) var title: String?

  /// Elements whose contents are not shown.
  private static let hidden: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea",
  ]
  /// Elements that begin and end a line.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main",
    "nav", "ol", "option", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr", "ul",
  ]

  public init(_ page: String) {
    var scanner = Scanner(bytes: Array(page.utf8))
    scanner.read()
    text = Self.tidied(scanner.shown)
    let found = Self.tidied(scanner.title).split(separator: "\n").joined(separator: " ")
    title = found.isEmpty ? nil : found
  }

  /// With entities replaced, white space as one blank, and no line empty.
  private static func tidied(_ bytes: [UInt8]) -> String {
    bytes.split(separator: Scanner.lineEnd).map { line in
      unescaped(line).split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
        .replacing("\u{A0}", with: " ")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var rest = text.unicodeScalars[...]
    var plain = String.UnicodeScalarView()
    while let sign = rest.firstIndex(of: "&") {
      plain.append(contentsOf: rest[..<sign])
      rest = rest[sign...]
      let inner = rest.dropFirst().prefix(32)
      let name = inner.prefix { $0 != ";" && $0 != "&" && !$0.properties.isWhitespace }
      if name.endIndex < inner.endIndex, inner[name.endIndex] == ";", let scalar = scalar(String(name)) {
        plain.append(scalar)
        rest = rest[inner.index(after: name.endIndex)...]
      } else {
        plain.append("&")
        rest = rest.dropFirst()
      }
    }
    plain.append(contentsOf: rest)
    return String(plain)
  }

  /// Of `amp`, `#38` or `#x26`; U+FFFD for a number that is no character of a text.
  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return HTMLEntities.scalars[name] }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value else { return nil }
    guard let scalar = Unicode.Scalar(value), value >= 0x20 || value == 9 || value == 10 || value == 13 else {
      return "\u{FFFD}"
    }
    return scalar
  }

  /// Goes through the markup, once.
  private struct Scanner {
    /// Between blocks: a byte that is in no UTF-8.
    static let lineEnd: UInt8 = 0xFF

    let bytes: [UInt8]
    var shown: [UInt8] = []
    var title: [UInt8] = []
    private var place = 0
    private var isInTitle = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "<"), readMarkup() { continue }
        if isInTitle { title.append(byte) } else { shown.append(byte) }
        place += 1
      }
    }

    /// False where the sign is no markup, but text.
    private mutating func readMarkup() -> Bool {
      if starts("<!--") {
        skip(past: "-->")
        return true
      }
      guard place + 1 < bytes.count else { return false }
      let next = bytes[place + 1]
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        skip(past: ">")
        return true
      }
      let isEnd = next == UInt8(ascii: "/")
      let start = place + (isEnd ? 2 : 1)
      let name = name(from: start)
      guard !name.isEmpty else { return false }
      place = start + name.utf8.count
      skipAttributes()
      if name == "title" {
        isInTitle = !isEnd && title.isEmpty
      } else if !isEnd, HTMLText.hidden.contains(name) {
        skipContents(of: name)
      }
      if HTMLText.blocks.contains(name) { shown.append(Self.lineEnd) }
      return true
    }

    private func name(from start: Int) -> String {
      var end = start
      while end < bytes.count, end - start < 32, bytes[end].isLetter || (end > start && bytes[end].isDigit) {
        end += 1
      }
      return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    }

    /// To the end of a tag: a sign in quotes does not end it.
    private mutating func skipAttributes() {
      var quote: UInt8?
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          return
        }
      }
    }

    /// To after the element's end; where there is none, to the end of the page.
    private mutating func skipContents(of element: String) {
      let end = Array("</\(element)".utf8)
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: "<"), matches(end),
          place + end.count >= bytes.count || !bytes[place + end.count].isLetter
        {
          place += end.count
          return skip(past: ">")
        }
        place += 1
      }
    }

    private func matches(_ text: [UInt8]) -> Bool {
      place + text.count <= bytes.count
        && text.indices.allSatisfy { bytes[place + $0].lowercased == text[$0] }
    }

    private func starts(_ text: StaticString) -> Bool {
      place + text.utf8CodeUnitCount <= bytes.count
        && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    private mutating func skip(past text: StaticString) {
      while place < bytes.count, !starts(text) { place += 1 }
      place = min(bytes.count, place + text.utf8CodeUnitCount)
    }
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(lowercased) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
