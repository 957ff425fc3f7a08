import Foundation
import Testing

/// A command over files one of which is not as it should be, and what must be said of it.
struct Malformed: Sendable, CustomTestStringConvertible {
  /// What a file's place holds.
  enum Content: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    case bytes([UInt8])
    case folder
    /// Nothing: the file is missing.
    case nothing

    init(stringLiteral text: String) { self = .bytes(Array(text.utf8)) }
  }

  let name: String
  /// What differs from `Workplace.files`.
  let files: [String: Content]
  let command: [String]
  let code: Int32
  /// What the message must contain, all of it.
  let says: [String]

  init(
    _ name: String, _ files: [String: Content] = [:], _ command: [String] = Workplace.load, code: Int32 = 3,
    says: String...
  ) {
    self.init(name, files, command, code: code, sayingAll: says)
  }

  init(
    _ name: String, _ files: [String: Content], _ command: [String] = Workplace.load, code: Int32 = 3,
    sayingAll says: [String]
  ) {
    self.name = name
    self.files = files
    self.command = command
    self.code = code
    self.says = says
  }

  static let all =
    tables + dialects + workbooks + cells + mappings + sources + evidence + studies + archives + questions

  var testDescription: String { name }
}
