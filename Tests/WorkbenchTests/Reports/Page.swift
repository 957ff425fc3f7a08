import Foundation

/// A page of HTML as a reader of its source sees it: its links, its anchors, its tags.
struct Page {
  let text: String

  /// The values of an attribute, entities resolved.
  func values(of attribute: String) -> [String] {
    text.matches(of: Self.attributes).filter { $0.1 == attribute }.map { Self.plain(String($0.2)) }
  }

  /// The names of all elements, in order.
  var elements: [String] { text.matches(of: Self.openings).map { $0.1.lowercased() } }

  var anchors: [String] { values(of: "id") }

  private static var attributes: Regex<(Substring, Substring, Substring)> { /\s([a-z-]+)="([^"]*)"/ }
  private static var openings: Regex<(Substring, Substring)> { /<([a-zA-Z][a-zA-Z0-9]*)/ }

  private static func plain(_ text: String) -> String {
    [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
