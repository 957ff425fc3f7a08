/// Reads XML piece by piece: elements, attributes and text, as the parts of a workbook have them, or a QDA project.
///
/// Namespace prefixes are dropped, but for `qualified` and `written`. A document type declaration is refused, as ECMA-376 part 2 (6.1.4) asks:
/// without one there are no entities but XML's five, and so none that grow. Elements may be 64 deep. Comments and processing instructions are passed over.
struct XMLScanner {
  enum Token: Equatable {
    case open(String)
    case close(String)
    case text(String)
    case end
  }

  private let bytes: [UInt8]
  private var position: Int
  private var path: [String] = []
  /// The names and raw values of the attributes of the element that was opened last.
  private var attributes: [(name: String, qualified: Range<Int>, value: Range<Int>)] = []
  /// Where the name of the element that was opened last stands, with its prefix.
  private var opened = 0..<0
  private var closesAtOnce = false

  private static let depth = 64

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    guard let encoding = EncodingGuess.marked(bytes) else {
      guard UTF8Survey(bytes).firstWrong == nil else { throw WorkbookFault(message: "it is not UTF-8 text") }
      self.bytes = bytes
      position = bytes.starts(with: TextMark.utf8) ? 3 : 0
      return
    }
    do { self.bytes = try TextDecoder.utf8(bytes, from: encoding) } catch {
      throw WorkbookFault(message: "it is not \(encoding.rawValue) text")
    }
    position = 0
  }

  /// The line that is being read; 1 is the first.
  var line: Int { bytes[..<position].count { $0 == 10 } + 1 }

  /// The next piece. Text comes whole between two tags, but for comments and sections in it.
  mutating func next() throws(WorkbookFault) -> Token {
    if closesAtOnce {
      closesAtOnce = false
      return .close(path.removeLast())
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return try text() }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        position += 9
        let start = position
        try skip(past: "]]>")
        return .text(string(start..<(position - 3)))
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        throw WorkbookFault(
          message: "it has a document type declaration, whose entities could grow without bound")
      } else if starts("</") {
        return try closing()
      } else {
        return try opening()
      }
    }
    guard path.isEmpty else { throw WorkbookFault(message: "it ends inside <\(path[path.count - 1])>") }
    return .end
  }

  /// The value of an attribute of the element that was opened last.
  func attribute(_ name: String) throws(WorkbookFault) -> String? {
    guard let range = attributes.first(where: { $0.name == name })?.value else { return nil }
    return try unescaped(range)
  }

  /// The name of the element that was opened last, with its prefix.
  var qualified: String { string(opened) }

  /// The attributes of the element that was opened last, as they are written: with their prefixes, in their order.
  func written() throws(WorkbookFault) -> [(name: String, value: String)] {
    var written: [(name: String, value: String)] = []
    for attribute in attributes {
      written.append((string(attribute.qualified), try unescaped(attribute.value)))
    }
    return written
  }

  private mutating func opening() throws(WorkbookFault) -> Token {
    position += 1
    let start = position
    let name = try self.name()
    opened = start..<position
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipSpaces()
      guard position < bytes.count else { throw WorkbookFault(message: "it ends inside <\(name)>") }
      if starts("/>") {
        position += 2
        closesAtOnce = true
        break
      }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      try attribute(of: name)
    }
    guard path.count < Self.depth else {
      throw WorkbookFault(message: "its elements are more than \(Self.depth) deep")
    }
    path.append(name)
    return .open(name)
  }

  private mutating func attribute(of element: String) throws(WorkbookFault) {
    let first = position
    let name = try self.name()
    let qualified = first..<position
    skipSpaces()
    guard starts("=") else { throw WorkbookFault(message: "<\(element)> has an attribute without a value") }
    position += 1
    skipSpaces()
    guard position < bytes.count, [34, 39].contains(bytes[position]) else {
      throw WorkbookFault(message: "<\(element)> has an attribute without quotes")
    }
    let quote = bytes[position]
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote { position += 1 }
    guard position < bytes.count else { throw WorkbookFault(message: "it ends inside <\(element)>") }
    guard attributes.count < 256 else {
      throw WorkbookFault(message: "<\(element)> has more than 256 attributes")
    }
    attributes.append((name, qualified, start..<position))
    position += 1
  }

  private mutating func closing() throws(WorkbookFault) -> Token {
    position += 2
    let name = try self.name()
    skipSpaces()
    guard starts(">"), path.last == name else { throw WorkbookFault(message: "</\(name)> closes nothing") }
    position += 1
    return .close(path.removeLast())
  }

  private mutating func text() throws(WorkbookFault) -> Token {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return .text(try unescaped(start..<position))
  }

  /// A name without its prefix: letters, digits and signs up to a blank, `=`, `/`, `>` or `<`.
  private mutating func name() throws(WorkbookFault) -> String {
    var start = position
    while position < bytes.count, !Self.endsName(bytes[position]) {
      if bytes[position] == UInt8(ascii: ":") { start = position + 1 }
      position += 1
    }
    guard position > start, position - start <= 256 else { throw WorkbookFault(message: "it is not XML") }
    return string(start..<position)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
  }

  private func starts(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[position + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  private mutating func skip(past end: StaticString) throws(WorkbookFault) {
    while position < bytes.count, !starts(end) { position += 1 }
    guard position < bytes.count else { throw WorkbookFault(message: "it is cut short") }
    position += end.utf8CodeUnitCount
  }

  /// All of the bytes are UTF-8, and no range begins or ends inside a character.
  private func string(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// With references replaced and line ends as LF (XML 1.0, 2.11).
  private func unescaped(_ range: Range<Int>) throws(WorkbookFault) -> String {
    guard bytes[range].contains(where: { $0 == UInt8(ascii: "&") || $0 == 13 }) else {
      return string(range)
    }
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "&") {
        guard let end = bytes[index..<min(index + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";"))
        else {
          throw WorkbookFault(message: "it has an '&' that begins no reference")
        }
        text += String(try Self.scalar(string((index + 1)..<end))).utf8
        index = end + 1
      } else {
        let isPair = bytes[index] == 13 && index + 1 < range.upperBound && bytes[index + 1] == 10
        if !isPair { text.append(bytes[index] == 13 ? 10 : bytes[index]) }
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of `amp`, `#65` or `#x41`.
  private static func scalar(_ reference: String) throws(WorkbookFault) -> Unicode.Scalar {
    let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let scalar = named[reference] { return scalar }
    let isHex = reference.hasPrefix("#x")
    guard reference.hasPrefix("#"),
      let number = UInt32(reference.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(number)
    else { throw WorkbookFault(message: "it has an unknown reference '&\(reference);'") }
    return scalar
  }
}
