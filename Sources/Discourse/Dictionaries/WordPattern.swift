/// A word or phrase to look for: words of a text one after the other. In each, `*` stands for any letters or none, `?` for one; a `*` by itself for any one
/// word. What stands between words does not matter; a character of a script that does not space words is a word here, so that a phrase of
/// them is found wherever it stands.
public struct WordPattern: Hashable, Sendable {
  /// As it was written.
  public let text: String
  let elements: [Element]

  enum Element: Hashable, Sendable {
    case form([UInt8])
    /// Begins with these bytes.
    case prefix([UInt8])
    case glob([GlobPart])
  }

  enum GlobPart: Hashable, Sendable {
    case bytes([UInt8])
    /// `*`
    case any
    /// `?`
    case one
  }

  /// Nil where the text has no word, nor `*` or `?`.
  public init?(_ text: String, folding: WordRule.Folding) {
    self.text = text
    let bytes = Array(text.utf8)
    let words = WordRule(folding: folding, unspaced: .character).words(of: text)
    var parts = words.map { (range: $0.range, part: GlobPart.bytes(Array($0.form.utf8))) }
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") {
      parts.append((place..<place + 1, byte == UInt8(ascii: "*") ? .any : .one))
    }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    var elements: [[GlobPart]] = []
    for (place, part) in parts.enumerated() {
      let touches = place > 0 && parts[place - 1].range.upperBound == part.range.lowerBound
      if touches, !(part.part.isBytes && parts[place - 1].part.isBytes) {
        elements[elements.count - 1].append(part.part)
      } else {
        elements.append([part.part])
      }
    }
    guard !parts.isEmpty else { return nil }
    self.elements = elements.map(Self.element)
  }

  private static func element(_ parts: [GlobPart]) -> Element {
    guard case .bytes(let form) = parts[0] else { return .glob(parts) }
    if parts.count == 1 { return .form(form) }
    return parts.count == 2 && parts[1] == .any ? .prefix(form) : .glob(parts)
  }
}

extension WordPattern.GlobPart {
  fileprivate var isBytes: Bool { if case .bytes = self { true } else { false } }
}

extension [WordPattern.GlobPart] {
  /// Whether a whole form is as the parts say.
  func matches(_ form: ArraySlice<UInt8>) -> Bool {
    // The place in the parts and in the form after the last `*`, to come back to.
    var (part, place) = (0, form.startIndex)
    var back: (part: Int, place: Int)?
    while place < form.endIndex || part < count {
      if part < count, let next = step(self[part], form, place) {
        if self[part] == .any { back = (part, place) }
        part += 1
        place = next
      } else if let (star, last) = back, last < form.endIndex {
        back = (star, form.index(after: last))
        part = star + 1
        place = last + 1
      } else {
        return false
      }
    }
    return true
  }

  private func step(_ part: WordPattern.GlobPart, _ form: ArraySlice<UInt8>, _ place: Int) -> Int? {
    switch part {
    case .any: return place
    case .bytes(let bytes): return form[place...].starts(with: bytes) ? place + bytes.count : nil
    case .one:
      guard place < form.endIndex else { return nil }
      return form[(place + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? form.endIndex
    }
  }
}
