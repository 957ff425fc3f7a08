import Foundation

/// The addresses of things. Identifiers come from files: each is escaped, so that it is one part of a path whatever it holds.
enum Address {
  static func actor(_ id: String) -> String { "/actor/" + part(id) }
  static func partnership(_ id: String) -> String { "/partnership/" + part(id) }
  static func search(_ text: String) -> String { "/search?q=" + part(text).replacing("+", with: "%2B") }

  /// The page of a thing by its kind, as the search and the log name kinds; nil where there is none.
  static func page(of kind: String, _ id: String) -> String? {
    switch kind {
    case "actor": actor(id)
    case "partnership": partnership(id)
    default: nil
    }
  }

  /// One part of a path: all but unreserved characters (RFC 3986, 2.3) and `+` escaped. Dots alone, which browsers take for
  /// folders, cannot be escaped and lead to a page that is not there.
  static func part(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+")
}
