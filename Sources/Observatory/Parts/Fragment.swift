import Interchange

/// A piece of a page in HTML, for what comes by the hundred: a template would take longer over it than all the rest of the page. It is put
/// together of markup that stands in the program and of texts, each of which is escaped as it goes in; templates show it by `{{{….markup}}}`.
struct Fragment: Sendable {
  private(set) var markup = ""

  /// Markup of the program's own.
  mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { self.markup += String(decoding: $0, as: UTF8.self) }
  }

  /// A text, escaped.
  mutating func add(text: String) { markup += text.escapedForHTML }
}
