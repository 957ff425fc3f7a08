/// A piece of a text around what was searched for.
public struct Excerpt: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let text: String
    public let isFound: Bool
  }

  /// One after the other; together they are the piece. Line breaks and other white space are one blank.
  public let parts: [Part]
  public let isCutBefore: Bool
  public let isCutAfter: Bool

  /// How much of a text is looked through, in bytes.
  private static let reach = 1 << 20

  /// - Parameter length: bytes, about.
  public init(of text: String, for query: SearchQuery, length: Int = 200) {
    var text = text
    (parts, isCutBefore, isCutAfter) = text.withUTF8 { bytes in
      let reach = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, Self.reach)])
      let found = Self.found(query.wanted, in: FoldedText(reach).words)
      let window = Self.window(found, in: bytes, length: length)
      var parts: [Part] = []
      func add(_ span: Range<Int>, isFound: Bool) {
        if !span.isEmpty { parts.append(Part(text: Self.line(bytes[span]), isFound: isFound)) }
      }
      var place = window.lowerBound
      for (_, span) in found where span.lowerBound >= place && span.upperBound <= window.upperBound {
        add(place..<span.lowerBound, isFound: false)
        add(span, isFound: true)
        place = span.upperBound
      }
      add(place..<window.upperBound, isFound: false)
      return (parts, window.lowerBound > 0, window.upperBound < bytes.count)
    }
  }

  /// Where each phrase stands, in the order of the text.
  private static func found(_ phrases: [SearchQuery.Phrase], in words: [FoldedText.Word])
    -> [(phrase: Int, span: Range<Int>)]
  {
    var found: [(phrase: Int, span: Range<Int>)] = []
    for place in words.indices {
      for (number, phrase) in phrases.enumerated() where phrase.stands(at: place, in: words) {
        let last = words[place + phrase.words.count - 1]
        found.append((number, words[place].span.lowerBound..<last.span.upperBound))
      }
      if found.count >= 1000 { break }
    }
    return found
  }

  /// The piece with most of the phrases in it, the first such.
  private static func window(
    _ found: [(phrase: Int, span: Range<Int>)], in bytes: UnsafeBufferPointer<UInt8>, length: Int
  ) -> Range<Int> {
    var (start, most) = (0, 0)
    for (place, (_, span)) in found.enumerated() {
      let within = found[place...].prefix { $0.span.upperBound <= span.lowerBound + length * 3 / 4 }
      let phrases = Set(within.map(\.phrase)).count
      if phrases > most { (start, most) = (span.lowerBound, phrases) }
    }
    start = max(0, start - length / 4)
    var end = min(bytes.count, start + length)
    if end == bytes.count { start = max(0, end - length) }
    // Whole words, where one ends near; whole characters at least.
    if start > 0, let blank = bytes[start..<min(end, start + 24)].firstIndex(where: { $0 <= 0x20 }) {
      start = blank + 1
    }
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if end < bytes.count, let blank = bytes[max(start, end - 24)..<end].lastIndex(where: { $0 <= 0x20 }) {
      end = blank
    }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<max(start, end)
  }

  private static func line(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var line = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if !scalar.properties.isWhitespace {
        line.append(scalar)
      } else if line.last != " " {
        line.append(" ")
      }
    }
    return String(line)
  }
}

extension SearchQuery.Phrase {
  /// Whether its words are those from a place on.
  fileprivate func stands(at place: Int, in text: [FoldedText.Word]) -> Bool {
    guard place + words.count <= text.count else { return false }
    for (offset, word) in words.enumerated() {
      let other = text[place + offset]
      let isLast = offset == words.count - 1
      guard other.isCharacter == word.isCharacter,
        isLast && isBeginning ? other.text.hasPrefix(word.text) : other.text == word.text
      else { return false }
      if offset > 0, word.isCharacter, words[offset - 1].isCharacter,
        other.follows(text[place + offset - 1]) != word.follows(words[offset - 1])
      {
        return false
      }
    }
    return true
  }
}
