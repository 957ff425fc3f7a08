import Workbench

/// As much of a document's text as goes on a page, from a place in it.
struct DocumentText: Sendable {
  /// Of the page's markup, in bytes.
  private static let budget = 120_000

  let text: String
  /// Its first code point among those of the whole text.
  let start: Int
  /// The code point after it; nil where the text ends there.
  let next: Int?

  /// Throws `ObservatoryError.badParameter` for a place that is none.
  init(_ whole: String, _ ask: Ask) throws {
    start = try ask.number("at", in: 0...Int(Int32.max), otherwise: 0)
    let scalars = whole.unicodeScalars
    guard let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex) else {
      throw ObservatoryError.badParameter(
        name: "at", found: String(start), expected: "a place within the text")
    }
    var (place, count, size) = (first, start, 0)
    while place < scalars.endIndex, size < Self.budget {
      let scalar = scalars[place]
      // The longest reference that stands for a character has six bytes.
      size += scalar.isASCII && !(scalar.properties.isAlphabetic || scalar == " ") ? 6 : UTF8.width(scalar)
      place = scalars.index(after: place)
      count += 1
    }
    text = String(scalars[first..<place])
    next = place < scalars.endIndex ? count : nil
  }

  static let parameter = Route.Parameter(
    name: "at", about: "The code point of the text to begin with: 'next' in an answer says it.",
    schema: ["type": "integer", "minimum": 0, "maximum": .integer(Int64(Int32.max)), "default": 0])
}
