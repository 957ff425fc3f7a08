/// A part of a text, from one place to before another.
///
/// **Offsets are Unicode code points** (scalar values), counted from 0 at the beginning of the text, as REFI-QDA counts them (version 1.5,
/// "Text selections"). An emoji or a rare Chinese character is one; a family emoji, or a letter with a combining accent, is several; CR and LF
/// are two. A byte order mark before the text does not count. `TextOffsets` turns them into bytes of UTF-8 and into UTF-16 units, as
/// JavaScript counts.
public struct Passage: Hashable, Comparable, Sendable {
  public let start: Int
  /// The place after its last code point.
  public let end: Int

  /// Nil unless 0 ≤ start ≤ end.
  public init?(start: Int, end: Int) {
    guard start >= 0, end >= start else { return nil }
    (self.start, self.end) = (start, end)
  }

  public static func < (one: Passage, other: Passage) -> Bool {
    (one.start, one.end) < (other.start, other.end)
  }

  /// What it is of a text; nil where it goes beyond the text's end.
  public func text(in text: String) -> Substring? {
    let scalars = text.unicodeScalars
    guard let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex),
      let last = scalars.index(first, offsetBy: end - start, limitedBy: scalars.endIndex)
    else { return nil }
    return Substring(scalars[first..<last])
  }
}
