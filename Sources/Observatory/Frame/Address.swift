import Diplomacy
import Foundation
import Workbench

/// The addresses of things. Identifiers come from files: each is escaped, so that it is one part of a path whatever it holds.
enum Address {
  static func actor(_ id: String) -> String { "/actor/" + part(id) }
  static func partnership(_ id: String) -> String { "/partnership/" + part(id) }
  static func search(_ text: String) -> String { "/search?q=" + value(text) }
  static func contradiction(_ id: String) -> String { "/contradiction?id=" + value(id) }
  static func study(_ id: String) -> String { "/study/" + part(id) }
  /// A table of a study, published beside recomputed.
  static func table(_ study: String, _ id: String) -> String { Self.study(study) + "/table/" + part(id) }
  /// A published figure among those of its study.
  static func check(_ study: String, _ id: String) -> String {
    Self.study(study) + "/checks?figure=" + value(id)
  }
  /// The published figures of a study that fared so.
  static func checks(_ study: String, _ status: CheckStatus) -> String {
    Self.study(study) + "/checks?status=" + value(status.rawValue)
  }
  static func source(_ id: String) -> String { "/source/" + part(id) }
  /// A statement on the page of its source.
  static func statement(_ id: String, of source: String) -> String {
    Self.source(source) + "?statement=" + value(id) + "#" + part(id)
  }

  /// The form for a further statement on a thing.
  static func adding(_ kind: EntityKind, _ id: String) -> String {
    "/edit/statement?kind=\(kind.rawValue)&entity=\(value(id))"
  }
  static func correcting(_ statement: String) -> String { "/edit/statement?correct=" + value(statement) }
  static func withdrawing(_ statement: String) -> String { "/edit/withdraw?statement=" + value(statement) }
  static func undoing(_ batch: Int64) -> String { "/edit/undo?batch=\(batch)" }

  /// The page of a thing by its kind, as the search and the log name kinds; nil where there is none.
  static func page(of kind: String, _ id: String) -> String? {
    switch kind {
    case "actor": actor(id)
    case "partnership": partnership(id)
    case "source": source(id)
    default: nil
    }
  }

  /// One part of a path: all but unreserved characters (RFC 3986, 2.3) and `+` escaped. Dots alone, which browsers take for
  /// folders, cannot be escaped and lead to a page that is not there.
  static func part(_ text: String) -> String { escaped(text, but: plain + "+".utf8) }

  /// An address, with values behind its question mark, after those that stand there already; what is nil is left out.
  static func asking(_ address: String, _ values: [(name: String, value: String?)]) -> String {
    let pairs = values.compactMap { name, text in text.map { "\(name)=\(value($0))" } }
    guard !pairs.isEmpty else { return address }
    return address + (address.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
  }

  /// A value behind the question mark, where `+` means a blank.
  static func value(_ text: String) -> String { escaped(text, but: plain) }

  /// Unreserved characters.
  private static let plain = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

  private static func escaped(_ text: String, but plain: [UInt8]) -> String {
    guard !text.utf8.allSatisfy(plain.contains) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte in
      plain.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
