import Discourse

/// A text as it is coded: its passages marked. What is shown has just as many characters as the text, so that places in the one are places
/// in the other.
struct CodedText: Sendable {
  struct Part: Sendable {
    let text: String
    /// The codes that were given to it; nil where none.
    let codes: String?
  }

  /// How much of a text a page shows, in code points.
  static let most = 200_000

  let parts: [Part]
  let isCut: Bool

  init(_ text: String, passages: [(passage: Passage, code: String)] = []) {
    let scalars = Array(text.unicodeScalars.prefix(Self.most + 1))
    let end = min(scalars.count, Self.most)
    isCut = scalars.count > Self.most
    let places = passages.flatMap { [$0.passage.start, $0.passage.end] } + [0, end]
    let borders = Set(places.filter { $0 <= end }).sorted()
    parts = zip(borders, borders.dropFirst()).map { start, end in
      let codes = passages.filter { $0.passage.start < end && $0.passage.end > start }.map(\.code)
      return Part(text: Self.shown(scalars, start..<end), codes: codes.unlessEmpty?.joined(separator: ", "))
    }
  }

  /// Browsers take a carriage return and what follows it for one end of a line, and show nothing of other controls: each is shown as one other
  /// character.
  private static func shown(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for place in range {
      switch scalars[place] {
      case "\r":
        let isBeforeFeed = place + 1 < scalars.count && scalars[place + 1] == "\n"
        text.append(isBeforeFeed ? " " : "\n")
      case "\n", "\t": text.append(scalars[place])
      case let control where control.value < 0x20:
        text.append(Unicode.Scalar(0x2400 + control.value) ?? "\u{FFFD}")
      case let other: text.append(other)
      }
    }
    return String(text)
  }
}
